"""How check-ins look. `MESSAGES` are the kinds of messages that rules about check-ins put into the outbox."""

from collections.abc import Mapping
from typing import Any

from slackapp.queries import checkins
from slackapp.views.checkins import (
    answering,
    away,
    blockers,
    history,
    lifecycle,
    listing,
    owners,
    page,
    questions,
    reasons,
    setting_up,
    summary,
)
from slackapp.views.checkins.prompts import prompts
from slackapp.views.message import Files, MessageKind, Weight


def _own(_: str) -> Weight:
    return Weight.OWN


MESSAGES: Mapping[str, MessageKind[Any]] = {
    "checkin.summary": MessageKind(checkins.summary, summary.summary),
    "checkin.line": MessageKind(checkins.line, summary.line),
    "checkin.owner": MessageKind(checkins.owned, owners.owner),
    "checkin.orphan": MessageKind(checkins.owned, owners.orphan),
    "checkin.export": MessageKind(
        checkins.announced, history.announced, weigh=_own, files=Files(checkins.records, history.files)
    ),
}
