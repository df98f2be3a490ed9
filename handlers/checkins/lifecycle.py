"""A check-in is started, paused, handed over and deleted."""

from handlers.checkins.showing import refreshed
from slackapp.queries import checkins
from slackapp.rules.checkins import lifecycle, setting_up
from slackapp.slack.answers import Answer, Open, Replace
from slackapp.slack.calls import Press, Submission
from slackapp.slack.listeners import press, submission
from slackapp.slack.step_handlers import at_once
from slackapp.views import checkins as views

at_once("checkin.start", setting_up.start, refreshed)
at_once("checkin.pause", lifecycle.pause, refreshed)
at_once("checkin.resume", lifecycle.resume, refreshed)
at_once("checkin.take_over", lifecycle.take_over, refreshed)


@press("checkin.hand_over")
async def open_hand_over(call: Press) -> Answer:
    name = await call.read(checkins.name_for, call.actor, call.number)
    return Open(views.lifecycle.hand_over(call.number, name, call.language))


@submission("checkin.hand_over")
async def hand_over(call: Submission) -> Answer:
    checkin_id = int(call.about["checkin"])
    await call.run(lifecycle.hand_over, checkin_id, by=call.actor, owner=call.typed.person("owner"))
    return await refreshed(call, checkin_id)


@press("checkin.delete")
async def delete(call: Press) -> Answer:
    """Let it be for good; Slack has asked whether they are sure."""
    await call.run(lifecycle.delete, call.number, by=call.actor)
    return Replace(views.lifecycle.deleted(call.language))
