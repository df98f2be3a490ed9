"""When a thing comes next, and why somebody was not asked."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session, aliased

from slackapp.clock import now
from slackapp.ids import UserId, WorkspaceId
from slackapp.models.schedules import EVERYBODY, Occurrence, Outcome, Schedule


@dataclass(frozen=True)
class Coming:
    """The next time of a thing in one zone; no moment while it is paused, no slot when it has ended."""

    tz: str
    slot: str | None
    at: datetime | None
    is_paused: bool


@dataclass(frozen=True)
class ScheduleAnswer:
    """What became of one time for somebody; `late_s` is how much later than `due_at` that was decided."""

    slot: str
    due_at: datetime
    outcome: Outcome
    late_s: int


def coming(session: Session, workspace_id: WorkspaceId, kind: str, ref: int) -> list[Coming]:
    """The next time in each zone of a thing, the earliest first."""
    return all_coming(session, workspace_id, kind, [ref]).get(ref, [])


def all_coming(
    session: Session, workspace_id: WorkspaceId, kind: str, refs: Collection[int]
) -> Mapping[int, list[Coming]]:
    """The same of several things at once, by their numbers; what has no schedule is left out."""
    theirs = select(Schedule).where(
        Schedule.workspace_id == workspace_id, Schedule.kind == kind, Schedule.ref.in_(refs)
    )
    found: defaultdict[int, list[Coming]] = defaultdict(list)
    for each in session.scalars(theirs.order_by(Schedule.next_run_at.is_(None), Schedule.next_run_at, Schedule.tz)):
        found[each.ref].append(Coming(each.tz, each.next_slot, each.next_run_at, is_paused=each.paused_at is not None))
    return found


def why(
    session: Session, workspace_id: WorkspaceId, kind: str, ref: int, *, member: UserId, day: date, tz: str
) -> list[ScheduleAnswer]:
    """Why somebody was not asked, or that they were: what became of each time on a local date, for who lives in `tz`.

    Empty when the thing did not come that day. For a thing that comes in one zone only, `tz` is that zone.
    """
    found = (
        select(Occurrence)
        .join(Schedule, Schedule.id == Occurrence.schedule_id)
        .where(Occurrence.workspace_id == workspace_id, Occurrence.kind == kind, Occurrence.ref == ref)
        .where(concerning(member, tz), Occurrence.slot.startswith(day.isoformat()))
        .order_by(Occurrence.slot)
    )
    return [ScheduleAnswer(each.slot, each.due_at, each.state, each.late_s) for each in session.scalars(found)]


def concerning(member: UserId, tz: str) -> ColumnElement[bool]:
    """What became of a time for somebody who lives in `tz`: what concerns everybody, unless something became of theirs.

    Both stand there only where a large round was interrupted half-way.
    """
    own = aliased(Occurrence)
    has_own = exists().where(
        own.workspace_id == Occurrence.workspace_id,
        own.schedule_id == Occurrence.schedule_id,
        own.member == member,
        own.slot == Occurrence.slot,
    )
    return (Occurrence.member == member) | ((Occurrence.member == EVERYBODY) & (Schedule.tz == tz) & ~has_own)


def overdue(session: Session) -> int:
    """How many schedules of all workspaces are due and wait for a tick: for the operator's eyes."""
    due = select(func.count()).select_from(Schedule).where(Schedule.next_run_at <= now(session))
    return session.scalar(due) or 0
