"""Asking a team for what stands in the way."""

from datetime import date
from uuid import uuid4

from handlers.checkins.answering import thanks
from slackapp.ids import Timestamp
from slackapp.queries import checkins
from slackapp.rules import drafts
from slackapp.rules.checkins import blockers
from slackapp.rules.requests.submitting import allow
from slackapp.slack.answers import Answer, Beneath
from slackapp.slack.calls import Press, Submission
from slackapp.slack.listeners import press, submission
from slackapp.views import checkins as views


@press("checkin.ask_team")
async def open_request(call: Press) -> Answer:
    """The form of a request, filled in; made from the summary, it will be linked with that message."""
    await call.read(allow, by=call.actor)
    named = await call.read(checkins.named, call.actor, answer_id=call.number)
    draft, about = uuid4().hex, dict(call.about) if call.about.get("thanks") else {}
    await call.open(views.blockers.form(named, named.today, draft, call.language, beneath=about))
    if source := await _source(call):
        await call.run(drafts.keep, call.actor.workspace_id, draft, source)
    return None


@submission("checkin.request")
async def send_request(call: Submission) -> Answer:
    about, wish = call.about, views.blockers.read(call.typed)
    await call.run(blockers.ask_team, int(about["answer"]), wish, by=call.actor, draft=str(about["draft"]))
    if not about.get("thanks"):
        return None
    return Beneath(await thanks(call, int(about["checkin"]), date.fromisoformat(about["day"])))


async def _source(call: Press) -> dict[str, str]:
    """The summary whose button was pressed; nothing where that was in a form or in direct messages."""
    if not call.message or call.channel.startswith("D"):
        return {}
    ts = Timestamp(call.message["ts"])
    return {"channel": call.channel, "ts": ts, "thread": ts, "url": await call.permalink(call.channel, ts)}
