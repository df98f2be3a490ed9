"""Blocks for the page: as the app sent them, with every text already read for the viewer.

The page then only makes elements of them: markup, mentions, dates and emoji are decided here, once, in Python.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sandbox.payload import Payload
from sandbox.rendering import emoji, mrkdwn, rich
from sandbox.rendering.reader import Reader
from sandbox.rendering.spans import Paragraph, Span, as_json


def shown(reader: Reader, value: Any) -> Any:  # noqa: ANN401  walks any JSON
    """A copy in which each text object and rich text also has `paragraphs`, and each picture its address."""
    if isinstance(value, list):
        return [shown(reader, item) for item in value]
    if not isinstance(value, dict):
        return value
    read = TEXTS.get(value.get("type", ""))
    if read:
        return value | {"paragraphs": as_json(read(reader, value))}
    inner = {key: shown(reader, inner) for key, inner in value.items()}
    return inner | {"source": _source(reader, value)} if value.get("type") == "image" else inner


def _source(reader: Reader, image: Payload) -> str:
    """Where the page finds a picture; empty where it is none of the sandbox's own, since nothing else is loaded."""
    named = image.get("slack_file") or {}
    file = reader.workspace.file(str(named.get("id") or named.get("url") or image.get("image_url") or ""))
    return f"/page/file/{file.id}" if file and file.picture_type else ""


def text(reader: Reader, given: str) -> list[Payload]:
    """A message's `text`, for messages without blocks."""
    return as_json(mrkdwn.paragraphs(reader, given))


def _plain(_reader: Reader, value: Payload) -> list[Paragraph]:
    return [Paragraph((Span(emoji.replaced(value["text"])),))]


def _markdown(_reader: Reader, value: Payload) -> list[Paragraph]:
    return [Paragraph((Span(value["text"]),))]


TEXTS: Mapping[str, Callable[[Reader, Payload], list[Paragraph]]] = {
    "mrkdwn": lambda reader, value: mrkdwn.paragraphs(reader, value["text"]),
    "plain_text": _plain,
    "rich_text": rich.paragraphs,
    "markdown": _markdown,
}
