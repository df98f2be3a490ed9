"""What a reminder says, if it is still true when it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from slackapp.ids import WorkspaceId
from slackapp.models.request_life import RequestState
from slackapp.queries.requests.cards import RequestCard, card

REMINDED = frozenset({RequestState.OPEN, RequestState.ACCEPTED, RequestState.IN_PROGRESS, RequestState.BLOCKED})


@dataclass(frozen=True)
class ShownReminder:
    """A request that somebody is reminded of; `stage` is "soon", "limit" or "late"."""

    card: RequestCard
    stage: str


def reminder(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> ShownReminder | None:
    """None when the team has answered, delivered or asked something back in the meantime."""
    shown = card(session, workspace_id, {"request": refs["request"]})
    if shown is None or shown.state not in REMINDED or shown.limit != refs["limit"]:
        return None
    return ShownReminder(shown, str(refs["stage"]))
