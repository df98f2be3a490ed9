"""Clock changes: no day without its turn, none with two (I9, F19)."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import given
from hypothesis import strategies as st

from slackapp.models.recurrence import Frequency, Recurrence
from slackapp.rules.recurrence import Calendar, Timetable
from tests.time.every_zone import EVERY_DAY, Count, counted, followed
from tests.time.rules import START, rules

SIXTEEN = (
    *("Europe/Amsterdam", "Europe/London", "Europe/Dublin", "Europe/Lisbon", "Atlantic/Azores", "Africa/Casablanca"),
    *("America/New_York", "America/St_Johns", "America/Santiago", "America/Havana", "Asia/Tokyo", "Asia/Kathmandu"),
    *("Asia/Beirut", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham"),
)
ZONES = st.sampled_from(sorted(available_timezones())).map(ZoneInfo)
MOMENTS = st.datetimes(datetime(2026, 1, 16), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def daily(at: time, tz: str) -> Timetable:
    return Timetable(Recurrence(Frequency.DAILY, at), date(2026, 1, 1), ZoneInfo(tz), EVERY_DAY)


def test_sixteen_zones_fourteen_times_two_years_and_no_day_is_lost_or_doubled() -> None:
    found = counted(SIXTEEN)
    assert found == Count(zones=16, turns=16 * 14 * 730)


def test_a_time_that_does_not_exist_comes_at_the_first_minute_after() -> None:
    [slot] = islice(daily(time(2, 30), "Europe/Amsterdam").since(date(2026, 3, 29)), 1)
    assert (slot.name, slot.due_at) == ("2026-03-29T02:30", datetime(2026, 3, 29, 1, tzinfo=UTC))


def test_a_time_that_comes_twice_comes_once_the_first_time() -> None:
    table = daily(time(2, 30), "Europe/Amsterdam")
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert table.due("2026-10-25T02:30") == first
    following = table.after(first)
    assert following
    assert following.name == "2026-10-26T02:30"


@given(rules(), ZONES, MOMENTS)
def test_the_next_turn_is_in_the_future_and_its_moment_is_that_of_its_name(
    rule: Recurrence, tz: ZoneInfo, moment: datetime
) -> None:
    table = Timetable(rule, START, tz, Calendar(country="NL"))
    slot = table.after(moment)
    assert slot is None or (slot.due_at > moment and table.due(slot.name) == slot.due_at)


@given(rules(with_end=False), ZONES, MOMENTS)
def test_going_from_turn_to_turn_leaves_none_out(rule: Recurrence, tz: ZoneInfo, moment: datetime) -> None:
    table = Timetable(rule, START, tz, Calendar(country="NL"))
    walked = followed(table, moment, 4)
    assert walked == list(table.until(walked[-1].due_at, since=walked[0].name))


@given(ZONES, st.times().map(lambda at: at.replace(second=0, microsecond=0)), st.integers(0, 1400))
def test_every_local_day_has_its_turn_wherever_one_looks_from(tz: ZoneInfo, at: time, days: int) -> None:
    table = Timetable(Recurrence(Frequency.DAILY, at), START, tz, EVERY_DAY)
    day = START + timedelta(days=days)
    [slot] = islice(table.since(day), 1)
    assert (slot.day, table.after(slot.due_at - timedelta(seconds=1))) == (day, slot)
