"""What an outage held up: made while it is of use, recorded when it is not, and each time once (CHK-8, F21, F22)."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from slackapp.models.schedules import Schedule, ScheduleScope
from slackapp.rules.schedules import rounds
from tests.schedules.club import DAILY, Club, person


def test_two_hours_late_is_made_and_how_late_is_known(club: Club) -> None:
    club.sets()
    club.comes_to("2026-11-23 11:00")
    assert [(each.state.value, each.late_s) for each in club.occurrences()] == [("made", 7200)]


def test_later_it_is_missed_and_nobody_is_asked(club: Club) -> None:
    club.members = [person("USANNE")]
    club.sets(scope=ScheduleScope.MEMBERS)
    club.comes_to("2026-11-23 11:00:01")
    assert (club.said(), club.why("USANNE", "2026-11-23")) == ([], ["missed"])


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        (timedelta(hours=1), {"made": 2}),
        (timedelta(days=1), {"made": 2, "missed": 1}),
        (timedelta(days=10), {"made": 1, "missed": 7, "skipped_weekday": 4}),
        (timedelta(days=12, hours=3), {"made": 1, "missed": 9, "skipped_weekday": 4}),
    ],
)
def test_each_time_of_an_outage_has_become_one_thing(club: Club, length: timedelta, expected: dict[str, int]) -> None:
    club.stands_at("2026-11-25 08:00")
    club.sets()
    club.comes_to("2026-11-25 09:00")
    club.clock.put(club.moment("2026-11-26 09:00") + length)
    club.ticks()
    assert club.outcomes() == expected


def test_a_year_of_outage_is_worked_off_a_part_at_a_time(club: Club, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds, "MOST_TURNS", 5)
    club.sets()
    club.clock.put(club.moment("2027-11-23 08:00"))
    assert club.ticks() == 200
    club.ticks()
    assert (len(club.became()), club.next()[0].slot) == (365, "2027-11-23T09:00")


def test_too_much_for_one_transaction_is_done_in_several(club: Club, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds, "ENOUGH", 2)
    for ref in range(1, 8):
        club.sets(ref=ref)
    club.comes_to("2026-11-23 09:00")
    assert len(club.said()) == 7


def test_a_clock_that_goes_back_an_hour_brings_nothing_twice(club: Club) -> None:
    club.sets()
    club.comes_to("2026-11-23 09:30")
    for words in ("08:30", "09:00", "09:30"):
        club.comes_to(f"2026-11-23 {words}")
    assert len(club.said()) == 1


def test_a_clock_that_was_a_day_ahead_brings_each_day_once(club: Club) -> None:
    club.sets()
    club.comes_to("2026-11-24 09:30")
    club.stands_at("2026-11-23 09:30")
    club.lives_through("2026-11-25 09:30")
    assert [slot for slot, _, _ in club.became()] == ["11-23T09:00", "11-24T09:00", "11-25T09:00"]


def test_a_word_that_fails_stops_no_other_and_is_tried_again_later(club: Club) -> None:
    club.sets(ref=1)
    club.comes_to("2026-11-23 08:00")
    club.is_broken = True
    club.comes_to("2026-11-23 09:00")
    assert (club.became(), club.said()) == ([], [])
    club.is_broken = False
    club.ticks()
    assert club.became() == []
    club.comes_to("2026-11-23 09:01")
    assert club.became() == [("11-23T09:00", "", "made")]


def test_one_that_fails_does_not_hold_up_the_rest(club: Club) -> None:
    club.sets(ref=1)
    club.sets(ref=2)
    broken = update(Schedule).where(Schedule.ref == 1).values(rule={"freq": "of a later release"})
    club.database.run_now(lambda session: session.execute(broken))
    club.comes_to("2026-11-23 09:00")
    assert (len(club.became(1)), len(club.became(2))) == (0, 1)
    mended = update(Schedule).where(Schedule.ref == 1).values(rule=DAILY.written())
    club.database.run_now(lambda session: session.execute(mended))


def test_one_that_cannot_be_read_does_not_stop_the_reckoning_of_the_others(club: Club) -> None:
    club.sets(ref=1)
    club.sets(ref=2)
    wrong = update(Schedule).values(tzdata_version="2011n", next_run_at=club.moment("2026-11-23 09:00"))
    rule = club.database.read_now(lambda session: session.scalar(select(Schedule.rule).limit(1)))
    broken = update(Schedule).where(Schedule.ref == 1).values(rule={"freq": "never"})
    club.database.run_now(lambda session: [session.execute(each) for each in (wrong, broken)])
    club.comes_to("2026-11-23 09:00")
    assert (len(club.became(1)), len(club.became(2))) == (0, 1)
    club.database.run_now(lambda session: session.execute(update(Schedule).values(rule=rule)))


def test_moments_are_reckoned_anew_with_a_new_edition_of_the_zones(club: Club) -> None:
    club.sets()
    wrong = update(Schedule).values(tzdata_version="2011n", next_run_at=club.moment("2026-11-23 10:00"))
    club.database.run_now(lambda session: session.execute(wrong))
    club.ticks()
    assert club.next()[0].at == club.moment("2026-11-23 09:00")
    assert club.database.read_now(lambda s: s.scalar(select(Schedule.tzdata_version))) != "2011n"
