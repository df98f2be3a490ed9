"""Rich text, read into spans."""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain

from sandbox.payload import Payload
from sandbox.rendering import dates, emoji
from sandbox.rendering.reader import Reader
from sandbox.rendering.spans import Kind, Paragraph, Shape, Span

SHAPES: Mapping[str, Shape] = {"rich_text_quote": "quote", "rich_text_preformatted": "code"}


def paragraphs(reader: Reader, block: Payload) -> list[Paragraph]:
    """A rich_text block as this person sees it."""
    return list(chain.from_iterable(_part(reader, part) for part in block.get("elements", [])))


def _part(reader: Reader, part: Payload) -> Iterator[Paragraph]:
    if part["type"] == "rich_text_list":
        yield from _items(reader, part)
    else:
        yield Paragraph(_spans(reader, part), SHAPES.get(part["type"], "plain"))


def _items(reader: Reader, part: Payload) -> Iterator[Paragraph]:
    shape: Shape = "number" if part.get("style") == "ordered" else "bullet"
    start, depth = part.get("offset", 0) + 1, part.get("indent", 0)
    for number, item in enumerate(part.get("elements", []), start):
        yield Paragraph(_spans(reader, item), shape, depth, number)


def _spans(reader: Reader, part: Payload) -> tuple[Span, ...]:
    return tuple(_span(reader, element) for element in part.get("elements", []))


def _span(reader: Reader, element: Payload) -> Span:
    read = KINDS.get(element["type"])
    text, kind = read(reader, element) if read else (str(element["type"]), "text")
    style = element.get("style") or {}
    if style.get("code"):
        kind = "code"
    bold, italic, strike = (bool(style.get(name)) for name in ("bold", "italic", "strike"))
    return Span(text, kind, bold, italic, strike, element.get("url", ""))


def _date(reader: Reader, element: Payload) -> tuple[str, Kind]:
    return dates.shown(reader, element["timestamp"], element["format"]), "link" if element.get("url") else "date"


KINDS: Mapping[str, Callable[[Reader, Payload], tuple[str, Kind]]] = {
    "text": lambda _reader, e: (e["text"], "text"),
    "link": lambda _reader, e: (e.get("text") or e["url"], "link"),
    "emoji": lambda _reader, e: (emoji.sign(e["name"]), "emoji"),
    "user": lambda reader, e: (reader.user(e["user_id"]), "mention"),
    "channel": lambda reader, e: (reader.channel(e["channel_id"]), "channel"),
    "usergroup": lambda reader, e: (reader.group(e["usergroup_id"]), "mention"),
    "broadcast": lambda _reader, e: (f"@{e['range']}", "mention"),
    "color": lambda _reader, e: (e["value"], "code"),
    "date": _date,
}
