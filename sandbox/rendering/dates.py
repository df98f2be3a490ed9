"""Slack's date tokens, in the zone and language of the reader."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from babel.dates import format_date, format_time, format_timedelta

from sandbox.rendering.reader import Reader

TOKEN = re.compile(r"\{(\w+)\}")
SHORT, LONG = "medium", "full"
NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}
NEAR_DUTCH = {-1: "gisteren", 0: "vandaag", 1: "morgen"}


def shown(reader: Reader, seconds: int, pattern: str) -> str:
    """The pattern with its tokens filled in; a token that does not exist stays as it is."""
    at = datetime.fromtimestamp(seconds, UTC).astimezone(reader.zone)
    return TOKEN.sub(lambda match: _token(reader, at, match[1]) or match[0], pattern)


def _token(reader: Reader, at: datetime, name: str) -> str:
    return TOKENS[name](reader, at) if name in TOKENS else ""


def _date(style: str) -> Callable[[Reader, datetime], str]:
    return lambda reader, at: format_date(at, style, locale=reader.locale)


def _pretty(style: str) -> Callable[[Reader, datetime], str]:
    def near(reader: Reader, at: datetime) -> str:
        today = reader.workspace.clock.now().astimezone(reader.zone).date()
        words = NEAR_DUTCH if reader.locale.language == "nl" else NEAR
        return words.get((at.date() - today).days) or format_date(at, style, locale=reader.locale)

    return near


def _time(style: str) -> Callable[[Reader, datetime], str]:
    return lambda reader, at: format_time(at, style, locale=reader.locale)


def _ago(reader: Reader, at: datetime) -> str:
    apart: timedelta = at - reader.workspace.clock.now()
    return format_timedelta(apart, add_direction=True, locale=reader.locale)


TOKENS: Mapping[str, Callable[[Reader, datetime], str]] = {
    "date_num": lambda _reader, at: at.date().isoformat(),
    "date": _date("long"),
    "date_short": _date(SHORT),
    "date_long": _date(LONG),
    "date_pretty": _pretty("long"),
    "date_short_pretty": _pretty(SHORT),
    "date_long_pretty": _pretty(LONG),
    "day_divider_pretty": _pretty(LONG),
    "time": _time("short"),
    "time_secs": _time("medium"),
    "ago": _ago,
}
