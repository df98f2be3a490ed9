"""When a thing comes next, and why somebody was not asked."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

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
class Answer:
    """What became of one time for somebody; `late_s` is how much later than `due_at` that was decided."""

    slot: str
    due_at: datetime
    outcome: Outcome
    late_s: int


def coming(session: Session, workspace_id: WorkspaceId, kind: str, ref: int) -> list[Coming]:
    """The next time in each zone of a thing, the earliest first."""
    theirs = select(Schedule).where(Schedule.workspace_id == workspace_id, Schedule.kind == kind, Schedule.ref == ref)
    by_moment = theirs.order_by(Schedule.next_run_at.is_(None), Schedule.next_run_at, Schedule.tz)
    return [
        Coming(each.tz, each.next_slot, each.next_run_at, is_paused=each.paused_at is not None)
        for each in session.scalars(by_moment)
    ]


def why(
    session: Session, workspace_id: WorkspaceId, kind: str, ref: int, *, member: UserId, day: date, tz: str
) -> list[Answer]:
    """Why somebody was not asked, or that they were: what became of each time on a local date, for who lives in `tz`.

    Empty when the thing did not come that day. For a thing that comes in one zone only, `tz` is that zone.
    """
    theirs = (Occurrence.member == member) | ((Occurrence.member == EVERYBODY) & (Schedule.tz == tz))
    found = (
        select(Occurrence)
        .join(Schedule, Schedule.id == Occurrence.schedule_id)
        .where(Occurrence.workspace_id == workspace_id, Occurrence.kind == kind, Occurrence.ref == ref)
        .where(theirs, Occurrence.slot.startswith(day.isoformat()))
        .order_by(Occurrence.slot)
    )
    return [Answer(each.slot, each.due_at, each.state, each.late_s) for each in session.scalars(found)]


def overdue(session: Session) -> int:
    """How many schedules of all workspaces are due and wait for a tick: for the operator's eyes."""
    due = select(func.count()).select_from(Schedule).where(Schedule.next_run_at <= now(session))
    return session.scalar(due) or 0
