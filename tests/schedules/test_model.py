"""Edits, pauses, moves and outages in any order, against a plain list of what should have become of each day.

The model knows no next time and no tick: it enumerates the local days that lie between two moments.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from slackapp.models.recurrence import Frequency, Recurrence
from slackapp.rules import local_time, schedules
from tests.schedules.club import AMSTERDAM, HONOLULU, MONDAY, TOKYO, Club

GRACE = timedelta(hours=2)
# Each step is a transaction: a third of the examples of other properties, and no shrinking, which would take minutes.
LOOKED_AT = settings(
    max_examples=settings().max_examples // 3, stateful_step_count=15, phases=[Phase.generate], print_blob=True
)
RULES = st.builds(
    lambda at, days: Recurrence(Frequency.WEEKLY if days else Frequency.DAILY, at, weekdays=days),
    st.sampled_from([time(0, 30), time(2, 30), time(9), time(15)]),
    st.sampled_from([frozenset(), frozenset({0}), frozenset({2, 6})]),
)
ZONES = st.sampled_from([AMSTERDAM, TOKYO, HONOLULU])
SPANS = st.one_of(
    st.timedeltas(timedelta(minutes=1), timedelta(hours=5)), st.timedeltas(timedelta(hours=5), timedelta(days=12))
)
# The clocks of Amsterdam change on the 28th of March and the 31st of October.
BEGINNINGS = st.sampled_from([MONDAY, MONDAY + timedelta(days=118), MONDAY + timedelta(days=335)])


@dataclass
class Expected:
    """One schedule as a person would keep it on paper."""

    rule: Recurrence
    tz: str
    settled: datetime
    """Until when every day has become something."""
    paused_at: datetime | None = None
    held_up: str | None = None
    """One that was due before `settled` and may still come."""
    became: dict[str, str] = field(default_factory=dict)
    beyond: str = ""
    """No name up to this one comes again."""

    def tick(self, at: datetime) -> None:
        if self.paused_at is None:
            for slot, due in self.due(at):
                self.became[slot] = self.skipped(slot) or ("missed" if at - due > GRACE else "made")
            self.settle(at)

    def resume(self, at: datetime) -> None:
        overdue = list(self.due(at))
        kept = overdue[-1] if overdue and self.paused_at and overdue[-1][1] < self.paused_at else None
        kept = kept if kept and at - kept[1] <= GRACE else None
        self.write_off([each for each in overdue if each != kept])
        self.paused_at = None
        self.settle(at, kept[0] if kept else None)

    def change(self, at: datetime, rule: Recurrence, tz: str) -> None:
        overdue = list(self.due(at))
        old = Expected(self.rule, self.tz, self.settled, self.paused_at)
        self.rule, self.tz = rule, tz
        last = overdue[-1][0] if overdue else None
        later = [slot for slot, _ in self.named() if last and slot >= last and self.moment(slot) <= at]
        kept = last if self.paused_at is None and later == [last] else None
        self.became |= old.written_off([each for each in overdue if each[0] != kept])
        self.paused_at = self.paused_at and at
        self.settle(at, kept)

    def write_off(self, slots: list[tuple[str, datetime]]) -> None:
        self.became |= self.written_off(slots)

    def written_off(self, slots: list[tuple[str, datetime]]) -> dict[str, str]:
        return {slot: self.reason(slot, due) for slot, due in slots}

    def reason(self, slot: str, due: datetime) -> str:
        is_paused = self.paused_at is not None and due >= self.paused_at
        return "skipped_paused" if is_paused else self.skipped(slot) or "missed"

    def settle(self, at: datetime, held_up: str | None = None) -> None:
        self.settled, self.held_up = at, held_up
        made = [f"{slot[:10]}T24:00" for slot, state in self.became.items() if state == "made"]
        self.beyond = max([*made, *self.became], default="")

    def due(self, at: datetime) -> Iterator[tuple[str, datetime]]:
        for slot, due in self.named():
            is_new = due > self.settled and slot > self.beyond
            if due <= at and (is_new or slot == self.held_up):
                yield slot, due

    def named(self) -> Iterator[tuple[str, datetime]]:
        # As far on both sides as an example can go.
        first = self.settled.date() - timedelta(days=180)
        for day in (first + timedelta(days=n) for n in range(360)):
            if day.weekday() in (self.rule.weekdays or range(7)):
                slot = f"{day}T{self.rule.time:%H:%M}"
                yield slot, self.moment(slot)

    def moment(self, slot: str) -> datetime:
        shown = datetime.fromisoformat(slot)
        return local_time.instant(shown.date(), shown.time(), ZoneInfo(self.tz))

    def skipped(self, slot: str) -> str | None:
        weekday = date.fromisoformat(slot[:10]).weekday()
        return "skipped_weekday" if weekday > 4 and weekday not in self.rule.weekdays else None


class Life(RuleBasedStateMachine):
    """Each example is another thing in the same database."""

    club: Club
    numbers = count(1)

    @initialize(rule=RULES, tz=ZONES, beginning=BEGINNINGS)
    def begins(self, rule: Recurrence, tz: str, beginning: datetime) -> None:
        self.ref = next(self.numbers)
        self.club.clock.put(beginning)
        self.club.sets(rule, tz, ref=self.ref)
        self.expected = Expected(rule, tz, beginning)

    @rule(span=SPANS)
    def time_passes_without_a_tick(self, span: timedelta) -> None:
        self.club.clock.put(self.now + span)

    @rule()
    def a_tick_comes(self) -> None:
        self.club.ticks()
        self.expected.tick(self.now)

    @rule(span=SPANS)
    def time_passes_and_a_tick_comes(self, span: timedelta) -> None:
        self.time_passes_without_a_tick(span)
        self.a_tick_comes()

    @precondition(lambda self: self.expected.paused_at is None)
    @rule()
    def it_is_paused(self) -> None:
        self.club.does(schedules.pause, self.ref)
        self.expected.paused_at = self.now

    @precondition(lambda self: self.expected.paused_at is not None)
    @rule()
    def it_is_resumed(self) -> None:
        self.club.does(schedules.resume, self.ref)
        self.expected.resume(self.now)

    @rule(rule=RULES)
    def it_is_edited(self, rule: Recurrence) -> None:
        self.club.sets(rule, self.expected.tz, ref=self.ref)
        self.expected.change(self.now, rule, self.expected.tz)

    @rule(tz=ZONES)
    def it_moves(self, tz: str) -> None:
        self.club.does(schedules.move, self.ref, to=tz)
        self.expected.change(self.now, self.expected.rule, tz)

    @invariant()
    def every_day_has_become_what_it_should(self) -> None:
        if hasattr(self, "expected"):
            found = self.club.occurrences(self.ref)
            assert {each.slot: each.state.value for each in found} == self.expected.became
            assert len(found) == len(self.expected.became)

    def teardown(self) -> None:
        if hasattr(self, "ref"):
            assert self.club.is_sound()
            self.club.does(schedules.delete, self.ref)
            self.club.forgets_what_was_said()

    @property
    def now(self) -> datetime:
        return self.club.clock.now()


@pytest.mark.timeout(300)
def test_whatever_happens_every_time_becomes_exactly_one_thing(sqlite_url: str) -> None:
    club = Club(sqlite_url)
    machine = type("LifeOfThisClub", (Life,), {"club": club})
    run_state_machine_as_test(machine, settings=LOOKED_AT)
    club.database.close()
