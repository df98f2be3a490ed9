"""What was found, for one person: paged, and seen by nobody else (DEC-5)."""

import json
from dataclasses import replace

from slackapp.ids import UserId
from slackapp.language import Language
from slackapp.language.shortening import one_line, shorten
from slackapp.queries.decisions import FoundDecision, FoundDecisions, WantedDecisions
from slackapp.references import DECISION
from slackapp.views import action_values, blocks, rich
from slackapp.views.blocks import Block, Element
from slackapp.views.decisions.labels import SIGNS, STALE, STATES
from slackapp.views.message import Content
from slackapp.views.rich import Line

TITLE_SHOWN = 120  # two lines on a phone
WORDS_KEPT = 200
"""How many letters of the words that are looked for a button can carry on."""


def listing(shown: FoundDecisions, _: Language) -> Content:
    heading = _heading(shown, _)
    return Content(rich.plain(rich.words(heading)), (blocks.header(heading), *_body(shown, _)))


def results(shown: FoundDecisions, _: Language) -> Block:
    heading = _heading(shown, _)
    return blocks.modal("decision.found", _("Decisions"), [blocks.header(heading), *_body(shown, _)], close=_("Close"))


def written(wanted: WantedDecisions) -> str:
    return json.dumps(
        [
            shorten(wanted.words, WORDS_KEPT) if wanted.words else "",
            wanted.team_id,
            wanted.person_id,
            wanted.state,
            wanted.since.isoformat() if wanted.since else "",
            wanted.until.isoformat() if wanted.until else "",
            wanted.page,
        ]
    )


def read(value: str) -> WantedDecisions:
    """What a button looks for; a refusal for what never was one."""
    words, team_id, person_id, state, since, until, page = (
        "" if each is None else str(each) for each in action_values.listed(value, 7)
    )
    if state not in {"", "stale", *map(str, STATES)}:
        raise action_values.outdated()
    return WantedDecisions(
        words=words,
        team_id=action_values.number(team_id) if team_id else None,
        person_id=UserId(person_id) if person_id else None,
        state=state,
        since=action_values.day(since) if since else None,
        until=action_values.day(until) if until else None,
        page=action_values.page(page),
    )


def described(shown: FoundDecisions, _: Language) -> str:
    wanted = shown.wanted
    parts = [
        _("“{words}”", words=one_line(wanted.words)) if wanted.words else "",
        shown.team,
        shown.person,
        _state(wanted.state, _),
        _("from {day}", day=_.date(wanted.since)) if wanted.since else "",
        _("until {day}", day=_.date(wanted.until)) if wanted.until else "",
    ]
    return ", ".join(part for part in parts if part)


def _state(state: str, _: Language) -> str:
    names = {**{str(each): words for each, words in STATES.items()}, "stale": STALE}
    return _(names[state]) if state in names else ""


def _heading(shown: FoundDecisions, _: Language) -> str:
    looked_for = described(shown, _)
    if not looked_for:
        return _("All decisions ({n})", n=_.number(shown.total))
    return _("Decisions: {what} ({n})", what=looked_for, n=_.number(shown.total))


def _body(shown: FoundDecisions, _: Language) -> list[Block]:
    found: list[Block] = []
    for row in shown.rows:
        found += [rich.block(_line(row, _)), blocks.actions(_show(row, _))]
    return [*(found or [blocks.text(_("Nothing here."))]), blocks.actions(*_pages(shown, _), _refine(shown, _))]


def _line(row: FoundDecision, _: Language) -> Line:
    sign, state = ("⏰", STALE) if row.is_stale else (SIGNS[row.state], STATES[row.state])
    parts = [
        [*rich.words(f"{sign} "), *rich.bold(DECISION.of(row.number)), *rich.words(f" {_title(row)}")],
        rich.words(_(state)),
        rich.line("{decision} holds now", _, decision=row.superseded_by) if row.superseded_by else [],
        rich.words(row.decider),
        [rich.day(row.at)],
    ]
    return rich.joined(each for each in parts if each)


def _title(row: FoundDecision) -> str:
    return shorten(one_line(row.title), TITLE_SHOWN)


def _show(row: FoundDecision, _: Language) -> Element:
    return blocks.button("decision.show", _("Show {decision}", decision=DECISION.of(row.number)), str(row.id))


def _pages(shown: FoundDecisions, _: Language) -> list[Element]:
    row: list[Element] = []
    if shown.wanted.page > 0:
        row.append(blocks.button("decision.list_earlier", _("Back"), _turned(shown.wanted, -1)))
    if shown.wanted.page + 1 < shown.pages:
        row.append(blocks.button("decision.list_later", _("More"), _turned(shown.wanted, 1)))
    return row


def _turned(wanted: WantedDecisions, by: int) -> str:
    return written(replace(wanted, page=wanted.page + by))


def _refine(shown: FoundDecisions, _: Language) -> Element:
    return blocks.button("decision.search", _("Search"), written(shown.wanted))
