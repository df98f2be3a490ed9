"""The steps of an area's life that ask something first: a button opens a small form, the form takes the step."""

from handlers.areas.showing import refreshed
from slackapp.models.area_life import Verb
from slackapp.queries import areas as asked
from slackapp.queries.areas import Filter, Wanted
from slackapp.rules import areas
from slackapp.slack.answers import Answer, Open, Reply
from slackapp.slack.calls import Press, Submission
from slackapp.slack.listeners import press, submission
from slackapp.views import areas as views
from slackapp.views import values


async def open_form(call: Press, verb: Verb, area_id: int) -> Answer:
    """The small form of a step; refused at once where it is not theirs or not possible now."""
    form = values.of(views.steps.FORMS, verb)
    await call.read(areas.check, area_id, verb, by=call.actor)
    shown = await call.read(asked.page, call.actor, area_id)
    return Open(form(shown.card, call.language))


@press("area.hand_over")
async def open_hand_over(call: Press) -> Answer:
    """The form to offer it to somebody."""
    return await open_form(call, Verb.OFFER, call.number)


@submission("area.hand_over")
async def hand_over(call: Submission) -> Answer:
    """Offer it to somebody."""
    area_id, typed = int(call.about["area"]), call.typed
    to, team_id, why = typed.person("to"), typed.number("team"), typed.text("reason")
    await call.run(areas.offer, area_id, by=call.actor, to=to, team_id=team_id, why=why)
    return await refreshed(call, area_id)


@press("area.not_mine")
async def open_not_mine(call: Press) -> Answer:
    """The form to say that somebody else must own it."""
    return await open_form(call, Verb.DISOWN, call.number)


@submission("area.not_mine")
async def not_mine(call: Submission) -> Answer:
    """Somebody else must own it."""
    area_id = int(call.about["area"])
    await call.run(areas.disown, area_id, by=call.actor, why=call.typed.text("reason"))
    return await refreshed(call, area_id)


@press("area.refuse")
async def open_refuse(call: Press) -> Answer:
    """The form to not take it over."""
    return await open_form(call, Verb.REFUSE, call.number)


@submission("area.refuse")
async def refuse(call: Submission) -> Answer:
    """Not take it over."""
    area_id = int(call.about["area"])
    await call.run(areas.refuse, area_id, by=call.actor, why=call.typed.text("reason"))
    return await refreshed(call, area_id)


@submission("area.retire")
async def retire(call: Submission) -> Answer:
    """Let nobody own it any more."""
    area_id = int(call.about["area"])
    await call.run(areas.retire, area_id, by=call.actor, why=call.typed.text("reason"))
    return await refreshed(call, area_id)


@submission("area.split")
async def split(call: Submission) -> Answer:
    """Make a part of it an area of its own."""
    area_id, typed = int(call.about["area"]), call.typed
    name, description, owner = typed.text("name"), typed.text("description"), typed.person("owner")
    await call.run(areas.split, area_id, by=call.actor, name=name, description=description, owner=owner)
    return await refreshed(call, area_id)


@submission("area.merge")
async def merge(call: Submission) -> Answer:
    """Make it a part of another area."""
    area_id = int(call.about["area"])
    await call.run(areas.merge, area_id, by=call.actor, into_id=call.typed.number("area"))
    return await refreshed(call, area_id)


@press("area.move_all")
async def open_move_all(call: Press) -> Answer:
    """The form to give everything of a team to another."""
    shown = await call.read(asked.listed, call.actor, Wanted(Filter.ALL, call.number))
    return Open(views.steps.move_all(call.number, shown.team, call.language))


@submission("area.move_all")
async def move_all(call: Submission) -> Answer:
    """Give everything of a team to another, and show what that team has now."""
    target = call.typed.number("team")
    await call.run(areas.move_all, int(call.about["team"]), by=call.actor, to_team=target)
    shown = await call.read(asked.listed, call.actor, Wanted(Filter.ALL, target))
    return Reply(views.listing.listing(shown, call.language))
