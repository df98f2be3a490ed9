"""What the pages of requests, decisions and areas share."""

from collections.abc import Iterable, Sequence
from typing import Any

from slackapp.language import Language
from slackapp.language.shortening import shorten
from slackapp.queries.history import Entry
from slackapp.views import blocks, rich
from slackapp.views.blocks import Block
from slackapp.views.rich import Line
from slackapp.views.steps import Steps

IN_THE_HEADER = 120
"""How much of a title fits in the header, with the number before it."""
ENTRIES = 30
"""How many lines of history a page shows: the newest."""


def long_title(title: str) -> list[Block]:
    """The whole title, where the header has no room for it."""
    return [rich.block(rich.words(title))] if len(title) > IN_THE_HEADER else []


def texts(labelled: Iterable[tuple[str, str]]) -> list[Block]:
    """Texts under their labels; nothing of what is empty."""
    found: list[Block] = []
    for label, text in labelled:
        found += [rich.block(rich.bold(label)), rich.quote(text)] if text else []
    return found


def history(entries: Sequence[Entry[Any]], steps: Steps[Any, Any, Any], _: Language) -> list[Block]:
    """The newest lines of a history, oldest first."""
    left_out = len(entries) - ENTRIES
    lines = [_dated(entry, steps[entry.verb].line(entry, _)) for entry in entries[-ENTRIES:]]
    earlier = [blocks.context(_.many("{n} earlier line", "{n} earlier lines", left_out))] if left_out > 0 else []
    return [rich.block(rich.bold(_("History"))), *earlier, *([rich.bullets(lines)] if lines else [])]


def _dated(entry: Entry[Any], line: Line) -> Line:
    short = [piece | {"text": shorten(piece["text"], 500)} if piece["type"] == "text" else piece for piece in line]
    return [rich.moment(entry.at), *rich.words(" — "), *short]
