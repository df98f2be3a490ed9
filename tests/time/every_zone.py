"""Every day once, in every zone: python -m tests.time.every_zone prints how many days were left out or came twice."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise, takewhile
from zoneinfo import ZoneInfo, available_timezones

from slackapp.models.recurrence import Frequency, Recurrence
from slackapp.rules.recurrence import Calendar, Slot, Timetable

TIMES = tuple(time(*each) for each in ((0, 0), (0, 30), (1, 0), (1, 30), (1, 59), (2, 0), (2, 1), (2, 30), (2, 59)))
TIMES += tuple(time(*each) for each in ((3, 0), (3, 30), (9, 0), (12, 0), (23, 30)))
FIRST, DAYS = date(2026, 1, 1), 730
LONGEST_GAP = timedelta(hours=1)
EVERY_DAY = Calendar(frozenset(range(7)))


@dataclass
class Count:
    zones: int = 0
    turns: int = 0
    lost: int = 0
    doubled: int = 0
    out_of_order: int = 0


def counted(names: Iterable[str]) -> Count:
    count = Count()
    for name in names:
        count.zones += 1
        for at in TIMES:
            _count(Timetable(Recurrence(Frequency.DAILY, at), FIRST, ZoneInfo(name), EVERY_DAY), count)
    return count


def _count(table: Timetable, count: Count) -> None:
    """Walk as the tick does, from one turn to the next, and look on which days of the wall that was."""
    turns = list(_walked(table))
    seen = Counter(_day(slot, table.tz) for slot in turns)
    expected = [FIRST + timedelta(days=n) for n in range(DAYS)]
    count.turns += len(turns)
    count.lost += sum(not seen[day] for day in expected)
    count.doubled += sum(n > 1 for n in seen.values())
    count.out_of_order += sum(later.due_at <= sooner.due_at for sooner, later in pairwise(turns))


def _walked(table: Timetable) -> Iterator[Slot]:
    end = FIRST + timedelta(days=DAYS)
    yield from takewhile(lambda slot: slot.day < end, table.since(FIRST))


def _day(slot: Slot, tz: ZoneInfo) -> date:
    """The day on the wall; the turn's own where the clock skips the rest of that day, as in Nuuk in March."""
    shown, named = slot.due_at.astimezone(tz).replace(tzinfo=None), datetime.fromisoformat(slot.name)
    is_skipped = named.replace(tzinfo=tz).astimezone(UTC).astimezone(tz).replace(tzinfo=None) != named
    return slot.day if is_skipped and shown - named <= LONGEST_GAP else shown.date()


def followed(table: Timetable, begin: datetime, turns: int) -> list[Slot]:
    """The turns as they are found one after the other, each from the moment of the one before."""
    found = []
    moment = begin
    for _ in range(turns):
        slot = table.after(moment)
        if slot is None:
            break
        found.append(slot)
        moment = slot.due_at
    return found


if __name__ == "__main__":
    print(counted(sorted(available_timezones())))
