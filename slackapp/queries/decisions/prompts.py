"""What the app asks by itself at a date, if it is still true when it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from slackapp.ids import WorkspaceId
from slackapp.models.decision_life import DecisionState, Stance
from slackapp.queries.decisions.cards import DecisionCard, card


@dataclass(frozen=True)
class AskedDecision:
    """A decision about which somebody is asked, and the names that the question needs, in words."""

    card: DecisionCard
    silent: tuple[str, ...] = ()
    objecting: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()


def time_is_over(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> AskedDecision | None:
    """For the decider; None when it was closed, or more time was given, in the meantime."""
    shown = card(session, workspace_id, {"decision": refs["decision"]})
    if (
        shown is None
        or shown.state is not DecisionState.PROPOSED
        or not shown.until
        or shown.until.isoformat() != refs["day"]
    ):
        return None
    return AskedDecision(
        shown,
        silent=tuple(each.name for each in shown.heard if each.stance is None),
        objecting=tuple(each.name for each in shown.heard if each.stance is Stance.OBJECT),
    )


def review(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> AskedDecision | None:
    """For the driver; None when it was answered in the meantime."""
    shown = card(session, workspace_id, {"decision": refs["decision"]})
    return AskedDecision(shown) if shown and shown.state is DecisionState.REVIEW_DUE else None


def unseen(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> AskedDecision | None:
    """For the decider: the teams, not the people, that have not seen it; None when all have."""
    shown = card(session, workspace_id, {"decision": refs["decision"]})
    if shown is None or not shown.is_in_force:
        return None
    missing = tuple(team.name for team in shown.teams if not team.has_seen)
    return AskedDecision(shown, unseen=missing) if missing else None
