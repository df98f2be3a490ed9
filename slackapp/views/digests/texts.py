"""What the lines of a digest are made of: short texts, teams, and how late something is."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache

from slackapp.language import Language
from slackapp.language.shortening import one_line, shorten
from slackapp.views import mrkdwn, rich
from slackapp.views.digests.reader import Reader
from slackapp.views.rich import Line

TITLE, NAME, WORDS = 90, 32, 70
"""How much of a title, of a name and of what somebody wrote is shown: a digest of the longest texts still fits."""


@lru_cache(maxsize=1024)
def short(text: str, most: int) -> str:
    """What somebody typed, on one line, and never longer than this once it is escaped."""
    # What is far too long is not looked at to its end.
    shown, room = one_line(text[: 8 * most]) or "…", most
    while mrkdwn.cost(shown) > most:
        shown, room = shorten(shown, room), room * 3 // 4
    return shown


def name(text: str) -> str:
    return short(text, NAME)


def sentence(text: str) -> str:
    """What somebody wrote, as a part of a longer line: without the full stop at its end."""
    return short(text, WORDS).rstrip(" .") or "…"


def heading(url: str, text: str) -> Line:
    """What a line is about, in bold, and a link where there is something to link to."""
    if not url:
        return rich.bold(text)
    return [rich.link(url, text) | {"style": {"bold": True}}]


def between(one: str, other: str, by: Reader) -> Line:
    """From one team to another; the team whose digest it is need not be named."""
    _ = by.language
    if one == by.team or not one:
        return rich.line("to {team}", _, team=name(other))
    if other == by.team:
        return rich.line("from {team}", _, team=name(one))
    return rich.words(f"{name(one)} → {name(other)}")


def joined(parts: Iterable[Line]) -> Line:
    return rich.joined(part for part in parts if part)


def late(since: datetime, at: datetime, _: Language) -> Line:
    length = at - since
    if length >= timedelta(days=1):
        return rich.bold(_.many("{n} day late", "{n} days late", length.days))
    hours = length // timedelta(hours=1)
    return rich.bold(_.many("{n} hour late", "{n} hours late", hours) if hours else _("late"))


def amount(number: float, _: Language) -> str:
    """Whole where it is large, with one decimal where it is small."""
    return _.number(round(number) if number >= 10 else round(number, 1))  # noqa: PLR2004 - two figures say enough
