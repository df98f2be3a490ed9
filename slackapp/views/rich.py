"""Lines of rich text: what a person typed stands in them literally, so it can ping nobody and break nothing.

A line is written as a text of the catalogue whose placeholders are filled with pieces: plain strings, people, dates,
links. The same line can be read out as plain text, for notifications and screen readers.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from slackapp.ids import ChannelId, UserId
from slackapp.language import Language
from slackapp.language.escaping import escape
from slackapp.language.shortening import ELLIPSIS, shorten

Piece = dict[str, Any]
Line = list[Piece]

SPOKEN = 3900
"""A message whose text is longer than 4,000 characters cannot be updated any more."""
SPOKEN_AT_ONCE = 600  # of one text, so that the others are heard as well
LINE_LIMIT = 2500
"""Slack states no limit for a rich_text element; a section's is 3,000, and we stay below it."""


def line(text: str, _: Language, /, **values: str | Piece | Line) -> Line:
    """A text of the catalogue with its placeholders filled."""
    pieces: Line = []
    for part in _.parts(text):
        pieces += words(part) if isinstance(part, str) else _pieces(values[part.name])
    return pieces


def words(text: str, **style: bool) -> Line:
    """Text as it was typed, shortened visibly where it is too long."""
    if not text:
        return []
    piece: Piece = {"type": "text", "text": shorten(text, LINE_LIMIT)}
    return [piece | ({"style": style} if style else {})]


def bold(text: str) -> Line:
    """The same, in bold."""
    return words(text, bold=True)


def person(user_id: UserId) -> Piece:
    """A mention. It notifies where it is posted; use a name where nobody needs to be called."""
    return {"type": "user", "user_id": user_id}


def channel(channel_id: ChannelId) -> Piece:
    """A channel, shown by its name to those who may see it."""
    return {"type": "channel", "channel_id": channel_id}


def link(url: str, text: str) -> Piece:
    """A link that shows the text, not the address."""
    return {"type": "link", "url": url, "text": shorten(text, LINE_LIMIT)}


def moment(at: datetime, style: str = "{date_short_pretty} {time}") -> Piece:
    """A moment in the zone of whoever reads it; the fallback is UTC."""
    return {
        "type": "date",
        "timestamp": int(at.timestamp()),
        "format": style,
        "fallback": at.strftime("%Y-%m-%d %H:%M UTC"),
    }


def day(at: datetime) -> Piece:
    """The day of a moment, in the zone of whoever reads it."""
    return moment(at, "{date_short_pretty}")


def joined(lines: Iterable[Line], between: str = " · ") -> Line:
    """Several lines on one."""
    full: Line = []
    for each in lines:
        full += [*(words(between) if full else []), *each]
    return full


def block(*lines: Line) -> dict[str, Any]:
    """A block of lines, one under the other."""
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": joined(lines, "\n")}]}


def quote(text: str) -> dict[str, Any]:
    """A block that quotes what somebody typed."""
    return {"type": "rich_text", "elements": [{"type": "rich_text_quote", "elements": words(text)}]}


def bullets(lines: Sequence[Line]) -> dict[str, Any]:
    """A block that lists lines."""
    items = [{"type": "rich_text_section", "elements": each} for each in lines]
    return {"type": "rich_text", "elements": [{"type": "rich_text_list", "style": "bullet", "elements": items}]}


def plain(*lines: Line) -> str:
    """The lines in Slack's text format, for the `text` of a message: notifications and screen readers read this.

    It is never cut inside a token or an escaped character, and never longer than Slack takes in an update.
    """
    said: list[str] = []
    room = SPOKEN
    for piece in joined(lines, "\n"):
        words = _spoken(piece)
        room -= len(words)
        if room < 0:
            return "".join([*said, ELLIPSIS])
        said.append(words)
    return "".join(said)


def _pieces(value: str | Piece | Line) -> Line:
    match value:
        case str():
            return words(value)
        case dict():
            return [value]
        case _:
            return value


def _spoken(piece: Piece) -> str:
    match piece["type"]:
        case "user":
            return f"<@{piece['user_id']}>"
        case "channel":
            return f"<#{piece['channel_id']}>"
        case "date":
            return f"<!date^{piece['timestamp']}^{piece['format']}|{piece['fallback']}>"
        case _:
            return escape(shorten(str(piece["text"]), SPOKEN_AT_ONCE))
