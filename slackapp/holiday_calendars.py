"""Whose public holidays are kept, by the name of a calendar: a country's, "NL", or that of a part of one, "DE-BY"."""

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

import holidays
from babel import Locale, UnknownLocaleError
from babel.core import get_global
from holidays.utils import list_supported_countries

CLOCKS = frozenset("CET CST6CDT EET EST EST5EDT HST MET MST MST7MDT PST8PDT WET".split())  # noqa: SIM905 - a table
"""Old names of zones that say how a clock goes, and not where."""
MONDAY = 0


def days(calendar: str | None, year: int) -> frozenset[date]:
    """The public holidays of a year; none for None. Raises ValueError where no such calendar is known."""
    return _days(calendar, year) if calendar else frozenset()


def is_holiday(day: date, calendar: str | None) -> bool:
    """Whether it is a public holiday there, nowhere for None. Raises ValueError where no such calendar is known."""
    return day in days(calendar, day.year)


def country_of(calendar: str) -> str:
    """DE, of DE-BY."""
    return calendar.partition("-")[0]


@cache
def parts() -> Mapping[str, tuple[str, ...]]:
    """The countries whose holidays are known, and the parts of them that have some of their own."""
    return {country: tuple(found) for country, found in list_supported_countries(include_aliases=False).items()}


@cache
def part_names(calendar: str) -> tuple[str, ...]:
    """What a part of a country is called there, and its code where it has no name."""
    country, _, part = calendar.partition("-")
    aliases: Mapping[str, str] = getattr(getattr(holidays, country, None), "subdivisions_aliases", {})
    names = [alias for alias, code in aliases.items() if code == part and not alias.isupper()]
    return (*names, part)


def check(calendar: str | None) -> None:
    """ValueError where no such calendar is known; None is nobody's."""
    if calendar != known(calendar):
        raise ValueError(f"no holiday calendar for {calendar}")


def known(calendar: str | None) -> str | None:
    """The same calendar, or that of the whole country, or None: which are known differs from one release to another."""
    if not calendar:
        return None
    country, _, part = calendar.partition("-")
    return None if country not in parts() else calendar if part in parts()[country] else country


def of_zone(tz: str) -> str | None:
    """The country in which a time zone lies, also by a name that it had before, where its holidays are known."""
    country = _countries().get(tz)
    return country if country in parts() else None


@cache
def first_weekday(calendar: str | None) -> int:
    """The day with which a week begins there; Monday, 0, where nothing is known."""
    try:
        return Locale.parse(f"und_{country_of(calendar or '')}").first_week_day
    except (UnknownLocaleError, ValueError):
        return MONDAY


@lru_cache(maxsize=1024)
def _days(calendar: str, year: int) -> frozenset[date]:
    country, _, part = calendar.partition("-")
    try:
        return frozenset(holidays.country_holidays(country, subdiv=part or None, years=year))
    except NotImplementedError as unknown:
        raise ValueError(f"no holiday calendar for {calendar}") from unknown


@cache
def _countries() -> Mapping[str, str]:
    known, renamed = get_global("zone_territories"), get_global("zone_aliases")
    former = {old: known[new] for old, new in renamed.items() if new in known}
    # The old table gives each zone one country; the new one gives Amsterdam's to Belgium.
    lines = files("tzdata").joinpath("zoneinfo/zone.tab").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    found = {**former, **known, **{row[2]: row[0] for row in rows}}
    return {tz: country for tz, country in found.items() if tz not in CLOCKS}
