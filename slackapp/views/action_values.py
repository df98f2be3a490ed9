"""What buttons and options carry, read in one place.

A message can be older than the app, and a value can be forged: what was never ours, or is no more, is refused in words.
"""

import json
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from slackapp.errors import NotFound

K = TypeVar("K")
V = TypeVar("V")
W = TypeVar("W", bound=StrEnum)

LARGEST = 2**63 - 1
"""The largest number that both databases keep."""
LAST_PAGE = 100_000  # a forged page must not become an offset that the database counts through


def outdated() -> NotFound:
    """The refusal of a value that nobody understands."""
    return NotFound("This is from an older version, or it has changed since. Open it again from a newer message.")


def number(value: str) -> int:
    """One of our own numbers: they begin with 1."""
    if found := _whole(value):
        return found
    raise outdated()


def page(value: str) -> int:
    """Where a page begins; it may be 0."""
    found = _whole(value)
    if found is None or found > LAST_PAGE:
        raise outdated()
    return found


def word(words: type[W], value: str) -> W:
    """One of these words."""
    if value in {str(each) for each in words}:
        return words(value)
    raise outdated()


def of(known: Mapping[K, V], value: K) -> V:
    """What belongs to this value."""
    if value not in known:
        raise outdated()
    return known[value]


def day(value: str) -> date:
    """A day as 2026-12-01; the first and the last years are left out, since days are counted from there."""
    try:
        found = date.fromisoformat(value)
    except ValueError as broken:
        raise outdated() from broken
    if not date.min.year + 1 < found.year < date.max.year - 1:
        raise outdated()
    return found


def pair(value: str, between: str = ":") -> tuple[str, str]:
    """Two parts; the second may be empty."""
    first, _, second = value.partition(between)
    return first, second


def parts(value: str, count: int, between: str) -> list[str]:
    """So many parts; the last one may hold anything."""
    found = value.split(between, count - 1)
    if len(found) != count:
        raise outdated()
    return found


def listed(value: str, count: int) -> list[object]:
    """A list of so many things, written as JSON."""
    try:
        found = json.loads(value)
    except (ValueError, RecursionError) as broken:
        raise outdated() from broken
    if not isinstance(found, list) or len(found) != count:
        raise outdated()
    return found


def _whole(value: str) -> int | None:
    is_whole = value.isascii() and value.isdecimal() and len(value) <= len(str(LARGEST))
    return int(value) if is_whole and int(value) <= LARGEST else None
