from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slackapp.rules import local_time

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ZONES = st.sampled_from(sorted(available_timezones())).map(ZoneInfo)
YEARS = datetime(1975, 1, 1), datetime(2035, 1, 1)  # noqa: DTZ001 what a clock shows has no zone
SHOWN = st.datetimes(*YEARS)


def test_a_time_that_exists_is_that_moment() -> None:
    assert local_time.instant(date(2026, 1, 5), time(9), AMSTERDAM) == datetime(2026, 1, 5, 8, tzinfo=UTC)


@pytest.mark.parametrize("minute", [0, 1, 30, 59])
def test_a_time_that_the_clock_skips_is_the_first_moment_after_the_change(minute: int) -> None:
    skipped = local_time.instant(date(2026, 3, 29), time(2, minute), AMSTERDAM)
    assert skipped == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_a_time_that_comes_twice_is_the_first_of_the_two() -> None:
    assert local_time.instant(date(2026, 10, 25), time(2, 30), AMSTERDAM) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(ValueError):
        local_time.utc(datetime(2026, 1, 5))  # noqa: DTZ001 the naive moment is the point


@given(SHOWN, SHOWN | st.timedeltas(timedelta(), timedelta(hours=30)), ZONES)
def test_later_on_the_wall_is_never_earlier(shown: datetime, other: datetime | timedelta, zone: ZoneInfo) -> None:
    a, b = sorted([shown, shown + other if isinstance(other, timedelta) else other])
    assert local_time.instant(a.date(), a.time(), zone) <= local_time.instant(b.date(), b.time(), zone)


@given(SHOWN, ZONES)
def test_the_clock_then_shows_that_time_or_the_first_one_after(shown: datetime, zone: ZoneInfo) -> None:
    assert local_time.instant(shown.date(), shown.time(), zone).astimezone(zone).replace(tzinfo=None) >= shown
