"""How check-ins look. `MESSAGES` are the kinds of messages that rules about check-ins put into the outbox."""

from collections.abc import Mapping
from typing import Any

from slackapp.queries import checkins
from slackapp.views.checkins import (
    form,
    history,
    holidays,
    letters,
    listing,
    page,
    question,
    reasons,
    request,
    sheet,
    steps,
    summary,
)
from slackapp.views.checkins.prompts import prompts
from slackapp.views.message import Files, Kind, Weight


def _own(_: str) -> Weight:
    return Weight.OWN


MESSAGES: Mapping[str, Kind[Any]] = {
    "checkin.summary": Kind(checkins.summary, summary.summary),
    "checkin.line": Kind(checkins.line, summary.line),
    "checkin.owner": Kind(checkins.owned, letters.owner),
    "checkin.orphan": Kind(checkins.owned, letters.orphan),
    "checkin.export": Kind(
        checkins.announced, history.announced, weigh=_own, files=Files(checkins.records, history.files)
    ),
}

__all__ = [
    "MESSAGES",
    "form",
    "history",
    "holidays",
    "listing",
    "page",
    "prompts",
    "question",
    "reasons",
    "request",
    "sheet",
    "steps",
    "summary",
]
