"""A round for so many people that it takes several transactions: each is asked once, whatever comes in between."""

from collections import Counter
from contextlib import suppress
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.schedules import hold_due
from slackapp.models.schedules import ScheduleScope
from slackapp.rules import schedules
from slackapp.rules.schedules import rounds
from tests.schedules.club import AMSTERDAM, DAILY, HONOLULU, TOKYO, Club, person
from tests.schedules.test_changes import AT_THREE

NAMES = [f"U{number}" for number in range(7)]
AT_NINE = [f"{name} 2026-11-23T09:00" for name in NAMES]


@pytest.fixture(autouse=True)
def _two_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds, "ENOUGH", 2)


def large(club: Club, *tzs: str, **how: Any) -> None:
    club.members = [person(name) for name in NAMES]
    club.sets(DAILY, *tzs, scope=how.pop("scope", ScheduleScope.MEMBERS), **how)


def begins(club: Club, parts: int) -> None:
    """At nine, so many transactions come through."""
    club.stands_at("2026-11-23 09:00")
    for _ in range(parts):
        club.database.run_now(hold_due, club.words)


def test_everybody_is_asked_once_and_the_next_time_is_tomorrow(club: Club) -> None:
    large(club)
    club.comes_to("2026-11-23 09:00")
    club.ticks()
    assert (club.said(), club.next()[0].slot) == (AT_NINE, "2026-11-24T09:00")


def test_a_transaction_that_fails_is_repeated_and_those_before_it_are_not(club: Club) -> None:
    large(club)
    begins(club, parts=2)
    club.is_broken = True
    club.ticks()
    assert len(club.said()) == 4
    club.is_broken = False
    club.comes_to("2026-11-23 09:01")
    assert club.said() == AT_NINE


def test_an_outage_in_the_middle_is_missed_by_those_who_were_not_asked_yet(club: Club) -> None:
    large(club)
    begins(club, parts=2)
    club.comes_to("2026-11-23 12:00")
    assert club.outcomes() == {"made": 4, "missed": 3}
    assert [club.why(name, "2026-11-23") for name in NAMES] == [["made"]] * 4 + [["missed"]] * 3


def test_a_pause_in_the_middle_only_holds_up_the_rest(club: Club) -> None:
    large(club)
    begins(club, parts=2)
    club.clock.put(club.moment("2026-11-23 09:00:01"))
    club.does(schedules.pause)
    club.ticks()
    assert len(club.said()) == 4
    club.does(schedules.resume)
    club.ticks()
    assert club.said() == AT_NINE


def test_an_edit_in_the_middle_leaves_each_one_answer(club: Club) -> None:
    large(club)
    begins(club, parts=2)
    club.members = [person(name) for name in NAMES]
    club.sets(AT_THREE, scope=ScheduleScope.MEMBERS)
    club.lives_through("2026-11-23 23:00")
    assert [club.why(name, "2026-11-23") for name in NAMES] == [["made"]] * 4 + [["missed"]] * 3


def test_people_who_were_asked_elsewhere_hold_up_nobody(club: Club) -> None:
    large(club, TOKYO, AMSTERDAM, scope=ScheduleScope.OWN_ZONE)
    club.members = [person(name, TOKYO) for name in NAMES]
    club.lives_through("2026-11-23 12:00", TOKYO)
    club.members = [*(person(name) for name in NAMES), person("ULATER")]
    club.comes_to("2026-11-23 09:00")
    assert club.said() == [*AT_NINE, "ULATER 2026-11-23T09:00"]


def test_several_large_things_that_are_due_at_once_come_one_after_the_other(club: Club) -> None:
    club.members = [person(name) for name in NAMES]
    for ref in (1, 2, 3):
        club.sets(ref=ref, scope=ScheduleScope.MEMBERS)
    club.comes_to("2026-11-23 09:00")
    assert len(club.said()) == 21


STEPS = st.lists(
    st.one_of(
        st.sampled_from([("part",), ("part",), ("part that fails",)]),
        st.tuples(st.just("moves"), st.sampled_from(NAMES[:4]), st.sampled_from([AMSTERDAM, TOKYO, HONOLULU])),
        st.tuples(st.just("waits"), st.timedeltas(timedelta(minutes=10), timedelta(hours=9))),
    ),
    max_size=25,
)
REFS = count(1)
DAYS = ("2026-11-23", "2026-11-24")


def test_whatever_comes_in_between_nobody_is_asked_twice_or_forgotten(sqlite_url: str) -> None:
    club = Club(sqlite_url)

    @settings(max_examples=settings().max_examples // 4)
    @given(steps=STEPS)
    def lives(steps: list[tuple[Any, ...]]) -> None:
        _lives(club, next(REFS), steps)

    lives()
    club.database.close()


def _lives(club: Club, ref: int, steps: list[tuple[Any, ...]]) -> None:
    club.stands_at("2026-11-22 12:00")
    zones, club.members = dict.fromkeys(NAMES, AMSTERDAM), []
    club.sets(DAILY, AMSTERDAM, TOKYO, HONOLULU, ref=ref, scope=ScheduleScope.OWN_ZONE)
    for what, *about in [*steps, ("waits", timedelta(days=3)), *[("part",)] * 20]:
        club.members = [person(name, tz) for name, tz in zones.items()]
        if what == "moves":
            zones[about[0]] = about[1]
        elif what == "waits":
            club.clock.put(club.clock.now() + about[0])
        else:
            _holds_a_part(club, fails=what != "part")
    assert club.database.run_now(hold_due, club.words) == []
    made = Counter((member, slot[:5]) for slot, member, state in club.became(ref) if state == "made")
    assert max(made.values(), default=0) <= 1
    answers = [club.why(name, day, ref=ref) for name in NAMES[4:] for day in DAYS]
    assert [len(each) for each in answers] == [1] * len(answers)
    club.does(schedules.delete, ref)
    club.forgets_what_was_said()


def _holds_a_part(club: Club, *, fails: bool) -> None:
    club.is_broken = fails
    with suppress(ZeroDivisionError):
        club.database.run_now(hold_due, club.words)
    club.is_broken = False
