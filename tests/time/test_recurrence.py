"""Which days a rule names, and how days off move them."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, takewhile
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slackapp.models.recurrence import LAST, Frequency, OnHoliday, Recurrence
from slackapp.models.schedules import Outcome
from slackapp.rules.recurrence import Calendar, Timetable, days
from tests.time.rules import START, rules

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NETHERLANDS = Calendar(country="NL")
DAILY, WEEKLY, MONTHLY = Frequency
FRIDAY, SATURDAY = 4, 5
NINE = time(9)


def shown(
    rule: Recurrence, first: str, count: int = 4, *, calendar: Calendar = NETHERLANDS, starts: str = ""
) -> list[str]:
    table = Timetable(rule, date.fromisoformat(starts or first), AMSTERDAM, calendar)
    return [f"{slot.day:%a %Y-%m-%d}" for slot in islice(table.since(date.fromisoformat(first)), count)]


def weekly(*weekdays: int, **more: Any) -> Recurrence:
    return Recurrence(WEEKLY, NINE, weekdays=frozenset(weekdays), **more)


def monthly(**more: Any) -> Recurrence:
    return Recurrence(MONTHLY, NINE, **more)


def test_every_two_weeks_is_counted_from_the_week_of_the_first_day() -> None:
    rule = weekly(0, interval=2)
    wednesday = "2026-11-25"
    expected = ["Mon 2026-12-07", "Mon 2026-12-21", "Mon 2027-01-04"]
    assert shown(rule, wednesday, 3) == expected
    assert shown(rule, "2026-12-10", 2, starts=wednesday) == expected[1:]


def test_the_weekday_of_a_month() -> None:
    assert shown(monthly(weekdays=frozenset({0}), nth=1), "2026-11-24", 2) == ["Mon 2026-12-07", "Mon 2027-01-04"]
    assert shown(monthly(weekdays=frozenset({4}), nth=LAST), "2026-11-24", 2) == ["Fri 2026-11-27", "Fri 2026-12-25"]


def test_the_last_day_of_every_month() -> None:
    ends = ["Sun 2027-01-31", "Sun 2027-02-28", "Wed 2027-03-31"]
    assert shown(monthly(monthday=LAST), "2027-01-31", 3) == ends


def test_the_last_working_day_of_a_month_is_before_the_weekend() -> None:
    rule = monthly(last_workday=True)
    assert shown(rule, "2027-01-01", 3) == ["Fri 2027-01-29", "Fri 2027-02-26", "Wed 2027-03-31"]


def test_a_turn_on_a_holiday_is_named_and_skipped() -> None:
    table = Timetable(weekly(FRIDAY), date(2026, 12, 1), AMSTERDAM, NETHERLANDS)
    reasons = [(slot.day.day, table.skipped(slot.day)) for slot in islice(table.since(date(2026, 12, 18)), 3)]
    assert reasons == [(18, None), (25, Outcome.HOLIDAY), (1, Outcome.HOLIDAY)]


def test_every_day_skips_the_weekend_but_a_chosen_saturday_is_meant() -> None:
    daily = Timetable(Recurrence(DAILY, NINE), date(2026, 11, 1), AMSTERDAM, NETHERLANDS)
    saturdays = Timetable(weekly(SATURDAY), date(2026, 11, 1), AMSTERDAM, NETHERLANDS)
    saturday = date(2026, 11, 28)
    assert (daily.skipped(saturday), saturdays.skipped(saturday)) == (Outcome.WEEKDAY, None)


def test_two_turns_that_move_to_the_same_working_day_are_one() -> None:
    # The 25th, a Friday, and the 26th are holidays, then comes Sunday; the 1st is a holiday, the 2nd a chosen Saturday.
    rule = weekly(FRIDAY, SATURDAY, skip_holidays=OnHoliday.NEXT)
    assert shown(rule, "2026-12-24", 3) == ["Mon 2026-12-28", "Sat 2027-01-02", "Fri 2027-01-08"]


def test_a_turn_moves_to_the_working_day_before() -> None:
    assert shown(weekly(FRIDAY, skip_holidays=OnHoliday.PREVIOUS), "2026-12-20", 2) == [
        "Thu 2026-12-24",
        "Thu 2026-12-31",
    ]


def test_a_long_chain_of_holidays_is_followed_to_its_end() -> None:
    golden_week = Calendar(country="JP")
    rule = Recurrence(DAILY, NINE, skip_holidays=OnHoliday.NEXT)
    assert shown(rule, "2027-04-30", 3, calendar=golden_week) == ["Fri 2027-04-30", "Thu 2027-05-06", "Fri 2027-05-07"]


def test_a_moved_turn_that_was_named_before_the_present_day_still_comes() -> None:
    rule = weekly(FRIDAY, skip_holidays=OnHoliday.NEXT)
    assert shown(rule, "2026-12-27", 1, starts="2026-11-01") == ["Mon 2026-12-28"]


def test_holidays_of_a_subdivision_are_kept() -> None:
    epiphany = date(2027, 1, 6)
    assert [Calendar(country=each).is_holiday(epiphany) for each in ("DE-BY", "DE", "DE-BE")] == [True, False, False]


@pytest.mark.parametrize("country", ["XX", "NL-XX"])
def test_an_unknown_calendar_is_refused(country: str) -> None:
    with pytest.raises(ValueError):
        Calendar(country=country)


def test_a_rule_ends_with_its_last_day_or_its_number_of_turns() -> None:
    assert shown(weekly(0, until=date(2026, 12, 7)), "2026-11-24") == ["Mon 2026-11-30", "Mon 2026-12-07"]
    assert shown(weekly(0, count=2), "2026-11-24") == ["Mon 2026-11-30", "Mon 2026-12-07"]
    assert shown(weekly(0, count=2), "2026-12-01", starts="2026-11-24") == ["Mon 2026-12-07"]


def test_nothing_follows_the_end() -> None:
    table = Timetable(weekly(0, count=1), date(2026, 11, 24), AMSTERDAM, NETHERLANDS)
    assert table.after(datetime(2026, 11, 30, 8, tzinfo=UTC)) is None


@given(rules(), st.dates(START, START + timedelta(days=4000)))
def test_starting_near_the_present_gives_the_same_days_as_counting_from_the_first(rule: Recurrence, day: date) -> None:
    all_days = days.from_(rule, START, START)
    expected = list(islice((each for each in all_days if each >= day), 5))
    assert list(islice(days.from_(rule, START, day), 5)) == expected


@given(rules(), st.dates(START, START + timedelta(days=4000)), st.sampled_from([None, "NL", "JP", "DE-BY"]))
def test_turns_are_in_order_and_look_the_same_from_everywhere(rule: Recurrence, day: date, country: str | None) -> None:
    table = Timetable(rule, START, AMSTERDAM, Calendar(country=country))
    month = day + timedelta(days=31)
    near = [slot.name for slot in takewhile(lambda slot: slot.day < month, table.since(day))]
    assert near == sorted(set(near))
    from_before = takewhile(lambda slot: slot.day < month, table.since(day - timedelta(days=90)))
    assert [slot.name for slot in from_before if slot.day >= day] == near
