"""The fields of what Slack tells, whatever stands in them: missing, null, of another type, too long, of another time.

Each reads one value and gives something that can be stored, or None where it says nothing.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from slackapp.normalization import clean

Told = Mapping[str, Any]

ID = re.compile(r"[A-Za-z0-9]{1,32}")
LOCALE = re.compile(r"[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*")
LONGEST_LOCALE = 16  # as their columns
LONGEST_NAME = 255  # as their columns
LATEST = 2**32
"""Seconds: what lies beyond the next century is no moment that somebody meant."""


class Unreadable(ValueError):
    """A record without an id: nobody can say who or what it is about."""


def id_of(value: object) -> str:
    """An id; Unreadable for anything else."""
    if not isinstance(value, str) or not ID.fullmatch(value):
        raise Unreadable("no id")
    return value


def ids(value: object) -> list[str]:
    """The ids of a list; what is none is left out."""
    listed = value if isinstance(value, list | tuple) else ()
    return [each for each in listed if isinstance(each, str) and ID.fullmatch(each)]


def text(value: object, most: int = LONGEST_NAME) -> str:
    """A name on one line, cut to what fits; "" where nothing can be seen of it."""
    if not isinstance(value, str):
        return ""
    return " ".join(clean(value).split())[:most].strip()


def flag(value: object) -> bool:
    """Whether something is said to be so."""
    return value is True or value == 1 or (isinstance(value, str) and value.strip().lower() == "true")


def locale(value: object) -> str | None:
    """A language and a country, as nl-NL."""
    if not isinstance(value, str) or not LOCALE.fullmatch(value) or len(value) > LONGEST_LOCALE:
        return None
    return value


def moment(value: object) -> datetime | None:
    """A moment that is told in seconds since 1970; None for none, as 0 is, and for one that cannot be."""
    if isinstance(value, str) and value.isascii() and value.isdecimal():
        value = int(value[:12])
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < LATEST:
        return None
    return datetime.fromtimestamp(value, UTC)


def record(value: object) -> Told:
    """An object; an empty one where it is something else."""
    return value if isinstance(value, Mapping) else {}


def records(value: object) -> Sequence[Told]:
    """The objects of a list; an empty one in the place of each that is something else."""
    return [record(each) for each in value] if isinstance(value, list | tuple) else []
