"""What a message says, wherever it says it: in its text, its blocks, what it forwards, or the names of its files."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from slackapp.language import emoji, mentions
from slackapp.language.escaping import escape
from slackapp.language.shortening import one_line, shorten
from slackapp.slack import fields
from slackapp.slack.calls import Shortcut
from slackapp.slack.fields import Told
from slackapp.slack.mention_names import labelled

TITLE, TEXT = 150, 3000
"""How much of it a form begins with."""
NOTHING = "This content can't be displayed."
"""What Slack itself writes as the text of a message that has only blocks."""


@dataclass(frozen=True)
class Words:
    """A message as people read it: on one line, and all of it with where its links lead."""

    title: str
    text: str


async def words(call: Shortcut) -> Words:
    """The message of a shortcut with names, labels and signs for ids, links and emoji; empty where it says nothing."""
    said = await labelled(call, written(call.message))
    signs = dict(_signs(call.message))
    title = one_line(mentions.words(said, signs))
    text = mentions.words(said, signs, links=True).strip()
    return Words(shorten(title, TITLE) if title else "", shorten(text, TEXT) if text else "")


def written(message: Told) -> str:
    """All that it says, as Slack writes the text of a message: `<@U1>` for a name, `&lt;` for a `<`."""
    parts = [_own(message), *(_forwarded(each) for each in _list(message, "attachments"))]
    said = _lines(parts)
    return said or _lines(escape(_first(file, "title", "name")) for file in _list(message, "files"))


def _own(message: Told) -> str:
    text = str(message.get("text") or "").strip()
    return text if text and text != NOTHING else _lines(map(_block, _list(message, "blocks")))


def _forwarded(attachment: Told) -> str:
    """What was forwarded, or what an app wrote the old way; not what Slack shows of a link that stands in the text."""
    if attachment.get("from_url") and not (attachment.get("is_share") or attachment.get("is_msg_unfurl")):
        return ""
    held = [block for each in _list(attachment, "message_blocks") for block in _list(_dict(each, "message"), "blocks")]
    fields = (f"{_first(each, 'title')}: {_first(each, 'value')}".strip(": ") for each in _list(attachment, "fields"))
    head = [_first(attachment, "pretext"), _first(attachment, "title")]
    said = _first(attachment, "text") or _lines(map(_block, [*held, *_list(attachment, "blocks")]))
    files = (escape(_first(file, "title", "name")) for file in _list(attachment, "files"))
    return _lines([*head, said, *fields, *files]) or _first(attachment, "fallback")


def _block(block: Told) -> str:
    show = _BLOCKS.get(str(block.get("type")))
    if show or not block:
        return show(block) if show else ""
    return _lines([_block(_dict(block, "text")), *map(_block, _list(block, "fields"))])


def _table(block: Told) -> str:
    rows = (row for row in block.get("rows") or () if isinstance(row, list))
    return _lines(" | ".join(_block(cell) for cell in row if isinstance(cell, Mapping)) for row in rows)


def _context(block: Told) -> str:
    return " ".join(filter(None, map(_block, _list(block, "elements"))))


def _picture(block: Told) -> str:
    return _block(_dict(block, "title")) or _literal(block, "alt_text")


def _literal(block: Told, key: str = "text") -> str:
    return escape(_first(block, key))


_BLOCKS: Mapping[str, Callable[[Told], str]] = {
    "rich_text": lambda block: _lines(map(_rich, _list(block, "elements"))),
    "table": _table,
    "context": _context,
    "image": _picture,
    "video": _picture,
    "mrkdwn": lambda block: _first(block, "text"),
    "plain_text": _literal,
    "raw_text": _literal,
    "markdown": _literal,
}
"""Blocks and the objects in them by their types; every other is asked for its text and its fields."""


def _rich(part: Told) -> str:
    """A paragraph, a quote, or a list with its items on lines of their own."""
    inside = _list(part, "elements")
    if part.get("type") == "rich_text_list":
        return _lines(f"• {_rich(item)}" for item in inside)
    return "".join(map(_piece, inside))


def _piece(element: Told) -> str:
    show = _PIECES.get(str(element.get("type")))
    return show(element) if show else _literal(element)


def _link(element: Told) -> str:
    label = _literal(element).replace("|", "¦")
    return f"<{_literal(element, 'url')}{f'|{label}' if label else ''}>"


_PIECES: Mapping[str, Callable[[Told], str]] = {
    "user": lambda element: f"<@{element.get('user_id')}>",
    "channel": lambda element: f"<#{element.get('channel_id')}>",
    "usergroup": lambda element: f"<!subteam^{element.get('usergroup_id')}>",
    "broadcast": lambda element: f"<!{element.get('range')}>",
    "link": _link,
    "emoji": lambda element: f":{element.get('name')}:",
    "date": lambda element: _literal(element, "fallback") or _day(element.get("timestamp")),
    "color": lambda element: _literal(element, "value"),
}
"""What stands in a line of rich text; every other is its text."""


def _day(timestamp: object) -> str:
    return datetime.fromtimestamp(timestamp, UTC).date().isoformat() if isinstance(timestamp, int) else ""


def _signs(part: object) -> Iterator[tuple[str, str]]:
    """The emoji in it with their signs, as the composer wrote them down; an organisation's own have none."""
    if isinstance(part, Mapping):
        if part.get("type") == "emoji" and (sign := emoji.of_code(str(part.get("unicode") or ""))):
            yield str(part.get("name")), sign
        for each in part.values():
            yield from _signs(each)
    elif isinstance(part, list):
        for each in part:
            yield from _signs(each)


def _list(holder: Told, key: str) -> Sequence[Told]:
    """The objects under this key; what is none is left out."""
    held = holder.get(key)
    return [each for each in held if isinstance(each, Mapping)] if isinstance(held, list) else []


def _dict(holder: Told, key: str) -> Told:
    return fields.record(holder.get(key))


def _first(holder: Told, *keys: str) -> str:
    return next((each.strip("\n") for each in map(holder.get, keys) if isinstance(each, str) and each), "")


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(each for each in parts if each.strip())
