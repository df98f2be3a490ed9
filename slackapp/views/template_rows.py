"""The rows that a template writes: one block of JSON on each line, with what it says and where it was written."""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from types import FrameType
from typing import Any, ParamSpec

from jinja2 import Template
from markupsafe import Markup

from blockkit.messages import MOST_BLOCKS
from slackapp.language.escaping import escape
from slackapp.language.shortening import ELLIPSIS
from slackapp.views import rich
from slackapp.views.message import PLACE, Block, Content, Picture

P = ParamSpec("P")
SAID, ORIGIN, DRAWN = "said", "written at", "drawn from"
"""Besides the block itself; Slack never sees these."""
TRACED = ContextVar("traced", default=False)
"""Whether the rows know where they were written; that is only asked when a template is checked."""
TEMPLATE = "__jinja_template__"
"""Under which Jinja keeps, in the code that it makes of a template, the template itself."""


@dataclass(frozen=True)
class TemplatePlace:
    """A line of a template's file."""

    file: str
    line: int


@dataclass(frozen=True)
class TemplateRow:
    """A block, the same in words, and the lines of templates that led to it, the innermost first, where asked for."""

    block: Block
    said: str
    places: tuple[TemplatePlace, ...]
    drawn: dict[str, Any] | None


class NoBlock(ValueError):
    """A row of a template that is no block; `row` is what stands in it."""

    def __init__(self, row: str) -> None:
        self.row = row.strip()
        super().__init__(f"this is text and no block: “{self.row[:60]}”")


def writes(made: Callable[P, Block | None]) -> Callable[P, Markup]:
    """The same as a function for templates: the block that it makes, if any, is written as a row."""

    def written(*args: P.args, **kwargs: P.kwargs) -> Markup:
        block = made(*args, **kwargs)
        return _written([block] if block else [], sys._getframe(1))  # noqa: SLF001 - as Jinja does

    return written


def writes_each(made: Callable[P, Iterable[Block]]) -> Callable[P, Markup]:
    """The same for a function that makes several blocks."""

    def written(*args: P.args, **kwargs: P.kwargs) -> Markup:
        return _written(made(*args, **kwargs), sys._getframe(1))  # noqa: SLF001 - as Jinja does

    return written


def read(text: str) -> list[TemplateRow]:
    """The rows that were written; NoBlock for what is none."""
    return [_read(each) for each in text.splitlines() if each.strip()]


def content(rows: Sequence[TemplateRow]) -> Content:
    """The message that the rows make; its text is never longer than Slack takes in an update."""
    blocks = tuple(row.block for row in fitting(rows))
    drawn = next((row.drawn for row in rows if row.drawn), None)
    return Content(_text([row.said for row in rows if row.said]), blocks, picture=Picture(drawn) if drawn else None)


def fitting(rows: Sequence[TemplateRow]) -> Sequence[TemplateRow]:
    """Where there are more than Slack takes, those go that only separate others."""
    if len(rows) <= MOST_BLOCKS:
        return rows
    return [row for row in rows if row.block["type"] != "divider"]


def _text(said: Sequence[str]) -> str:
    kept: list[str] = []
    room = rich.SPOKEN
    for words in said:
        room -= len(words) + 1
        if room < 0:
            return "\n".join([*kept, ELLIPSIS])
        kept.append(words)
    return "\n".join(kept)


def _words(block: Block) -> str:
    match block["type"]:
        case "rich_text":
            return rich.plain(*(part["elements"] for part in block["elements"]))
        case "header" | "section" if block.get("text"):
            text = block["text"]
            return str(text["text"]) if text["type"] == "mrkdwn" else escape(str(text["text"]))
        case "context":
            return " ".join(escape(str(each["text"])) for each in block["elements"] if "text" in each)
        case _:
            return ""


def _read(text: str) -> TemplateRow:
    try:
        block = json.loads(text)
    except ValueError:
        raise NoBlock(text) from None
    if not isinstance(block, dict) or "type" not in block:
        raise NoBlock(text)
    said, drawn, origin = block.pop(SAID, ""), block.pop(DRAWN, None), block.pop(ORIGIN, [])
    return TemplateRow(block, said, tuple(TemplatePlace(file, line) for file, line in origin), drawn)


def _written(blocks: Iterable[Block], frame: FrameType) -> Markup:
    places = _places(frame)
    rows = ({SAID: _words(block), **block, ORIGIN: places} for block in blocks)
    # JSON is not HTML: what stands in it is quoted by JSON, and nothing else may be.
    return Markup("".join(f"{json.dumps(row)}\n" for row in rows))  # noqa: S704


def _places(frame: FrameType | None) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    while frame and TRACED.get():
        template = frame.f_globals.get(TEMPLATE)
        if isinstance(template, Template):
            found.append((template.filename or template.name or "", template.get_corresponding_lineno(frame.f_lineno)))
        frame = frame.f_back
    return found


def picture(alternative: str, drawn: dict[str, Any]) -> Block:
    """A block for a picture that is drawn when the message is sent."""
    block: Block = {"type": "image", "slack_file": {"id": PLACE}, "alt_text": alternative}
    return block | {DRAWN: drawn}
