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
from slackapp.holiday_calendars import is_holiday
from slackapp.models.schedules import Outcome, Schedule, ScheduleScope
from slackapp.rules.recurrence import Slot
from slackapp.rules.schedules import kinds, occurrences, planning, zones
from slackapp.rules.schedules.kinds import Made, Member, Round
from slackapp.rules.schedules.occurrences import Row, Written
from slackapp.rules.schedules.plans import timetable

MOST_TURNS = 100
"""So many times of one schedule in a transaction: after a long outage the rest comes with the next tick."""
ENOUGH = 100
"""So many occurrences in a transaction: who is left of a large round comes with the next.

Each takes some milliseconds, in which nobody else can write to a SQLite file (docs/decisions/schedules.md).
"""


@dataclass(frozen=True)
class Held:
    """A round, and how many occurrences were written for it, by what became of them."""

    round: Round
    outcomes: Mapping[Outcome, int]


@dataclass(frozen=True)
class Turn:
    """A round that is being worked on: its rows, and the zones of members for whom the thing does not come yet.

    `is_whole` says that these are all who were left of it.
    """

    schedule: Schedule
    round: Round
    rows: Sequence[Row]
    tzs: AbstractSet[str] = frozenset()
    is_whole: bool = True


def hold(session: Session, due: Sequence[Schedule], words: Mapping[str, kinds.ScheduleKind]) -> list[Held]:
    """Record what became of every time that is due, say what must be posted, and name the next time of each schedule.

    The schedules are held by this transaction. Where there is too much for one, the rest stays due.
    """
    turns: list[Turn] = []
    nexts: list[tuple[Schedule, Slot | None]] = []
    # Thing by thing, in the same order everywhere: two ticks that come to the same things wait in line for their rows.
    for schedule in sorted(due, key=lambda each: (each.workspace_id, each.kind, each.ref, each.id)):
        room = ENOUGH - sum(len(turn.rows) for turn in turns)
        if room <= 0:
            break
        some, following = _turns(session, schedule, words[schedule.kind], room)
        turns += some
        nexts.append((schedule, following))
    planning.start_all(session, nexts)
    written = _written(session, turns)
    for turn in turns:
        _tell(session, turn, written.get(_key(turn), []), words[turn.schedule.kind])
        zones.add(session, turn.schedule, turn.tzs)
    return [Held(turn.round, Counter(each.state for each in written.get(_key(turn), []))) for turn in turns]


def _turns(session: Session, schedule: Schedule, word: kinds.ScheduleKind, room: int) -> tuple[list[Turn], Slot | None]:
    """What is due of it, as far as there is room, and what is next then."""
    at, table = now(session), timetable(schedule)
    found = table.until(at, since=schedule.next_slot) if schedule.next_slot else iter(())
    slots, turns = list(islice(found, MOST_TURNS + 1)), list[Turn]()
    for slot in slots[:MOST_TURNS]:
        if room <= 0:
            break
        turns.append(_turn(session, schedule, slot, word=word, skipped=table.skipped(slot.day), room=room))
        room = room - len(turns[-1].rows) if turns[-1].is_whole else 0
    done = sum(turn.is_whole for turn in turns)
    return turns, slots[done] if done < len(slots) else table.after(at)


def _turn(
    session: Session, schedule: Schedule, slot: Slot, *, word: kinds.ScheduleKind, skipped: Outcome | None, room: int
) -> Turn:
    at = now(session)
    round_ = _round(schedule, slot, at)
    reason = skipped or (Outcome.MISSED if round_.late_s > schedule.grace_s else None)
    if schedule.scope is ScheduleScope.CHANNEL or (reason and not _has_begun(session, schedule, slot)):
        return Turn(schedule, round_, [occurrences.row(schedule, slot, reason or Outcome.MADE, at=at)])
    members = {each.user_id: each for each in word.members(session, round_)}.values()
    left = _left(session, schedule, slot, here=_here(members, schedule), room=room)
    rows = [
        occurrences.row(schedule, slot, reason or _state(each, slot), at=at, member=each.user_id)
        for each in left[:room]
    ]
    return Turn(schedule, round_, rows, _lacking(session, schedule, members), is_whole=len(left) <= room)


def _has_begun(session: Session, schedule: Schedule, slot: Slot) -> bool:
    """Whether some of its members were asked before an outage, so that it was not missed by everybody."""
    return slot.name == schedule.next_slot and occurrences.has_begun(session, schedule, slot)


def _left(session: Session, schedule: Schedule, slot: Slot, *, here: Sequence[Member], room: int) -> Sequence[Member]:
    """Those of whom nothing became yet; where all of them find room, the unique keys know it as well."""
    if len(here) <= room:
        return here
    recorded = occurrences.recorded(session, schedule, slot, [each.user_id for each in here])
    return [each for each in here if each.user_id not in recorded]


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
    return [each for each in members if schedule.scope is ScheduleScope.MEMBERS or each.tz == schedule.tz]


def _state(member: Member, slot: Slot) -> Outcome:
    if member.is_away is None and is_holiday(slot.day, member.country):
        return Outcome.HOLIDAY
    return Outcome.AWAY if member.is_away else Outcome.MADE


def _lacking(session: Session, schedule: Schedule, members: Iterable[Member]) -> AbstractSet[str]:
    if schedule.scope is not ScheduleScope.OWN_ZONE:
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


def _tell(session: Session, turn: Turn, written: Sequence[Written], word: kinds.ScheduleKind) -> None:
    made = [Made(each.id, each.member) for each in written if each.state is Outcome.MADE]
    if made:
        word.made(session, turn.round, made)
