"""The steps of a decision's life that are taken at once, at the press of a button."""

from uuid import uuid4

from handlers.decisions.asking import open_form
from handlers.decisions.showing import refreshed
from slackapp.models.decision_life import Verb
from slackapp.models.decision_texts import Wording
from slackapp.queries import decisions as asked
from slackapp.queries.decisions import Link
from slackapp.rules import decisions
from slackapp.slack.answers import Answer, Open
from slackapp.slack.calls import Press
from slackapp.slack.listeners import press
from slackapp.views import decisions as views
from slackapp.views import values


@press("decision.agree")
async def agree(call: Press) -> Answer:
    """Yes, from somebody who is consulted."""
    await call.run(decisions.agree, call.number, by=call.actor)
    return await refreshed(call, call.number)


@press("decision.abstain")
async def abstain(call: Press) -> Answer:
    """Leave it to the others."""
    await call.run(decisions.abstain, call.number, by=call.actor)
    return await refreshed(call, call.number)


@press("decision.seen")
async def see(call: Press) -> Answer:
    """A team has seen it."""
    await call.run(decisions.see, call.number, by=call.actor)
    return await refreshed(call, call.number)


@press("decision.change")
async def change(call: Press) -> Answer:
    """At a review: propose a successor, beginning with the present text."""
    return await _successor(call, call.number)


@press("decision.more")
async def more(call: Press) -> Answer:
    """The menu behind the three dots."""
    choice, number = values.pair(call.value)
    decision_id = values.number(number)
    match values.word(Verb, choice):
        case Verb.SILENCE:
            await call.run(decisions.let_silence_count, decision_id, by=call.actor)
            return await refreshed(call, decision_id)
        case Verb.CHANGE:
            return await _successor(call, decision_id)
        case verb:
            return await open_form(call, verb, decision_id)


async def _successor(call: Press, decision_id: int) -> Answer:
    await call.read(decisions.allow, by=call.actor)
    card = (await call.read(asked.page, call.actor, decision_id=decision_id)).card
    blank = views.Blank(
        draft=uuid4().hex,
        driver_id=call.actor.user_id,
        texts=Wording(card.title, card.text, card.context, card.options),
        channels=card.channels,
        teams=[(team.id, team.name) for team in card.teams],
        replaces=Link(card.id, card.number, card.title, card.state),
    )
    return Open(views.form(blank, call.language))
