"""A decision as its card and its page show it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import ChannelId, UserId, WorkspaceId
from slackapp.models.decision_life import IN_FORCE, DecisionState, Stance
from slackapp.models.decisions import Decision
from slackapp.queries.decisions.concerns import ConcernedTeam, channels_of, teams_of
from slackapp.queries.decisions.voices import ShownVoice, voices_of
from slackapp.queries.people import name_of
from slackapp.queries.rows import of_row
from slackapp.queries.sources import Source, source
from slackapp.references import DECISION


@dataclass(frozen=True)
class DecisionCard:
    """A decision as it is now. Days are local ones, moments UTC."""

    id: int
    number: int
    title: str
    text: str
    context: str
    options: str
    version: int
    state: DecisionState
    is_reversible: bool
    driver: str
    driver_id: UserId
    decider: str
    decider_id: UserId
    until: date | None
    silence_counts: bool
    review_on: date | None
    is_stale: bool
    turned_out: str
    proposed_at: datetime
    decided_at: datetime | None
    teams: tuple[ConcernedTeam, ...]
    channels: tuple[ChannelId, ...]
    voices: tuple[ShownVoice, ...]
    replaces: str
    """What it replaced: "D-7", or "D-7, D-8"."""
    to_replace: str
    """What it is to replace once it is decided."""
    superseded_by: str
    source_url: str
    source_author: str
    source: Source | None = None
    """The same, where no link leads to it."""
    place: str = ""

    @property
    def ref(self) -> str:
        """What people call it."""
        return DECISION.of(self.number)

    @property
    def is_in_force(self) -> bool:
        """Whether it holds."""
        return self.state in IN_FORCE

    @property
    def is_recorded(self) -> bool:
        """Whether it was never proposed here: those consulted were heard elsewhere, and nobody is asked."""
        return self.decided_at == self.proposed_at

    @property
    def heard(self) -> tuple[ShownVoice, ...]:
        """Those who are waited for: not those in whose place somebody else speaks."""
        return tuple(each for each in self.voices if not each.stand_in)

    @property
    def unheard(self) -> tuple[ShownVoice, ...]:
        """Those of them whose silence is no consent, although the time is over."""
        return tuple(each for each in self.heard if each.unheard and self.state is DecisionState.PROPOSED)

    @property
    def team_here(self) -> ConcernedTeam | None:
        """The team that lives where this card stands."""
        return next((team for team in self.teams if team.home_channel == self.place), None)

    def count(self, stance: Stance | None) -> int:
        """How many of those consulted say this; with None, how many have not answered."""
        return sum(each.stance is stance for each in self.heard)


def card(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> DecisionCard | None:
    """The decision as it stands at a place: a concerned channel, or somebody's direct messages."""
    found = select(Decision).where(Decision.workspace_id == workspace_id, Decision.id == int(refs["decision"]))
    decision = session.scalars(found).one_or_none()
    return card_of(session, decision, str(refs.get("place", ""))) if decision else None


def card_of(session: Session, decision: Decision, place: str = "") -> DecisionCard:
    """The decision as it stands at a place, or wherever it is."""
    return of_row(
        DecisionCard,
        decision,
        driver=name_of(session, decision.workspace_id, decision.driver_id),
        decider=name_of(session, decision.workspace_id, decision.decider_id),
        is_stale=decision.stale_since is not None,
        teams=tuple(teams_of(session, decision)),
        channels=tuple(channels_of(session, decision)),
        voices=tuple(voices_of(session, decision)),
        replaces=", ".join(DECISION.of(number) for number in _replaced(session, decision)),
        to_replace=_number(session, decision.workspace_id, decision.replaces_id, IN_FORCE),
        superseded_by=_number(session, decision.workspace_id, decision.superseded_by_id, DecisionState),
        source_author=_author(session, decision),
        source=source(session, decision),
        place=place,
    )


def _replaced(session: Session, decision: Decision) -> list[int]:
    found = select(Decision.number).where(
        Decision.workspace_id == decision.workspace_id, Decision.superseded_by_id == decision.id
    )
    return list(session.scalars(found.order_by(Decision.number)))


def _number(
    session: Session,
    workspace_id: WorkspaceId,
    decision_id: int | None,
    states: frozenset[DecisionState] | type[DecisionState],
) -> str:
    if decision_id is None:
        return ""
    found = select(Decision.number).where(
        Decision.workspace_id == workspace_id, Decision.id == decision_id, Decision.state.in_(list(states))
    )
    number = session.scalar(found)
    return DECISION.of(number) if number else ""


def _author(session: Session, decision: Decision) -> str:
    author = decision.source_author_id
    return name_of(session, decision.workspace_id, author) if author else ""
