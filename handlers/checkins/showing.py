"""Showing check-ins: the page, the list, the history, and why somebody was not asked."""

from slackapp.queries import checkins
from slackapp.rules import exports
from slackapp.slack.answers import Answer, Beneath, Open, Replace, Reply
from slackapp.slack.calls import Call, Press, Submission
from slackapp.slack.listeners import press
from slackapp.views import action_values
from slackapp.views import checkins as views
from slackapp.views.blocks import Block
from slackapp.views.checkins import page


@press("checkin.list_earlier")
@press("checkin.list_later")
async def turn_list(call: Press) -> Answer:
    return await listed(call, call.page, in_place=True)


@press("checkin.show")
async def show(call: Press) -> Answer:
    return Open(await page_of(call, call.number))


@press("checkin.history")
async def show_history(call: Press) -> Answer:
    shown = await call.read(checkins.history, call.actor, checkin_id=call.number)
    return Open(views.history.history(shown, call.language))


@press("checkin.newer")
@press("checkin.older")
async def turn_page(call: Press) -> Answer:
    checkin_id, start = action_values.pair(call.value)
    wanted = {"checkin_id": action_values.number(checkin_id), "start": action_values.page(start)}
    shown = await call.read(checkins.history, call.actor, **wanted)
    return Replace(views.history.history(shown, call.language))


@press("checkin.round")
async def show_round(call: Press) -> Answer:
    shown = await call.read(checkins.one, call.actor, round_id=call.number)
    return Open(views.summary.page(shown, call.language))


@press("checkin.why")
async def show_reasons(call: Press) -> Answer:
    """What became of the last dates for whoever asks."""
    shown = await call.read(checkins.why, call.actor, checkin_id=call.number)
    return Open(views.reasons.reasons(shown, call.language))


@press("checkin.export")
async def export(call: Press) -> Answer:
    await call.run(exports.checkin, call.number, by=call.actor, once=call.key)
    return Open(views.history.coming(call.language))


@press("checkin.preview")
async def show_preview(call: Press) -> Answer:
    shown = await call.read(checkins.preview, call.actor, checkin_id=call.number)
    return Open(views.answering.preview(shown, call.language))


async def page_of(call: Call, checkin_id: int) -> Block:
    return page.page(await call.read(checkins.page, call.actor, checkin_id=checkin_id), call.language)


async def refreshed(call: Press | Submission, checkin_id: int) -> Answer:
    """After a step: the page that it was taken from shows what is true now."""
    if isinstance(call, Submission):
        return Beneath(await page_of(call, checkin_id))
    return Replace(await page_of(call, checkin_id)) if call.about.get("page") else None


async def listed(call: Call, start: int = 0, *, in_place: bool = False) -> Answer:
    shown = await call.read(checkins.listed, call.actor, start)
    return Reply(views.listing.listing(shown, call.language), in_place=in_place)


async def named(call: Call, name: str) -> Answer:
    """The one that is called so; where there are several, the choice, and the list where there is none."""
    found = await call.read(checkins.called, call.actor, name)
    if len(found) == 1:
        return Open(await page_of(call, found[0].id))
    return Reply(views.listing.choice(found, call.language)) if found else await listed(call)


async def history_of(call: Call, name: str) -> Answer:
    """The history of the one that is called so; where that is not one, the choice."""
    found = await call.read(checkins.called, call.actor, name, with_answers=True)
    if len(found) != 1:
        every = found or await call.read(checkins.called, call.actor, with_answers=True)
        return Reply(views.history.choice(every, call.language))
    shown = await call.read(checkins.history, call.actor, checkin_id=found[0].id)
    return Open(views.history.history(shown, call.language))
