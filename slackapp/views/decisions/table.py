"""Decisions as a table for spreadsheets (DEC-7)."""

import csv
import io

from slackapp.language import Language
from slackapp.queries.decisions import Card, Records
from slackapp.views.decisions.words import STATES

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so would be calculated by a spreadsheet: it is kept as text."""


def table(shown: Records, _: Language) -> bytes:
    """One row a decision, in the language of whoever takes it along; dates as spreadsheets read them."""
    held = io.StringIO()
    rows = csv.writer(held)
    rows.writerow(_heads(_))
    rows.writerows([_harmless(cell) for cell in _row(card, _)] for card in shown.cards)
    # The mark by which spreadsheets know that this is UTF-8.
    return held.getvalue().encode("utf-8-sig")


def _heads(_: Language) -> list[str]:
    return [
        _("Number"),
        _("Title"),
        _("State"),
        _("Decided"),
        _("Proposed"),
        _("Decider"),
        _("Driver"),
        _("Teams"),
        _("Review"),
        _("Version"),
        _("Replaces"),
        _("Superseded by"),
        _("Decision"),
        _("Context"),
        _("Options that were weighed"),
        _("How it turned out"),
    ]


def _row(card: Card, _: Language) -> list[str]:
    return [
        card.ref,
        card.title,
        _(STATES[card.state]),
        card.decided_at.date().isoformat() if card.decided_at else "",
        card.proposed_at.date().isoformat(),
        card.decider,
        card.driver,
        ", ".join(team.name for team in card.teams),
        card.review_on.isoformat() if card.review_on else "",
        str(card.version),
        card.replaces,
        card.superseded_by,
        card.text,
        card.context,
        card.options,
        card.turned_out,
    ]


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
