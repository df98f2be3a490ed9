"""Answering, or not; and asking a team for what stands in the way."""

from datetime import date
from uuid import uuid4

from handlers.checkins.showing import listed
from slackapp.ids import Timestamp
from slackapp.queries import checkins
from slackapp.rules import checkins as rules
from slackapp.rules import drafts
from slackapp.rules.requests import submitting
from slackapp.slack.answers import Answer, Beneath, Open, Replace
from slackapp.slack.calls import Call, Press, Submission
from slackapp.slack.listeners import press, submission
from slackapp.views import checkins as views
from slackapp.views import values
from slackapp.views.blocks import Block


@press("checkin.answer")
async def open_sheet(call: Press) -> Answer:
    """The form, from the prompt, the reminder or the list."""
    checkin_id, day = _which(call.value)
    shown = await call.read(checkins.sheet, call.actor, checkin_id=checkin_id, day=day)
    return Open(views.sheet.form(shown, call.language))


@submission("checkin.answer")
async def answer(call: Submission) -> Answer:
    """Keep the answers; where they name a team, it can be asked at once."""
    checkin_id, day = int(call.about["checkin"]), date.fromisoformat(call.about["day"])
    said = views.sheet.read(call.typed, call.about, call.language, untouched=call.untouched)
    await call.run(rules.answer, checkin_id, day, said, by=call.actor)
    blocked = await call.read(checkins.mine, call.actor, checkin_id=checkin_id, day=day)
    return Replace(await _thanks(call, checkin_id, day)) if views.sheet.can_be_asked(blocked) else None


@press("checkin.skip")
async def skip(call: Press) -> Answer:
    """Not this time."""
    checkin_id, day = _which(call.value)
    await call.run(rules.skip, checkin_id, day, by=call.actor)
    return await _listed(call)


@press("checkin.not_this_week")
async def rest(call: Press) -> Answer:
    """Not before next Monday."""
    checkin_id, day = _which(call.value)
    await call.run(rules.rest, checkin_id, day, by=call.actor)
    return await _listed(call)


@press("checkin.ask_team")
async def open_request(call: Press) -> Answer:
    """The form of a request, filled in; made from the summary, it will be linked with that message."""
    await call.read(submitting.allow, by=call.actor)
    named = await call.read(checkins.named, call.actor, answer_id=call.number)
    draft, about = uuid4().hex, dict(call.about) if call.about.get("thanks") else {}
    await call.open(views.request.form(named, named.today, draft, call.language, beneath=about))
    if source := await _source(call):
        await call.run(drafts.keep, call.actor.workspace_id, draft, source)
    return None


@submission("checkin.request")
async def send_request(call: Submission) -> Answer:
    """Make the request, and link it with the blocker."""
    about, wish = call.about, views.request.read(call.typed)
    await call.run(rules.ask_team, int(about["answer"]), wish, by=call.actor, draft=str(about["draft"]))
    if not about.get("thanks"):
        return None
    return Beneath(await _thanks(call, int(about["checkin"]), date.fromisoformat(about["day"])))


async def _thanks(call: Call, checkin_id: int, day: date) -> Block:
    shown = await call.read(checkins.sheet, call.actor, checkin_id=checkin_id, day=day)
    blocked = await call.read(checkins.mine, call.actor, checkin_id=checkin_id, day=day)
    return views.sheet.thanks(shown, blocked, call.language)


async def _source(call: Press) -> dict[str, str]:
    """The summary whose button was pressed; nothing where that was in a form or in direct messages."""
    if not call.message or call.channel.startswith("D"):
        return {}
    ts = Timestamp(call.message["ts"])
    return {"channel": call.channel, "ts": ts, "thread": ts, "url": await call.permalink(call.channel, ts)}


async def _listed(call: Press) -> Answer:
    """Where it was pressed in the list, the list as it is now; a prompt follows by itself."""
    return await listed(call, in_place=True) if call.is_on_a_reply else None


def _which(value: str) -> tuple[int, date]:
    checkin_id, day = values.pair(value)
    return values.number(checkin_id), values.day(day)
