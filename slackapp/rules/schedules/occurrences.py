"""Writing down what became of a time: once, whoever else writes it at the same moment."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple, cast

from sqlalchemy import Table, inspect
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from slackapp.ids import UserId
from slackapp.models.schedules import EVERYBODY, Occurrence, Outcome, Schedule
from slackapp.rules.recurrence import Slot

ROWS = 500
"""So many in one statement; a database takes only so many values."""

Row = dict[str, Any]


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


def insert(session: Session, rows: Sequence[Row]) -> list[Written]:
    """Write them; what stands already, of this schedule or for the same member in another zone, stays as it is."""
    into = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    table = inspect(Occurrence).local_table
    written = (
        into(cast("Table", table)).on_conflict_do_nothing().returning(*(table.c[name] for name in Written._fields))
    )
    found: list[Written] = []
    for start in range(0, len(rows), ROWS):
        some = list(rows[start : start + ROWS])
        found += [Written(*each) for each in session.execute(written, some)]
    return found
