"""A list of requests for one person: filtered, paged, seen by nobody else (REQ-10)."""

from collections.abc import Mapping
from dataclasses import replace

from slackapp.language import N_, Language
from slackapp.language.shortening import one_line, shorten
from slackapp.queries.requests import ListedRequests, RequestFilter, RequestRow, WantedRequests
from slackapp.references import REQUEST
from slackapp.views import action_values, blocks, rich
from slackapp.views.blocks import Block, Element
from slackapp.views.message import Content
from slackapp.views.requests.labels import SIGNS, STATES
from slackapp.views.rich import Line

TITLE_SHOWN = 120  # two lines on a phone

HEADINGS: Mapping[RequestFilter, str] = {
    RequestFilter.MINE: N_("My requests"),
    RequestFilter.WAITING: N_("Waiting for my teams"),
    RequestFilter.OVERDUE: N_("Overdue"),
}


def listing(shown: ListedRequests, _: Language) -> Content:
    heading = _heading(shown, _)
    return Content(
        text=f"{rich.plain(rich.words(heading))} ({_.number(shown.total)})",
        blocks=(
            blocks.header(f"{heading} ({_.number(shown.total)})"),
            *_rows(shown, _),
            blocks.actions(_filter(shown, _), *_pages(shown, _)),
        ),
    )


def written(wanted: WantedRequests) -> str:
    return f"{wanted.filter}|{wanted.page}|{wanted.which}"


def read(value: str) -> WantedRequests:
    """The list that a button asks for; a refusal for what never was one."""
    kind, page, which = action_values.parts(value, 3, "|")
    wanted = WantedRequests(action_values.word(RequestFilter, kind), which, action_values.page(page))
    return replace(wanted, which=str(action_values.number(which))) if wanted.filter is RequestFilter.TEAM else wanted


def _heading(shown: ListedRequests, _: Language) -> str:
    match shown.wanted.filter:
        case RequestFilter.TEAM:
            return _("Requests to {team}", team=shown.which)
        case RequestFilter.CUSTOMER:
            return _("Requests for {customer}", customer=shown.which)
        case kind:
            return _(HEADINGS[kind])


def _rows(shown: ListedRequests, _: Language) -> list[Block]:
    if not shown.rows:
        return [blocks.text(_("Nothing here."))]
    found: list[Block] = []
    for row in shown.rows:
        found += [rich.block(_line(row, _)), blocks.actions(_show(row, _))]
    return found


def _line(row: RequestRow, _: Language) -> Line:
    sign = "⏰" if row.is_late else SIGNS[row.state]
    parts = [
        [*rich.words(f"{sign} "), *rich.bold(REQUEST.of(row.number)), *rich.words(f" {_title(row)}")],
        rich.words(_(STATES[row.state])),
        rich.bold(_("late")) if row.is_late else [],
        rich.words(row.to_team),
        rich.words(row.owner),
        [rich.day(row.due_at)] if row.due_at else [],
    ]
    return rich.joined(each for each in parts if each)


def _title(row: RequestRow) -> str:
    return shorten(one_line(row.title), TITLE_SHOWN)


def _show(row: RequestRow, _: Language) -> Element:
    return blocks.button("request.show", _("Show {request}", request=REQUEST.of(row.number)), str(row.id))


def _filter(shown: ListedRequests, _: Language) -> Element:
    options = [blocks.option(_(words), written(WantedRequests(kind))) for kind, words in HEADINGS.items()]
    chosen = written(WantedRequests(shown.wanted.filter))
    return blocks.choice("request.list", options, chosen, placeholder=_("Show other requests"))


def _pages(shown: ListedRequests, _: Language) -> list[Element]:
    wanted = shown.wanted
    buttons: list[Element] = []
    if wanted.page > 0:
        earlier = written(WantedRequests(wanted.filter, wanted.which, wanted.page - 1))
        buttons.append(blocks.button("request.list_earlier", _("Back"), earlier))
    if wanted.page + 1 < shown.pages:
        later = written(WantedRequests(wanted.filter, wanted.which, wanted.page + 1))
        buttons.append(blocks.button("request.list_later", _("More"), later))
    return buttons
