"""What somebody wishes, from what stands behind `/quiet`, in either language."""

import re
from datetime import date, time, timedelta

from slackapp.errors import InvalidInput
from slackapp.models.quiet import Allowed, Back, Until, Wish
from slackapp.normalization import key

LENGTH = re.compile(r"(?:(?:for|voor|gedurende)\s+)?(\d{1,4}(?:[.,]\d)?|[a-zé]+)\s*([a-z]+)(?:\s+lang)?")
HALF_AN_HOUR = re.compile(r"(?:(?:for|voor|gedurende)\s+)?(?:half an hour|(?:een\s+)?half\s*uur)(?:\s+lang)?")
BUDGET = re.compile(r"budget\s+(\d{1,4})")
CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|a\.m\.|pm|p\.m\.|o'clock|h|u|uur)?")
UNTIL = re.compile(r"(?:until|till|til|tot)\s+")
OFF = frozenset({"off", "uit", "stop", "back"})
TOMORROW = frozenset({"tomorrow", "morgen"})
NAMED = {"noon": time(12), "midday": time(12), "midnight": time(0), "middernacht": time(0)}
NUMBERS = {**dict.fromkeys(("a", "an", "one", "een", "één"), 1.0), **dict.fromkeys(("anderhalf", "anderhalve"), 1.5)}
UNITS = {
    **dict.fromkeys(("m", "min", "minute", "minutes", "minuut", "minuten"), timedelta(minutes=1)),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "u", "uur", "uren"), timedelta(hours=1)),
    **dict.fromkeys(("d", "day", "days", "dag", "dagen"), timedelta(days=1)),
    **dict.fromkeys(("w", "week", "weeks", "weken"), timedelta(weeks=1)),
}
DAYS = (
    ("monday", "maandag"),
    ("tuesday", "dinsdag"),
    ("wednesday", "woensdag"),
    ("thursday", "donderdag"),
    ("friday", "vrijdag"),
    ("saturday", "zaterdag"),
    ("sunday", "zondag"),
)
SHORTEST = 2
NOON = 12


def read(text: str) -> Wish | None:
    """None where nothing stands there. InvalidInput says what can."""
    said = key(text)
    if not said:
        return None
    if said in OFF:
        return Back()
    if found := BUDGET.fullmatch(said):
        return Allowed(int(found[1]))
    until = _until(UNTIL.sub("", said)) if UNTIL.match(said) else _length(said) or _until(said)
    if until is None:
        raise InvalidInput("until", "Say for how long or until when: 2d, 3 hours, until Monday, until 14:00, or off.")
    return until


def _length(said: str) -> Until | None:
    if HALF_AN_HOUR.fullmatch(said):
        return Until(length=timedelta(minutes=30))
    found = LENGTH.fullmatch(said)
    if not found or found[2] not in UNITS:
        return None
    length = _number(found[1]) * UNITS[found[2]]
    return Until(length=length) if length else None


def _number(written: str) -> float:
    return float(written.replace(",", ".")) if written[0].isdecimal() else NUMBERS.get(written, 0)


def _until(said: str) -> Until | None:
    if said in TOMORROW:
        return Until(ahead=1)
    if (weekday := _weekday(said)) is not None:
        return Until(weekday=weekday)
    if said in NAMED:
        return Until(at=NAMED[said])
    if found := CLOCK.fullmatch(said):
        return _clock(*found.groups())
    try:
        return Until(day=date.fromisoformat(said))
    except ValueError:
        return None


def _weekday(said: str) -> int | None:
    """A day of the week, also shortened: "mo", "ma", "thu"."""
    meant = [index for index, names in enumerate(DAYS) if any(name.startswith(said) for name in names)]
    return meant[0] if len(said) >= SHORTEST and len(meant) == 1 else None


def _clock(hour: str, minute: str | None, mark: str | None) -> Until | None:
    half, at = (mark or "")[:1], int(hour)
    if half in {"a", "p"}:
        return _time(at % NOON + NOON * (half == "p"), minute) if 1 <= at <= NOON else None
    if minute is None and 1 <= at <= NOON and not hour.startswith("0"):
        early, late = f"{at}:00", f"{at % NOON + NOON}:00" if at < NOON else "00:00"
        raise InvalidInput("until", "Until {early} or until {late}? Say it with the minutes.", early=early, late=late)
    return _time(at, minute)


def _time(hour: int, minute: str | None) -> Until | None:
    minutes = int(minute or 0)
    return Until(at=time(hour, minutes)) if hour < 24 and minutes < 60 else None  # noqa: PLR2004 - a clock's own
