"""Showing areas: one with its history, a list, or everything that somebody is asked."""

from dataclasses import replace

from slackapp.queries import areas, teams
from slackapp.queries.areas import WantedAreas
from slackapp.slack.answers import Answer, Beneath, Open, Replace, Reply
from slackapp.slack.calls import Call, Press, Submission
from slackapp.slack.listeners import press
from slackapp.views import areas as views
from slackapp.views.blocks import Block
from slackapp.views.message import Content


@press("area.show")
async def show(call: Press) -> Answer:
    return await open_page(call, call.number)


@press("area.round")
async def show_round(call: Press) -> Answer:
    shown = await call.read(areas.round_page, call.actor, call.number)
    return Open(views.rounds.page(shown, call.language))


@press("area.list")
async def choose_list(call: Press) -> Answer:
    """Another list in the same place; from a channel's message to this person alone."""
    return await _another(call)


@press("area.list_earlier")
@press("area.list_later")
async def turn_list(call: Press) -> Answer:
    return await _another(call)


async def open_page(call: Call, area_id: int) -> Answer:
    return Open(await _page(call, area_id))


async def refreshed(call: Press | Submission, area_id: int) -> Answer:
    """After a step: the page that it was taken from shows what is true now. Messages follow by themselves."""
    if isinstance(call, Submission):
        return Beneath(await _page(call, area_id)) if call.is_from_page else None
    if "round" in call.about:
        return await round_refreshed(call, int(call.about["round"]))
    return Replace(await _page(call, area_id)) if call.is_from_page else None


async def round_refreshed(call: Press, round_id: int) -> Answer:
    if "round" not in call.about:
        return None
    shown = await call.read(areas.round_page, call.actor, round_id)
    return Replace(views.rounds.page(shown, call.language))


async def first_list(call: Call, wanted: WantedAreas, team: str) -> Answer:
    if team:
        wanted = replace(wanted, team_id=(await call.read(teams.meant, call.actor, team)).id)
    return Reply(await _content(call, wanted))


async def _another(call: Press) -> Answer:
    is_own = bool(call.view) or call.is_on_a_reply
    return Reply(await _content(call, views.listing.read(call.value)), in_place=is_own)


async def _content(call: Call, wanted: WantedAreas) -> Content:
    return views.listing.listing(await call.read(areas.listed, call.actor, wanted), call.language)


async def _page(call: Call, area_id: int) -> Block:
    return views.page(await call.read(areas.page, call.actor, area_id), call.language)
