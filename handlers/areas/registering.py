"""An area's form: for a new one, and to change one. And asking a team who owns something."""

from uuid import uuid4

from handlers.areas.showing import refreshed
from slackapp.language import N_
from slackapp.models.area_life import AreaVerb
from slackapp.queries import areas as asked
from slackapp.queries import teams
from slackapp.rules.areas import registering, steps
from slackapp.rules.requests import submitting
from slackapp.slack.answers import Answer, Open
from slackapp.slack.calls import Call, Press, Submission
from slackapp.slack.listeners import press, submission
from slackapp.views import areas as views
from slackapp.views import requests as request_views

WHO_OWNS = N_("Who owns {words}?")


async def open_new(call: Call, name: str) -> Answer:
    """The form of a new area; refused at once for guests."""
    await call.read(steps.allow, by=call.actor)
    return Open(views.form(await call.read(asked.new, call.actor, name), call.language))


@press("area.add")
async def add(call: Press) -> Answer:
    return await open_new(call, call.value)


@press("area.edit")
async def edit(call: Press) -> Answer:
    area_id = call.number
    await call.read(steps.check, area_id, AreaVerb.EDIT, by=call.actor)
    return Open(views.form(await call.read(asked.existing, call.actor, area_id), call.language))


@submission("area.form")
async def save(call: Submission) -> Answer:
    """Store it; only then does Slack close the form."""
    terms, area_id = views.read(call.typed), call.about.get("area")
    owner = call.typed.person("owner")
    saved = await call.run(registering.save, terms, area_id=area_id, owner_id=owner, by=call.actor)
    return await refreshed(call, saved)


@press("area.ask_team")
async def ask_team(call: Press) -> Answer:
    await call.read(submitting.allow, by=call.actor)
    own, _ = await call.read(teams.chosen_for, call.actor, "")
    blank = request_views.RequestBlank(
        draft=uuid4().hex,
        own_teams=[request_views.TeamChoice(each.id, each.name) for each in own],
        title=call.language(WHO_OWNS, words=call.value),
    )
    return Open(request_views.form(blank, call.language))
