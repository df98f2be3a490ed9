"""What somebody wishes, from what stands behind `/quiet`, in either language."""

import re
from datetime import date, time, timedelta

from slackapp.errors import InvalidInput
from slackapp.models.quiet import Allowed, Back, Until, Wish

LENGTH = re.compile(r"(\d{1,4})\s*([a-z]+)")
BUDGET = re.compile(r"budget\s+(\d{1,4})")
CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})")
UNTIL = re.compile(r"(?:until|till|tot)\s+")
OFF = frozenset({"off", "uit", "stop", "back"})
TOMORROW = frozenset({"tomorrow", "morgen"})
UNITS = {
    **dict.fromkeys(("m", "min", "minute", "minutes", "minuut", "minuten"), timedelta(minutes=1)),
    **dict.fromkeys(("h", "hour", "hours", "u", "uur", "uren"), timedelta(hours=1)),
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


def read(text: str) -> Wish | None:
    """None where nothing stands there. InvalidInput says what can."""
    said = " ".join(text.casefold().split())
    if not said:
        return None
    if said in OFF:
        return Back()
    if found := BUDGET.fullmatch(said):
        return Allowed(int(found[1]))
    until = _length(said) or _until(UNTIL.sub("", said))
    if until is None:
        raise InvalidInput("until", "Say for how long or until when: 2d, 3 hours, until Monday, until 14:00, or off.")
    return until


def _length(said: str) -> Until | None:
    found = LENGTH.fullmatch(said)
    return Until(length=int(found[1]) * UNITS[found[2]]) if found and found[2] in UNITS and int(found[1]) else None


def _until(said: str) -> Until | None:
    if said in TOMORROW:
        return Until(ahead=1)
    if (weekday := _weekday(said)) is not None:
        return Until(weekday=weekday)
    if found := CLOCK.fullmatch(said):
        return _clock(int(found[1]), int(found[2]))
    try:
        return Until(day=date.fromisoformat(said))
    except ValueError:
        return None


def _weekday(said: str) -> int | None:
    """A day of the week, also shortened: "mo", "ma", "thu"."""
    meant = [index for index, names in enumerate(DAYS) if any(name.startswith(said) for name in names)]
    return meant[0] if len(said) >= SHORTEST and len(meant) == 1 else None


def _clock(hour: int, minute: int) -> Until | None:
    return Until(at=time(hour, minute)) if hour < 24 and minute < 60 else None  # noqa: PLR2004 - a clock's own
