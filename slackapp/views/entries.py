"""What the lines about entries of a history share."""

from datetime import date
from typing import Any

from slackapp.language import Language
from slackapp.queries.history import Entry
from slackapp.views import rich
from slackapp.views.message import Content
from slackapp.views.rich import Line


def content(line: Line) -> Content:
    """One short line in a thread."""
    return Content(rich.plain(line), (rich.block(line),))


def because(line: Line, entry: Entry[Any]) -> Line:
    """The line, and the reason where one was given."""
    return [*line, *rich.words(f": {entry.why}")] if entry.why else line


def about(entry: Entry[Any], name: str) -> str:
    """What the entry names besides."""
    return entry.about.get(name, "?")


def day(entry: Entry[Any], name: str, _: Language) -> str:
    """The day that it names."""
    return _.date(date.fromisoformat(entry.about[name])) if entry.about.get(name) else "?"
