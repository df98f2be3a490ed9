"""A list of areas for one person: filtered, paged, seen by nobody else."""

from collections.abc import Mapping
from dataclasses import replace

from slackapp.language import N_, Language
from slackapp.language.shortening import one_line, shorten
from slackapp.queries.areas import AreaCard, AreaFilter, ListedAreas, WantedAreas
from slackapp.views import action_values, blocks, rich
from slackapp.views.areas.facts import person, status
from slackapp.views.blocks import Block, Element
from slackapp.views.message import Content
from slackapp.views.rich import Line

NAME_SHOWN = 100

HEADINGS: Mapping[AreaFilter, str] = {
    AreaFilter.MINE: N_("My areas"),
    AreaFilter.ALL: N_("All areas"),
    AreaFilter.ADRIFT: N_("Without an owner or a confirmation"),
    AreaFilter.NO_BACKUP: N_("Without a backup"),
    AreaFilter.RETIRED: N_("Retired"),
}


def listing(shown: ListedAreas, _: Language) -> Content:
    heading = f"{_heading(shown, _)} ({_.number(shown.total)})"
    return Content(
        text=rich.plain(rich.words(heading)),
        blocks=(
            blocks.header(heading),
            *_rows(shown, _),
            blocks.actions(_filter(shown, _), *_pages(shown, _)),
            blocks.actions(*_also(shown, _)),
        ),
    )


def written(wanted: WantedAreas) -> str:
    return f"{wanted.filter}|{wanted.page}|{wanted.team_id or ''}"


def read(value: str) -> WantedAreas:
    """The list that a button asks for; a refusal for what never was one."""
    kind, page, team_id = action_values.parts(value, 3, "|")
    return WantedAreas(
        action_values.word(AreaFilter, kind),
        action_values.number(team_id) if team_id else None,
        action_values.page(page),
    )


def _heading(shown: ListedAreas, _: Language) -> str:
    words = _(HEADINGS[shown.wanted.filter])
    return _("{team}: {words}", team=shown.team, words=words) if shown.team else words


def _rows(shown: ListedAreas, _: Language) -> list[Block]:
    if not shown.rows:
        return [blocks.text(_("Nothing here."))]
    found: list[Block] = []
    for card in shown.rows:
        show = blocks.button("area.show", _("Show {area}", area=shorten(one_line(card.name), 40)), str(card.id))
        found += [rich.block(_line(card, _)), blocks.actions(show)]
    return found


def _line(card: AreaCard, _: Language) -> Line:
    name = rich.bold(shorten(one_line(card.name), NAME_SHOWN))
    owner = rich.words(person(card.owner, _))
    return rich.joined([name, rich.words(card.team), owner, status(card, _)])


def _filter(shown: ListedAreas, _: Language) -> Element:
    lists = [WantedAreas(kind, shown.wanted.team_id) for kind in HEADINGS]
    options = [blocks.option(_(HEADINGS[each.filter]), written(each)) for each in lists]
    chosen = written(replace(shown.wanted, page=0))
    return blocks.choice("area.list", options, chosen, placeholder=_("Show other areas"))


def _pages(shown: ListedAreas, _: Language) -> list[Element]:
    wanted = shown.wanted
    buttons: list[Element] = []
    if wanted.page > 0:
        earlier = written(replace(wanted, page=wanted.page - 1))
        buttons.append(blocks.button("area.list_earlier", _("Back"), earlier))
    if wanted.page + 1 < shown.pages:
        later = written(replace(wanted, page=wanted.page + 1))
        buttons.append(blocks.button("area.list_later", _("More"), later))
    return buttons


def _also(shown: ListedAreas, _: Language) -> list[Element]:
    add = blocks.button("area.add", _("New area"))
    if not shown.may_move:
        return [add]
    return [add, blocks.button("area.move_all", _("Move all to another team"), str(shown.wanted.team_id))]
