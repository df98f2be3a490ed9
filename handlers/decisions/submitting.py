"""Proposing and recording: the command, the two shortcuts and the form."""

from uuid import uuid4

from handlers.decisions.command_text import DecisionCommand, read
from handlers.decisions.searching import first_list
from handlers.decisions.showing import open_page
from slackapp.models.decision_texts import Wording
from slackapp.queries import decisions as asked
from slackapp.rules import drafts, exports
from slackapp.rules.decisions import submitting
from slackapp.slack import messages
from slackapp.slack.answers import Answer, Open, Reply
from slackapp.slack.calls import Call, Command, Shortcut, Submission
from slackapp.slack.listeners import command, shortcut, submission
from slackapp.views import decisions as views


@command("/decision")
async def decision(call: Command) -> Answer:
    """`/decision`, `/decision D-7`, `/decision search words`, `/decision list`, `/decision export`."""
    said = read(call.text)
    if said.is_export:
        return await _export(call)
    if said.number is not None:
        return open_page(call, await call.read(asked.page_of_number, call.actor, number=said.number))
    if said.wanted is not None:
        return await first_list(call, said.wanted, said.team)
    return Open(views.form(await _blank(call, said), call.language))


@shortcut("decision.new")
async def new_decision(call: Shortcut) -> Answer:
    """The same form from the shortcuts menu, which also works in threads."""
    return Open(views.form(await _blank(call, DecisionCommand()), call.language))


@shortcut("decision.from_message")
async def record_as_decision(call: Shortcut) -> Answer:
    """Fill the form from a message, and remember where it came from (DEC-1)."""
    said = await messages.words(call)
    blank = await _blank(call, DecisionCommand(title=said.title), text=said.text)
    await call.open(views.form(blank, call.language))
    await call.run(drafts.keep, call.actor.workspace_id, blank.draft, await call.source())
    return None


@submission("decision.form")
async def send(call: Submission) -> Answer:
    """Store it; only then does Slack close the form."""
    await call.run(submitting.submit, views.read(call.typed), by=call.actor, draft=str(call.about["draft"]))
    return None


async def _export(call: Command) -> Answer:
    await call.run(exports.decisions, by=call.actor, once=call.key)
    return Reply(views.coming(call.language))


async def _blank(call: Call, said: DecisionCommand, text: str = "") -> views.DecisionBlank:
    await call.read(submitting.allow, by=call.actor)
    return views.DecisionBlank(draft=uuid4().hex, driver_id=call.actor.user_id, texts=Wording(said.title, text))
