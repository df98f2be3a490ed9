"""Which time is next, and what becomes of times that were due while something else was decided."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import BindParameter, Table, bindparam, func, inspect, select, update
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.models.schedules import Occurrence, Outcome, Schedule
from slackapp.rules.recurrence import Slot, Timetable, zone_data
from slackapp.rules.schedules import occurrences
from slackapp.rules.schedules.plans import timetable

AFTER_ALL_TIMES = "T99"


def change(session: Session, schedule: Schedule, values: Mapping[str, Any]) -> None:
    """Let it come by other rules from now on. What was due by the old ones and had not come yet is recorded.

    Only the last of them still comes, if it is due by the new rules as well: an edit must not swallow the turn of the
    minute in which it is made.
    """
    at, overdue, old = now(session), _overdue(schedule, now(session)), timetable(schedule)
    for name, value in values.items():
        setattr(schedule, name, value)
    kept = _still_due(timetable(schedule), overdue, at) if schedule.paused_at is None else None
    _record(session, schedule, old, (slot for slot in overdue if kept is None or slot.name != kept.name))
    schedule.paused_at = schedule.paused_at and at
    start(schedule, kept or _first(session, schedule, at))


def end(session: Session, schedule: Schedule) -> None:
    """Let it come no more; what became of it stays to be read."""
    _record(session, schedule, timetable(schedule), _overdue(schedule, now(session)))
    start(schedule, None)


def resume(session: Session, schedule: Schedule) -> None:
    """Let it come again after a pause; each time that passed meanwhile is recorded."""
    at, overdue, paused_at = now(session), _overdue(schedule, now(session)), schedule.paused_at
    last = overdue[-1] if overdue else None
    # Paused in the very minute in which it was due, and back before it was too late.
    is_due = last and paused_at and last.due_at < paused_at and _late(last, at) <= schedule.grace_s
    kept = last if is_due else None
    _record(session, schedule, timetable(schedule), (slot for slot in overdue if slot != kept))
    schedule.paused_at = None
    start(schedule, kept or _first(session, schedule, at))


def start(schedule: Schedule, slot: Slot | None) -> None:
    """Let this be the next time; None is the end."""
    schedule.next_slot = slot.name if slot else None
    schedule.next_run_at = slot.due_at if slot and schedule.paused_at is None else None
    schedule.tzdata_version = zone_data.edition()


def start_all(session: Session, nexts: Sequence[tuple[Schedule, Slot | None]]) -> None:
    """The same for schedules that this transaction holds, in one question: a tick comes to very many at once."""
    schedules = cast("Table", inspect(Schedule).local_table)
    ours = update(schedules).where(schedules.c.workspace_id == bindparam("theirs"), schedules.c.id == bindparam("held"))
    new: dict[str, BindParameter[Any]] = {
        name: bindparam(f"new_{name}") for name in ("next_slot", "next_run_at", "tzdata_version")
    }
    rows = [_started(schedule, slot) for schedule, slot in nexts]
    if rows:
        session.execute(ours.values(rev=schedules.c.rev + 1, **new), rows)


def _started(schedule: Schedule, slot: Slot | None) -> dict[str, object]:
    return {
        "theirs": schedule.workspace_id,
        "held": schedule.id,
        "new_next_slot": slot.name if slot else None,
        "new_next_run_at": slot.due_at if slot else None,
        "new_tzdata_version": zone_data.edition(),
    }


def _overdue(schedule: Schedule, at: datetime) -> list[Slot]:
    """What was due and has not come, because no tick was there yet, or because it is paused."""
    if schedule.next_slot is None:
        return []
    return list(timetable(schedule).until(at, since=schedule.next_slot))


def _still_due(new: Timetable, overdue: Sequence[Slot], at: datetime) -> Slot | None:
    """The last of the overdue as the new rules have it, if they do and nothing of theirs came after it."""
    if not overdue:
        return None
    found = list(new.until(at, since=overdue[-1].name))
    return found[0] if [each.name for each in found] == [overdue[-1].name] else None


def _first(session: Session, schedule: Schedule, at: datetime) -> Slot | None:
    return timetable(schedule).after(at, beyond=max(_last_name(session, schedule), _last_day(session, schedule)))


def _last_name(session: Session, schedule: Schedule) -> str:
    """What moves west comes to the same names again: each of them has become something already."""
    named = select(func.max(Occurrence.slot)).where(
        Occurrence.workspace_id == schedule.workspace_id, Occurrence.schedule_id == schedule.id
    )
    return session.scalar(named) or ""


def _last_day(session: Session, schedule: Schedule) -> str:
    """The end of the last day on which it was made: later names are of later days."""
    made = select(func.max(Occurrence.slot)).where(
        Occurrence.workspace_id == schedule.workspace_id,
        Occurrence.schedule_id == schedule.id,
        Occurrence.state == Outcome.MADE,
    )
    last = session.scalar(made)
    return f"{last[:10]}{AFTER_ALL_TIMES}" if last else ""


def _record(session: Session, schedule: Schedule, turns: Timetable, slots: Iterable[Slot]) -> None:
    at = now(session)
    rows = [occurrences.row(schedule, slot, _state(schedule, turns, slot), at=at) for slot in slots]
    occurrences.insert(session, rows)


def _state(schedule: Schedule, turns: Timetable, slot: Slot) -> Outcome:
    is_paused = schedule.paused_at is not None and slot.due_at >= schedule.paused_at
    return Outcome.PAUSED if is_paused else turns.skipped(slot.day) or Outcome.MISSED


def _late(slot: Slot, at: datetime) -> float:
    return (at - slot.due_at).total_seconds()
