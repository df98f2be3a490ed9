"""What must hold of everything that comes again: no time is lost, none comes twice, and the next is reckoned right."""

from collections import Counter
from collections.abc import Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.models.outbox import Message
from slackapp.models.schedules import Occurrence, Outcome, Schedule
from slackapp.rules.schedules import plans
from tests.fire import orders


def broken(session: Session) -> list[str]:
    """Each thing that does not hold, in a sentence that begins with the number of the invariant."""
    schedules = session.scalars(select(Schedule).order_by(Schedule.id)).all()
    return [
        *_each_time_once(session, schedules),
        *_missed_within_the_rules(session, schedules),
        *_said_what_was_made(session),
        *_reckoned_right(schedules),
    ]


def _each_time_once(session: Session, schedules: Sequence[Schedule]) -> Iterator[str]:
    for schedule in schedules:
        rows = session.scalars(select(Occurrence).where(Occurrence.schedule_id == schedule.id)).all()
        for (member, slot), count in Counter((row.member, row.slot) for row in rows).items():
            if count > 1:
                yield f"I1 {schedule.id} came {count} times to {member or 'everybody'} at {slot}"
        for slot in _past(session, schedule) - {row.slot for row in rows}:
            yield f"I1 {schedule.id} should have become something at {slot}"


def missed(session: Session) -> set[int]:
    """The lines of whose time it is recorded that it was past its grace: that is no loss."""
    rows = select(Occurrence.ref).where(Occurrence.kind == orders.LINE, Occurrence.state == Outcome.MISSED)
    return set(session.scalars(rows))


def _missed_within_the_rules(session: Session, schedules: Sequence[Schedule]) -> Iterator[str]:
    grace = {schedule.id: schedule.grace_s for schedule in schedules}
    for row in session.scalars(select(Occurrence).where(Occurrence.state == Outcome.MISSED)):
        if row.late_s <= grace[row.schedule_id]:
            yield f"I1 occurrence {row.id} was missed when it was {row.late_s} s late, of {grace[row.schedule_id]}"


def _past(session: Session, schedule: Schedule) -> set[str]:
    """All its times up to now, as they are for a schedule that was never changed."""
    if schedule.paused_at:
        return set()
    table = plans.timetable(schedule)
    return {slot.name for slot in table.until(now(session), since=f"{schedule.starts_on}T00:00")}


def _said_what_was_made(session: Session) -> Iterator[str]:
    made = session.scalars(select(Occurrence).where(Occurrence.state == Outcome.MADE, Occurrence.kind == orders.LINE))
    for occurrence in made.all():
        ours = Message.dedupe_key.startswith(orders.turn_key(occurrence.ref))
        said = session.scalars(select(Message.dedupe_key).where(ours)).all()
        if said != [orders.turn_key(occurrence.ref, occurrence.id)]:
            yield f"I2 occurrence {occurrence.id} was made and said {said}"


def _reckoned_right(schedules: Sequence[Schedule]) -> Iterator[str]:
    for schedule in schedules:
        is_on = schedule.next_slot is not None and schedule.paused_at is None
        due = plans.timetable(schedule).due(schedule.next_slot) if is_on and schedule.next_slot else None
        if schedule.next_run_at != due:
            yield f"I9 {schedule.id} comes at {schedule.next_run_at} and {schedule.next_slot} is {due}"
