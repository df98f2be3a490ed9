"""Decisions as a table for spreadsheets (DEC-7)."""

from slackapp import spreadsheets
from slackapp.language import Language
from slackapp.queries.decisions import DecisionCard, DecisionRecords
from slackapp.views.decisions.labels import STATES


def table(shown: DecisionRecords, _: Language) -> bytes:
    """One row a decision, in the language of whoever takes it along; dates as spreadsheets read them."""
    return spreadsheets.written([_heads(_), *(_row(card, _) for card in shown.cards)])


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


def _row(card: DecisionCard, _: Language) -> list[str]:
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
