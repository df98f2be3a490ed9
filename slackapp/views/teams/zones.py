"""Time zones as one looks for them: by their city, with the difference to UTC as it is now."""

from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from slackapp.views import blocks
from slackapp.views.blocks import Element
from slackapp.views.teams.spelling import plain_letters
from slackapp.zones import UTC, known

MOST = 100  # what a search field of Slack's takes
AREAS = frozenset(
    {"Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"}
)


def offered(words: str, now: datetime) -> list[Element]:
    """The zones whose name contains the words, at most a hundred; cities that begin with them come first."""
    said = plain_letters(words)
    found = [tz for tz in _zones() if said in plain_letters(f"{place(tz)} {tz}")]
    found.sort(key=lambda tz: (not plain_letters(place(tz)).startswith(said), place(tz)))
    return [option(tz, now) for tz in found[:MOST]]


def option(tz: str, now: datetime) -> Element:
    """Amsterdam (Europe/Amsterdam, UTC+1)."""
    return blocks.option(f"{place(tz)} ({tz}, {_difference(tz, now)})", tz)


def place(tz: str) -> str:
    return tz.rpartition("/")[2].replace("_", " ")


def _difference(tz: str, now: datetime) -> str:
    written = f"{now.astimezone(ZoneInfo(tz)):%z}"
    hours, minutes = written[1:3].removeprefix("0"), written[3:5]
    if written[1:] == "0000":
        return "UTC"
    return f"UTC{written[0].replace('-', '−')}{hours}" + (f":{minutes}" if minutes != "00" else "")


@cache
def _zones() -> tuple[str, ...]:
    return (UTC, *sorted(tz for tz in known() if tz.partition("/")[0] in AREAS))
