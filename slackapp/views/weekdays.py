"""The days of a week, in the order in which a week goes where it is about; Monday is 0."""

from collections.abc import Collection, Sequence

from slackapp.language import Language
from slackapp.views import blocks
from slackapp.views.blocks import Element

A_SPAN = 3
"""From three days in a row on, the first and the last say it."""
WEEK = 7


def options(_: Language, first: int = 0) -> list[Element]:
    """Every day, to be chosen or ticked; the week begins on `first`."""
    return [blocks.option(_.weekday(day % WEEK).capitalize(), str(day % WEEK)) for day in range(first, first + WEEK)]


def in_order(weekdays: Collection[int]) -> list[int]:
    """These days from the one that follows a day without them, so that Sunday to Thursday begins on Sunday."""
    days = sorted(set(weekdays))
    starts = [day for day in days if (day - 1) % WEEK not in days]
    return days if len(starts) != 1 else sorted(days, key=lambda day: (day - starts[0]) % WEEK)


def is_span(days: Sequence[int]) -> bool:
    """Whether the first and the last of days in order say it: they follow each other, and are three or more."""
    return len(days) >= A_SPAN and all((day - days[0]) % WEEK == place for place, day in enumerate(days))
