"""Finding decisions: a list from the command, the search form, and a field that offers them."""

from dataclasses import replace

from slackapp.queries import decisions, teams
from slackapp.queries.decisions import WantedDecisions
from slackapp.slack.answers import Answer, Open, Options, Replace, Reply
from slackapp.slack.calls import Command, Press, Search, Submission
from slackapp.slack.listeners import press, search, submission
from slackapp.views import decisions as views


@press("decision.list_earlier")
@press("decision.list_later")
async def turn_list(call: Press) -> Answer:
    return await _another(call)


@press("decision.search")
async def open_search(call: Press) -> Answer:
    shown = await call.read(decisions.found, call.actor, views.listing.read(call.value))
    return Open(views.search.search(shown, call.language))


@submission("decision.search")
async def look(call: Submission) -> Answer:
    shown = await call.read(decisions.found, call.actor, views.search.read(call.typed))
    return Replace(views.listing.results(shown, call.language))


@search("decision")
async def offer_decisions(call: Search) -> Answer:
    return Options(views.options_of(await call.read(decisions.offered, call.actor, call.words), call.language))


async def first_list(call: Command, wanted: WantedDecisions, team: str) -> Answer:
    if team:
        wanted = replace(wanted, team_id=(await call.read(teams.meant, call.actor, team)).id)
    return Reply(views.listing.listing(await call.read(decisions.found, call.actor, wanted), call.language))


async def _another(call: Press) -> Answer:
    shown = await call.read(decisions.found, call.actor, views.listing.read(call.value))
    if call.view:
        return Replace(views.listing.results(shown, call.language))
    return Reply(views.listing.listing(shown, call.language), in_place=True)
