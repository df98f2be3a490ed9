"""Writing down what became of a time: once, whoever else writes it at the same moment."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, literal_column, select
from sqlalchemy.orm import Session

from slackapp.database import ROWS, insert_all_new
from slackapp.ids import UserId
from slackapp.models.schedules import EVERYBODY, Occurrence, Outcome, Schedule
from slackapp.rules.recurrence import Slot

Row = dict[str, Any]
FOR_SOMEBODY = Occurrence.member != literal_column("''")
"""Written out, since a bound value does not match a partial index."""


class Written(NamedTuple):
    """An occurrence that was not there before."""

    id: int
    schedule_id: int
    slot: str
    member: UserId
    state: Outcome


def row(schedule: Schedule, slot: Slot, state: Outcome, *, at: datetime, member: UserId = EVERYBODY) -> Row:
    """The occurrence of a slot as it is written at this moment."""
    return {
        "workspace_id": schedule.workspace_id,
        "schedule_id": schedule.id,
        "kind": schedule.kind,
        "ref": schedule.ref,
        "member": member,
        "slot": slot.name,
        "due_at": slot.due_at,
        "state": state,
        "late_s": int((at - slot.due_at).total_seconds()),
    }


def has_begun(session: Session, schedule: Schedule, slot: Slot) -> bool:
    """Whether something became of a time for some of its members."""
    of_schedule = (Occurrence.workspace_id == schedule.workspace_id, Occurrence.schedule_id == schedule.id)
    some = select(Occurrence.id).where(*of_schedule, Occurrence.slot == slot.name, FOR_SOMEBODY)
    return session.scalars(some.limit(1)).first() is not None


def recorded(session: Session, schedule: Schedule, slot: Slot, members: Sequence[UserId]) -> AbstractSet[UserId]:
    """Those of these members for whom something became of a time already, in whichever zone they were then."""
    parts = (members[start : start + ROWS] for start in range(0, len(members), ROWS))
    return {found for some in parts for found in session.scalars(_of_members(schedule, slot, some))}


def insert(session: Session, rows: Sequence[Row]) -> list[Written]:
    """Write them; what stands already, of this schedule or for the same member in another zone, stays as it is."""
    return [Written._make(each) for each in insert_all_new(session, Occurrence, rows, Written._fields)]


def _of_members(schedule: Schedule, slot: Slot, members: Sequence[UserId]) -> Select[UserId]:
    return select(Occurrence.member).where(
        Occurrence.workspace_id == schedule.workspace_id,
        Occurrence.kind == schedule.kind,
        Occurrence.ref == schedule.ref,
        Occurrence.member.in_(members),
        Occurrence.slot == slot.name,
        FOR_SOMEBODY,
    )
