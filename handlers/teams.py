"""/teams: which teams there are, and the form in which they are made and changed."""

from slackapp.language import mentions
from slackapp.language.mentions import ChannelMention, GroupMention, PersonMention
from slackapp.queries import team_forms, team_pages, user_groups
from slackapp.queries.team_forms import FilledTeam
from slackapp.rules import teams
from slackapp.slack.answers import Answer, Open, Options, Replace
from slackapp.slack.calls import Call, Command, Press, Search, Submission
from slackapp.slack.listeners import command, press, search, submission
from slackapp.views import blocks
from slackapp.views.blocks import Block
from slackapp.views.teams import countries, form, page, zones

NEW = frozenset({"new", "nieuw"})


@command("/teams")
async def show_teams(call: Command) -> Answer:
    if not call.text:
        return Open(await _list(call))
    if call.text.casefold() in NEW:
        return Open(_form(call, await call.read(team_forms.new, call.actor)))
    return Open(await _named(call))


@press("teams.new")
async def open_new(call: Press) -> Answer:
    return Replace(_form(call, await call.read(team_forms.new, call.actor)))


@press("teams.edit")
async def open_existing(call: Press) -> Answer:
    view = _form(call, await call.read(team_forms.existing, call.actor, call.number))
    return Replace(view) if call.view else Open(view)


@submission("teams.form")
async def save(call: Submission) -> Answer:
    terms, team_id = form.read(call.typed), call.about.get("team")
    saved = await call.run(teams.save, terms, team_id=team_id, by=call.actor)
    return Replace(page.saved(await call.read(team_pages.detail, call.actor, saved), call.language))


@press("teams.archive")
async def archive(call: Press) -> Answer:
    await call.run(teams.archive, call.number, by=call.actor)
    return Replace(await _list(call))


@press("teams.restore")
async def restore(call: Press) -> Answer:
    await call.run(teams.restore, call.number, by=call.actor)
    return Replace(await _list(call))


@press("teams.show")
async def show_team(call: Press) -> Answer:
    shown = await call.read(team_pages.detail, call.actor, call.number)
    return Replace(page.detail(shown, call.language))


@press("teams.list")
async def show_list(call: Press) -> Answer:
    return Replace(await _list(call))


@press("teams.archived")
async def show_archived(call: Press) -> Answer:
    return Replace(await _archived(call))


@press("teams.earlier")
@press("teams.later")
async def turn_page(call: Press) -> Answer:
    shown = _archived if call.about.get("archived") else _list
    return Replace(await shown(call, call.page))


@search("team")
async def offer_teams(call: Search) -> Answer:
    found = await call.read(team_pages.offered, call.actor, call.words)
    return Options([blocks.option(team.name, str(team.id)) for team in found])


@search("user_group")
async def offer_groups(call: Search) -> Answer:
    found = await call.read(user_groups.search, call.actor, call.words)
    return Options([blocks.option(f"@{group.handle}", group.id, group.name) for group in found])


@search("time_zone")
async def offer_zones(call: Search) -> Answer:
    return Options(zones.offered(call.words, call.database.clock.now()))


@search("country")
async def offer_countries(call: Search) -> Answer:
    return Options(countries.offered(call.words, call.language))


async def _list(call: Call, start: int = 0) -> Block:
    return page.overview(await call.read(team_pages.listed, call.actor, start), call.language)


async def _archived(call: Call, start: int = 0) -> Block:
    return page.overview(await call.read(team_pages.listed_archived, call.actor, start), call.language)


async def _named(call: Command) -> Block:
    written = mentions.plain(call.text)
    shown = await call.read(team_pages.named, call.actor, _said(call.text), as_written=written)
    if not shown.line.may_change:
        return page.detail(shown, call.language)
    return _form(call, await call.read(team_forms.existing, call.actor, shown.line.team.id))


def _form(call: Call, filled: FilledTeam) -> Block:
    return form.form(filled, call.database.clock.now(), call.language)


def _said(text: str) -> str:
    first = mentions.read(text)[0]
    return str(first.id) if isinstance(first, ChannelMention | GroupMention | PersonMention) else mentions.plain(text)
