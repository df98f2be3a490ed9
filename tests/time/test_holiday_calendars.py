"""Whose public holidays are kept: countries and parts of them, zones by all their names, and where a week begins."""

from datetime import date
from zoneinfo import available_timezones

import pytest

from slackapp import holiday_calendars, zones


@pytest.mark.parametrize(
    ("tz", "country"),
    [
        ("Europe/Amsterdam", "NL"),
        ("Asia/Kolkata", "IN"),
        ("Asia/Calcutta", "IN"),
        ("Europe/Kyiv", "UA"),
        ("Europe/Kiev", "UA"),
        ("US/Eastern", "US"),
        ("America/Buenos_Aires", "AR"),
        ("Iceland", "IS"),
        ("Africa/Asmera", "ER"),
        ("GB", "GB"),
        ("Etc/UTC", None),
        ("CET", None),
        ("Etc/GMT-2", None),
        ("America/Newtown", None),
    ],
)
def test_a_zone_lies_in_a_country_by_every_name_that_it_had(tz: str, country: str | None) -> None:
    assert holiday_calendars.of_zone(tz) == country


def test_every_zone_with_a_place_has_its_country() -> None:
    without = {tz for tz in zones.known() if holiday_calendars.of_zone(tz) is None}
    assert {tz for tz in without if "/" in tz and not tz.startswith(("Etc/", "Antarctica/"))} <= {
        "Europe/Vatican",
        "America/Coyhaique",
    }
    assert without < available_timezones()


@pytest.mark.parametrize(
    ("calendar", "day"),
    [
        ("GB-SCT", date(2026, 11, 30)),
        ("AU-NSW", date(2026, 6, 8)),
        ("CA-ON", date(2026, 2, 16)),
        ("CH-ZH", date(2026, 5, 1)),
        ("DE-BY", date(2026, 1, 6)),
    ],
)
def test_a_part_of_a_country_has_days_that_the_country_has_not(calendar: str, day: date) -> None:
    assert holiday_calendars.is_holiday(day, calendar)
    assert not holiday_calendars.is_holiday(day, holiday_calendars.country_of(calendar))


def test_every_calendar_that_is_offered_can_be_looked_into() -> None:
    for country, parts in holiday_calendars.parts().items():
        for calendar in (country, *(f"{country}-{part}" for part in parts[:3])):
            holiday_calendars.days(calendar, 2026)
            assert len(calendar) <= 40
            assert holiday_calendars.known(calendar) == calendar


@pytest.mark.parametrize(
    ("stored", "read"), [("DE-BY", "DE-BY"), ("DE-XX", "DE"), ("XX", None), ("XX-BY", None), ("", None), (None, None)]
)
def test_a_calendar_that_is_no_longer_known_is_its_countrys(stored: str | None, read: str | None) -> None:
    assert holiday_calendars.known(stored) == read


@pytest.mark.parametrize(
    ("calendar", "day"), [("NL", 0), ("GB-SCT", 0), ("US", 6), ("IL", 6), ("EG", 5), ("BQ", 0), ("XX", 0), (None, 0)]
)
def test_a_week_begins_as_it_does_there(calendar: str | None, day: int) -> None:
    assert holiday_calendars.first_weekday(calendar) == day
