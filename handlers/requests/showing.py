"""Showing requests: one, with its history, or a list."""

from slackapp.queries import requests, teams
from slackapp.queries.requests import RequestFilter, RequestPage, WantedRequests
from slackapp.rules import sources
from slackapp.slack.answers import Answer, Beneath, Replace, Reply
from slackapp.slack.calls import Call, Press, Submission
from slackapp.slack.listeners import press
from slackapp.views import requests as views
from slackapp.views.message import Content


@press("request.show")
async def show(call: Press) -> Answer:
    return await open_page(call, await call.read(requests.page, call.actor, request_id=call.number))


@press("request.list")
async def choose_list(call: Press) -> Answer:
    return await _another(call)


@press("request.list_earlier")
@press("request.list_later")
async def turn_list(call: Press) -> Answer:
    return await _another(call)


async def open_page(call: Call, shown: RequestPage) -> Answer:
    """Open the page; then see whether the message that it came from still stands (REQ-15)."""
    await call.open(views.page(shown, call.language))
    if shown.source and not await call.is_there(shown.source.channel, shown.source.ts):
        await call.run(sources.lose_source, shown.card.id, by=call.actor)
    return None


async def refreshed(call: Press | Submission, request_id: int) -> Answer:
    """After a step: the page that it was taken from shows what is true now. The card follows by itself."""
    if not call.is_from_page:
        return None
    shown = await call.read(requests.page_if_seen, call.actor, request_id=request_id)
    view = views.page(shown, call.language) if shown else views.gone(call.language)
    return Beneath(view) if isinstance(call, Submission) else Replace(view)


async def first_list(call: Call, wanted: WantedRequests, team: str) -> Answer:
    if wanted.filter is RequestFilter.TEAM:
        wanted = WantedRequests(RequestFilter.TEAM, str((await call.read(teams.meant, call.actor, team)).id))
    return Reply(await _content(call, wanted))


async def _another(call: Press) -> Answer:
    return Reply(await _content(call, views.listing.read(call.value)), in_place=True)


async def _content(call: Call, wanted: WantedRequests) -> Content:
    return views.listing.listing(await call.read(requests.listed, call.actor, wanted), call.language)
