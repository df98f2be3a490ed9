"""Finding decisions: by words in either language's spelling, by team, person, state and date (DEC-5)."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, false, func, or_, select
from sqlalchemy.orm import Session

from slackapp.ids import Actor, UserId, WorkspaceId
from slackapp.models import decision_search
from slackapp.models.decision_life import IN_FORCE, LIVE, DecisionState
from slackapp.models.decisions import Decision, DecisionConcern, DecisionVoice
from slackapp.models.teams import Team
from slackapp.permissions.decisions import visible_to
from slackapp.permissions.viewer import viewer
from slackapp.queries import stems
from slackapp.queries.people import name_of
from slackapp.queries.rows import of_row
from slackapp.references import DECISION

PAGE = 8  # with buttons, what one looks through without scrolling
MOST_LOOKED_AT = 5000
"""Where more decisions of a workspace match, the newest are looked at: a frequent word must not keep people waiting."""
STALE = "stale"


@dataclass(frozen=True)
class WantedDecisions:
    """What somebody looks for; what is empty is not asked. `state` may also be "stale". Days are UTC; pages from 0."""

    words: str = ""
    team_id: int | None = None
    person_id: UserId | None = None
    state: str = ""
    since: date | None = None
    until: date | None = None
    page: int = 0


@dataclass(frozen=True)
class FoundDecision:
    """One decision that was found. `at` is when it was decided, or else proposed."""

    id: int
    number: int
    title: str
    state: DecisionState
    is_stale: bool
    decider: str
    at: datetime
    superseded_by: str


@dataclass(frozen=True)
class FoundDecisions:
    """One page of what was found. `team` and `person` are names, for the heading."""

    wanted: WantedDecisions
    team: str
    person: str
    rows: tuple[FoundDecision, ...]
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // PAGE))


def found(session: Session, who: Actor, wanted: WantedDecisions) -> FoundDecisions:
    """The decisions that this person may see and asked for: what counts first, then what no longer does; newest first.

    The same on both databases. What they may not see is not counted either.
    """
    matching = and_(visible_to(viewer(session, who)), *_conditions(session, who, wanted))
    total = session.scalar(select(func.count()).select_from(Decision).where(matching)) or 0
    order = (Decision.state.not_in(LIVE), Decision.id.desc())
    rows = select(Decision).where(matching).order_by(*order).offset(wanted.page * PAGE).limit(PAGE)
    return FoundDecisions(
        wanted=wanted,
        team=_team_name(session, who, wanted.team_id),
        person=name_of(session, who.workspace_id, wanted.person_id) if wanted.person_id else "",
        rows=tuple(_row(session, each) for each in session.scalars(rows)),
        total=total,
    )


def mark_of(workspace_id: WorkspaceId) -> str:
    """The word under which all decisions of a workspace are kept, so that others do not use up what is looked at."""
    return f"workspace{workspace_id}only"


def _conditions(session: Session, who: Actor, wanted: WantedDecisions) -> list[ColumnElement[bool]]:
    filters = [
        *([_of_team(wanted.team_id)] if wanted.team_id is not None else []),
        *([_of_person(wanted.person_id)] if wanted.person_id else []),
        *([_in_state(wanted.state)] if wanted.state else []),
        *_dated(wanted),
    ]
    if wanted.words.strip():
        return [Decision.id.in_(with_words(session, who, wanted.words)), *filters]
    newest = select(Decision.id).where(Decision.workspace_id == who.workspace_id, *filters).order_by(Decision.id.desc())
    return [Decision.id.in_(newest.limit(MOST_LOOKED_AT))]


def with_words(session: Session, who: Actor, words: str) -> Select[Any]:
    """The `id` of the decisions in which all of these words occur; not yet what somebody may see."""
    asked = stems.asked(words)
    if not asked:  # nothing but signs: no word to be found by
        return select(Decision.id).where(Decision.workspace_id == who.workspace_id, false())
    return decision_search.matching(session, [[(mark_of(who.workspace_id), False)], *asked], MOST_LOOKED_AT)


def _of_team(team_id: int) -> ColumnElement[bool]:
    return exists().where(DecisionConcern.decision_id == Decision.id, DecisionConcern.team_id == team_id)


def _of_person(person_id: UserId) -> ColumnElement[bool]:
    voice = exists().where(DecisionVoice.decision_id == Decision.id, DecisionVoice.user_id == person_id)
    return or_(Decision.driver_id == person_id, Decision.decider_id == person_id, voice)


def _in_state(state: str) -> ColumnElement[bool]:
    if state == STALE:
        return Decision.stale_since.is_not(None)
    chosen = DecisionState(state)
    return Decision.state.in_(IN_FORCE) if chosen is DecisionState.DECIDED else Decision.state == chosen


def _dated(wanted: WantedDecisions) -> list[ColumnElement[bool]]:
    at = func.coalesce(Decision.decided_at, Decision.proposed_at, type_=Decision.decided_at.type)
    since = [at >= _midnight(wanted.since)] if wanted.since else []
    # After the last day of all days nothing comes.
    ends = wanted.until if wanted.until != date.max else None
    return [*since, *([at < _midnight(ends + timedelta(days=1))] if ends else [])]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _team_name(session: Session, who: Actor, team_id: int | None) -> str:
    team = session.get(Team, team_id) if team_id is not None and who.workspace_id else None
    return team.name if team and team.workspace_id == who.workspace_id else ""


def _row(session: Session, decision: Decision) -> FoundDecision:
    successor = session.get(Decision, decision.superseded_by_id) if decision.superseded_by_id else None
    return of_row(
        FoundDecision,
        decision,
        is_stale=decision.stale_since is not None,
        decider=name_of(session, decision.workspace_id, decision.decider_id),
        at=decision.decided_at or decision.proposed_at,
        superseded_by=DECISION.of(successor.number) if successor else "",
    )
