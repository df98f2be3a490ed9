"""A line of rich text in Slack's mrkdwn, for the one place that takes no rich text: beside a button.

Slack has no way to escape the signs for bold, italics, strike-through and code, so those that somebody typed are shown
as others that look alike. The rest is escaped as Slack asks: what was typed can ping nobody and break nothing.
"""

import re
import unicodedata

from slackapp.language import tokens
from slackapp.language.escaping import escape
from slackapp.views import rich
from slackapp.views.blocks import Block, Element
from slackapp.views.rich import Line, Piece

_BREAKS = {"Cc", "Zl", "Zp"}
_MARKS = re.compile(r"`|(?<!\w)[*_~]|[*_~](?!\w)|:(?=[\w+-]+:)")
"""Inside a word, as in snake_case, the signs mean nothing to Slack and stay."""
_ALIKE = {"`": "ˋ", "*": "∗", "_": "ˍ", "~": "∼", ":": "꞉"}


def section(*lines: Line, accessory: Element | None = None) -> Block:
    """A block of lines, one under the other, with a button or a menu beside them."""
    text = "\n".join(map(of, lines))
    # `verbatim`: Slack makes no links and mentions of its own out of what somebody typed.
    block: Block = {"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": True}}
    return block | ({"accessory": accessory} if accessory else {})


def of(line: Line) -> str:
    """The line as mrkdwn. People and channels become mentions, as they would in rich text."""
    return "".join(map(_written, line))


def typed(text: str) -> str:
    """What somebody typed, so that Slack shows it as it is, on one line."""
    return escape(_alike("".join(" " if unicodedata.category(c) in _BREAKS else c for c in text)))


def cost(text: str) -> int:
    """How many characters of a block a text takes, once it is escaped."""
    return len(escape(text).encode("utf-16-le", "surrogatepass")) // 2


def _written(piece: Piece) -> str:
    return _styled(_bare(piece), piece.get("style") or {})


def _bare(piece: Piece) -> str:
    match piece["type"]:
        case "link":
            return tokens.link(piece["url"], _alike(str(piece["text"])))
        case "text":
            return typed(str(piece["text"]))
        case _:
            return rich.plain([piece])


def _alike(text: str) -> str:
    return _MARKS.sub(lambda found: _ALIKE[found[0]], text)


def _styled(text: str, style: dict[str, bool]) -> str:
    return f"*{text}*" if style.get("bold") and text.strip() else text
