from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slackapp.rules.working_time import NoWorkingTime, WorkingTime

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
WEEK = frozenset(range(5))
OFFICE = WorkingTime(AMSTERDAM, WEEK, time(9), time(17), "NL")
HOUR = timedelta(hours=1)

# Zones whose clocks change at midnight, by half an hour, by a whole day, or twice a year around Ramadan.
ODD_ZONES = [
    "America/Havana",
    "America/Sao_Paulo",
    "Asia/Beirut",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Africa/Casablanca",
    "America/Scoresbysund",
    "America/St_Johns",
]
ZONES = st.sampled_from(ODD_ZONES) | st.sampled_from(sorted(available_timezones()))
YEARS = datetime(2005, 1, 1), datetime(2035, 1, 1)  # noqa: DTZ001 hypothesis wants them naive
MOMENTS = st.datetimes(*YEARS, timezones=st.just(UTC))
LENGTHS = st.timedeltas(timedelta(), timedelta(hours=200))


@st.composite
def teams(draw: st.DrawFn) -> WorkingTime:
    quarters = draw(st.lists(st.integers(0, 96), min_size=2, max_size=2, unique=True).map(sorted))
    start, end = (time(quarter // 4 % 24, quarter % 4 * 15) for quarter in quarters)
    weekdays = draw(st.frozensets(st.integers(0, 6), min_size=1))
    return WorkingTime(ZoneInfo(draw(ZONES)), weekdays, start, end, draw(st.sampled_from([None, "NL", "US", "IL"])))


def amsterdam(day: int, hour: int, minute: int = 0, *, month: int = 1) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=AMSTERDAM).astimezone(UTC)


def test_two_hours_from_four_o_clock_end_the_next_working_day_at_ten() -> None:  # REQ-7
    assert OFFICE.add(amsterdam(6, 16), 2 * HOUR) == amsterdam(7, 10)
    friday, monday = amsterdam(9, 16), amsterdam(12, 10)
    assert OFFICE.add(friday, 2 * HOUR) == monday


def test_the_clock_skips_the_teams_holidays() -> None:  # REQ-7
    before_easter, after_easter = amsterdam(2, 16, month=4), amsterdam(7, 10, month=4)
    assert OFFICE.add(before_easter, 2 * HOUR) == after_easter


def test_a_subdivision_has_holidays_of_its_own() -> None:
    epiphany = date(2026, 1, 6)
    bavaria = WorkingTime(ZoneInfo("Europe/Berlin"), WEEK, time(9), time(17), "DE-BY")
    berlin = WorkingTime(ZoneInfo("Europe/Berlin"), WEEK, time(9), time(17), "DE-BE")
    assert not bavaria.is_working_day(epiphany)
    assert berlin.is_working_day(epiphany)


def test_work_starts_at_nine_and_is_over_at_five() -> None:
    assert [OFFICE.is_working(amsterdam(6, *at)) for at in [(8, 59), (9, 0), (16, 59), (17, 0)]] == [
        False,
        True,
        True,
        False,
    ]


def test_time_that_runs_out_at_closing_runs_out_when_the_team_is_back() -> None:
    assert OFFICE.add(amsterdam(6, 15), 2 * HOUR) == amsterdam(7, 9)


def test_outside_working_hours_the_next_moment_is_the_next_morning() -> None:
    assert OFFICE.next_working_moment(amsterdam(10, 12)) == amsterdam(12, 9)
    assert OFFICE.next_working_moment(amsterdam(12, 11)) == amsterdam(12, 11)


def test_between_counts_only_hours_that_were_worked() -> None:
    assert OFFICE.between(amsterdam(9, 16), amsterdam(12, 10)) == 2 * HOUR
    assert OFFICE.between(amsterdam(12, 10), amsterdam(9, 16)) == timedelta()


def test_a_working_day_later_is_the_same_time_of_day() -> None:
    assert OFFICE.add_working_days(amsterdam(9, 16), 1) == amsterdam(12, 16)
    assert OFFICE.add_working_days(amsterdam(10, 12), 2) == amsterdam(14, 9)
    across_the_clock_change = OFFICE.add_working_days(amsterdam(27, 16, month=3), 1)
    assert across_the_clock_change == amsterdam(30, 16, month=3)


def test_a_promise_for_a_day_ends_when_its_hours_end() -> None:
    assert OFFICE.end_of_working_day(date(2026, 1, 6)) == amsterdam(6, 17)
    around_the_clock = WorkingTime(AMSTERDAM, WEEK, time(0), time(0))
    assert around_the_clock.end_of_working_day(date(2026, 1, 6)) == amsterdam(7, 0)
    assert (OFFICE.working_day, around_the_clock.working_day) == (8 * HOUR, 24 * HOUR)


def test_a_night_with_a_clock_change_is_an_hour_shorter_or_longer() -> None:
    always = WorkingTime(AMSTERDAM, frozenset(range(7)), time(0), time(0))
    assert always.between(amsterdam(29, 0, month=3), amsterdam(30, 0, month=3)) == 23 * HOUR
    assert always.between(amsterdam(25, 0, month=10), amsterdam(26, 0, month=10)) == 25 * HOUR


def test_between_measures_elapsed_time_also_in_a_local_zone() -> None:
    always = WorkingTime(AMSTERDAM, frozenset(range(7)), time(0), time(0))
    one, noon = (datetime(2026, 3, 29, hour, tzinfo=AMSTERDAM) for hour in (1, 12))
    assert always.between(one, noon) == 10 * HOUR


def test_a_day_that_samoa_never_had_holds_no_work() -> None:
    samoa = WorkingTime(ZoneInfo("Pacific/Apia"), frozenset(range(7)), time(9), time(17))
    thursday, saturday = (datetime(2011, 12, day, 16, tzinfo=samoa.tz) for day in (29, 31))
    assert samoa.between(thursday, saturday) == 8 * HOUR


def test_the_second_time_round_is_not_taken_for_the_first() -> None:
    always = WorkingTime(AMSTERDAM, frozenset(range(7)), time(0), time(0))
    second_half_past_two = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert always.add_working_days(second_half_past_two, 0) == second_half_past_two


def test_a_clock_that_goes_back_over_midnight_stops_no_work() -> None:
    always = WorkingTime(ZoneInfo("America/St_Johns"), frozenset(range(7)), time(0), time(0))
    half_past_eleven_again = datetime(2010, 11, 7, 3, 0, tzinfo=UTC)
    assert always.is_working(half_past_eleven_again)
    assert always.between(half_past_eleven_again, half_past_eleven_again + HOUR) == HOUR


@pytest.mark.parametrize(
    "hours",
    [
        {"weekdays": frozenset()},
        {"weekdays": frozenset({7})},
        {"start": time(22), "end": time(6)},
        {"start": time(9), "end": time(9)},
        {"start": time(9, tzinfo=UTC)},
        {"country": "XX"},
        {"country": "NL-XX"},
        {"country": "-BY"},
    ],
)
def test_hours_that_cannot_be_worked_are_refused(hours: dict[str, object]) -> None:
    usual: dict[str, object] = {"tz": AMSTERDAM, "weekdays": WEEK, "start": time(9), "end": time(17)}
    with pytest.raises(ValueError):
        WorkingTime(**{**usual, **hours})  # type: ignore[arg-type] # wrong values are the point


def test_a_naive_moment_and_negative_time_are_refused() -> None:
    with pytest.raises(ValueError):
        OFFICE.is_working(datetime(2026, 1, 6, 12))  # noqa: DTZ001 the naive moment is the point
    with pytest.raises(ValueError):
        OFFICE.add(amsterdam(6, 12), -HOUR)
    with pytest.raises(ValueError):
        OFFICE.add_working_days(amsterdam(6, 12), -1)


class EveryDayIsAHoliday(WorkingTime):
    def is_working_day(self, day: date) -> bool:
        return False


def test_a_year_of_holidays_is_said_and_not_searched_for_ever() -> None:
    team = EveryDayIsAHoliday(AMSTERDAM, WEEK, time(9), time(17))
    with pytest.raises(NoWorkingTime):
        team.add(amsterdam(6, 12), HOUR)
    assert team.between(amsterdam(1, 0), amsterdam(31, 0)) == timedelta()


@given(teams(), MOMENTS, LENGTHS)
def test_the_end_lies_in_working_hours_and_on_no_holiday(team: WorkingTime, start: datetime, worked: timedelta) -> None:
    end = team.add(start, worked)
    assert end >= start
    assert team.is_working(end)


@given(teams(), MOMENTS, LENGTHS)
def test_what_was_added_lies_between(team: WorkingTime, start: datetime, worked: timedelta) -> None:
    assert team.between(start, team.add(start, worked)) == worked


@given(teams(), MOMENTS, LENGTHS)
def test_adding_what_lies_between_arrives(team: WorkingTime, start: datetime, calendar_time: timedelta) -> None:
    working = team.next_working_moment(start + calendar_time)
    assert team.add(start, team.between(start, working)) == working


@given(teams(), MOMENTS, LENGTHS, LENGTHS)
def test_two_waits_are_as_long_as_their_sum(team: WorkingTime, start: datetime, x: timedelta, y: timedelta) -> None:
    assert team.add(team.add(start, x), y) == team.add(start, x + y)


@given(teams(), MOMENTS, LENGTHS, LENGTHS)
def test_later_starts_and_longer_waits_never_end_earlier(
    team: WorkingTime, start: datetime, x: timedelta, y: timedelta
) -> None:
    assert team.add(start, x) <= team.add(start + y, x)
    assert team.add(start, x) <= team.add(start, x + y)


@given(teams(), MOMENTS, LENGTHS, LENGTHS)
def test_the_time_between_adds_up(team: WorkingTime, a: datetime, x: timedelta, y: timedelta) -> None:
    assert team.between(a, a + x) + team.between(a + x, a + x + y) == team.between(a, a + x + y)
    assert team.between(a, a + x) <= x


@given(teams(), MOMENTS, st.integers(0, 10))
def test_working_days_later_the_team_works(team: WorkingTime, start: datetime, n: int) -> None:
    later = team.add_working_days(start, n)
    assert team.is_working(later)
    assert team.add_working_days(start, n) <= team.add_working_days(start, n + 1)
    assert start <= later


@settings(max_examples=30)
@given(teams(), MOMENTS)
def test_minute_by_minute_the_clock_agrees(team: WorkingTime, start: datetime) -> None:
    start = start.replace(second=0, microsecond=0)
    minutes = [start + timedelta(minutes=minute) for minute in range(36 * 60)]
    counted = timedelta(minutes=sum(map(team.is_working, minutes)))
    assert abs(team.between(start, minutes[-1] + timedelta(minutes=1)) - counted) <= timedelta(minutes=3)
