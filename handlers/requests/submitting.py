"""Making a request: the command, the two shortcuts and the form."""

from uuid import uuid4

from handlers.requests.command_text import RequestCommand, read
from handlers.requests.showing import first_list, open_page
from slackapp.queries import requests as asked
from slackapp.queries import teams
from slackapp.rules import drafts
from slackapp.rules.requests import submitting
from slackapp.slack import messages
from slackapp.slack.answers import Answer, Open
from slackapp.slack.calls import Call, Command, Shortcut, Submission
from slackapp.slack.listeners import command, shortcut, submission
from slackapp.views import requests as views


@command("/request")
async def request(call: Command) -> Answer:
    """`/request`, `/request @design-team new banner`, `/request list`, `/request R-12`."""
    said = read(call.text)
    if said.number is not None:
        return await open_page(call, await call.read(asked.page_of_number, call.actor, number=said.number))
    if said.wanted is not None:
        return await first_list(call, said.wanted, said.team)
    return Open(views.form(await _blank(call, said), call.language))


@shortcut("request.new")
async def new_request(call: Shortcut) -> Answer:
    """The same form from the shortcuts menu, which also works in threads."""
    return Open(views.form(await _blank(call, RequestCommand()), call.language))


@shortcut("request.from_message")
async def turn_into_request(call: Shortcut) -> Answer:
    """Fill the form from a message, and remember where it came from (REQ-2)."""
    said = await messages.words(call)
    blank = await _blank(call, RequestCommand(words=said.title), details=said.text)
    await call.open(views.form(blank, call.language))
    await call.run(drafts.keep, call.actor.workspace_id, blank.draft, await call.source())
    return None


@submission("request.form")
async def send(call: Submission) -> Answer:
    """Store it; only then does Slack close the form (REQ-17)."""
    await call.run(submitting.submit, views.read(call.typed), by=call.actor, draft=str(call.about["draft"]))
    return None


async def _blank(call: Call, said: RequestCommand, details: str = "") -> views.RequestBlank:
    await call.read(submitting.allow, by=call.actor)
    own, team = await call.read(teams.chosen_for, call.actor, said.team)
    return views.RequestBlank(
        draft=uuid4().hex,
        own_teams=[views.TeamChoice(each.id, each.name) for each in own],
        team=views.TeamChoice(team.id, team.name) if team else None,
        title=said.words,
        details=details,
    )
