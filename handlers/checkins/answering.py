"""Answering, or not."""

from datetime import date

from handlers.checkins.showing import listed
from slackapp.queries import checkins
from slackapp.rules.checkins import answering
from slackapp.slack.answers import Answer, Open, Replace
from slackapp.slack.calls import Call, Press, Submission
from slackapp.slack.listeners import press, submission
from slackapp.views import action_values
from slackapp.views import checkins as views
from slackapp.views.blocks import Block


@press("checkin.answer")
async def open_sheet(call: Press) -> Answer:
    checkin_id, day = _which(call.value)
    shown = await call.read(checkins.sheet, call.actor, checkin_id=checkin_id, day=day)
    return Open(views.answering.form(shown, call.language))


@submission("checkin.answer")
async def answer(call: Submission) -> Answer:
    """Keep the answers; where they name a team, it can be asked at once."""
    checkin_id, day = int(call.about["checkin"]), date.fromisoformat(call.about["day"])
    said = views.answering.read(call.typed, call.about, call.language, untouched=call.untouched)
    await call.run(answering.answer, checkin_id, day, said, by=call.actor)
    blocked = await call.read(checkins.mine, call.actor, checkin_id=checkin_id, day=day)
    return Replace(await thanks(call, checkin_id, day)) if views.answering.can_be_asked(blocked) else None


@press("checkin.skip")
async def skip(call: Press) -> Answer:
    checkin_id, day = _which(call.value)
    await call.run(answering.skip, checkin_id, day, by=call.actor)
    return await _listed(call)


@press("checkin.not_this_week")
async def rest(call: Press) -> Answer:
    """Not before next Monday."""
    checkin_id, day = _which(call.value)
    await call.run(answering.rest, checkin_id, day, by=call.actor)
    return await _listed(call)


async def thanks(call: Call, checkin_id: int, day: date) -> Block:
    """What follows an answer with something in the way: the teams that can be asked."""
    shown = await call.read(checkins.sheet, call.actor, checkin_id=checkin_id, day=day)
    blocked = await call.read(checkins.mine, call.actor, checkin_id=checkin_id, day=day)
    return views.answering.thanks(shown, blocked, call.language)


async def _listed(call: Press) -> Answer:
    """Where it was pressed in the list, the list as it is now; a prompt follows by itself."""
    return await listed(call, in_place=True) if call.is_on_a_reply else None


def _which(value: str) -> tuple[int, date]:
    checkin_id, day = action_values.pair(value)
    return action_values.number(checkin_id), action_values.day(day)
