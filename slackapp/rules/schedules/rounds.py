"""A tick comes to schedules that are due: what becomes of each of their times.

The order of reasons: paused (such a schedule is never due), weekday, holiday, too late; then for each member the
holidays of their country, and away. What concerns everybody is one occurrence, not one for each member.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.models.schedules import Outcome, Schedule, Scope
from slackapp.rules.recurrence import Slot
from slackapp.rules.recurrence.calendar import is_holiday
from slackapp.rules.schedules import kinds, occurrences, planning, zones
from slackapp.rules.schedules.kinds import Made, Member, Round
from slackapp.rules.schedules.occurrences import Row, Written
from slackapp.rules.schedules.plans import timetable

MOST_TURNS = 100
"""So many times of one schedule in a transaction: after a long outage the rest comes with the next tick."""
ENOUGH = 1000
"""So many occurrences in a transaction: what is due besides comes with the next."""


@dataclass(frozen=True)
class Held:
    """A round, and how many occurrences were written for it, by what became of them."""

    round: Round
    outcomes: Mapping[Outcome, int]


@dataclass(frozen=True)
class Turn:
    """A round that is being worked on: its rows, and the zones of members for whom the thing does not come yet."""

    schedule: Schedule
    round: Round
    rows: Sequence[Row]
    tzs: AbstractSet[str] = frozenset()


def hold(session: Session, due: Sequence[Schedule], words: Mapping[str, kinds.Schedule]) -> list[Held]:
    """Record what became of every time that is due, say what must be posted, and name the next time of each schedule.

    The schedules are held by this transaction. Where there is too much for one, the rest stays due.
    """
    turns: list[Turn] = []
    # Thing by thing, in the same order everywhere: two ticks that come to the same things wait in line for their rows.
    for schedule in sorted(due, key=lambda each: (each.workspace_id, each.kind, each.ref, each.id)):
        if sum(len(turn.rows) for turn in turns) >= ENOUGH:
            break
        turns += _turns(session, schedule, words[schedule.kind])
    written = _written(session, turns)
    for turn in turns:
        _tell(session, turn, written.get(_key(turn), []), words[turn.schedule.kind])
        zones.add(session, turn.schedule, turn.tzs)
    return [Held(turn.round, Counter(each.state for each in written.get(_key(turn), []))) for turn in turns]


def _turns(session: Session, schedule: Schedule, word: kinds.Schedule) -> list[Turn]:
    at, table = now(session), timetable(schedule)
    found = table.until(at, since=schedule.next_slot) if schedule.next_slot else iter(())
    slots = list(islice(found, MOST_TURNS + 1))
    turns = [_turn(session, schedule, slot, word=word, skipped=table.skipped(slot.day)) for slot in slots[:MOST_TURNS]]
    planning.start(schedule, slots[MOST_TURNS] if len(slots) > MOST_TURNS else table.after(at))
    return turns


def _turn(session: Session, schedule: Schedule, slot: Slot, *, word: kinds.Schedule, skipped: Outcome | None) -> Turn:
    at = now(session)
    round_ = _round(schedule, slot, at)
    reason = skipped or (Outcome.MISSED if round_.late_s > schedule.grace_s else None)
    if reason or schedule.scope is Scope.CHANNEL:
        return Turn(schedule, round_, [occurrences.row(schedule, slot, reason or Outcome.MADE, at=at)])
    members = {each.user_id: each for each in word.members(session, round_)}.values()
    rows = [
        occurrences.row(schedule, slot, _state(each, slot), at=at, member=each.user_id)
        for each in _here(members, schedule)
    ]
    return Turn(schedule, round_, rows, _lacking(session, schedule, members))


def _round(schedule: Schedule, slot: Slot, at: datetime) -> Round:
    return Round(
        schedule_id=schedule.id,
        workspace_id=schedule.workspace_id,
        kind=schedule.kind,
        ref=schedule.ref,
        tz=schedule.tz,
        slot=slot.name,
        due_at=slot.due_at,
        late_s=int((at - slot.due_at).total_seconds()),
    )


def _here(members: Iterable[Member], schedule: Schedule) -> list[Member]:
    """Those whose day this is."""
    return [each for each in members if schedule.scope is Scope.MEMBERS or each.tz == schedule.tz]


def _state(member: Member, slot: Slot) -> Outcome:
    if member.is_away is None and is_holiday(slot.day, member.country):
        return Outcome.HOLIDAY
    return Outcome.AWAY if member.is_away else Outcome.MADE


def _lacking(session: Session, schedule: Schedule, members: Iterable[Member]) -> AbstractSet[str]:
    if schedule.scope is not Scope.OWN_ZONE:
        return frozenset()
    return zones.lacking(session, schedule, frozenset(each.tz for each in members))


def _written(session: Session, turns: Sequence[Turn]) -> dict[tuple[int, str], list[Written]]:
    """What was new, by schedule and slot: only that is told to the word, so that nobody is asked twice."""
    found: dict[tuple[int, str], list[Written]] = {}
    for each in occurrences.insert(session, [row for turn in turns for row in turn.rows]):
        found.setdefault((each.schedule_id, each.slot), []).append(each)
    return found


def _key(turn: Turn) -> tuple[int, str]:
    return turn.schedule.id, turn.round.slot


def _tell(session: Session, turn: Turn, written: Sequence[Written], word: kinds.Schedule) -> None:
    made = [Made(each.id, each.member) for each in written if each.state is Outcome.MADE]
    if made:
        word.made(session, turn.round, made)
