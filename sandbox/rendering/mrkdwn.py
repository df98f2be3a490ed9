"""Slack's mrkdwn, read into spans."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from sandbox.rendering import dates, emoji
from sandbox.rendering.reader import Reader
from sandbox.rendering.spans import Paragraph, Span

FENCE = re.compile(r"```\n?(.*?)\n?```", re.DOTALL)
QUOTE = re.compile(r"^(?:>|&gt;) ?")
INLINE = re.compile(
    r"`(?P<code>[^`\n]+)`"
    r"|<(?P<token>[^<>\n]+)>"
    r"|(?<![\w*])\*(?P<bold>[^*\s](?:[^*\n]*[^*\s])?)\*(?![\w*])"
    r"|(?<![\w_])_(?P<italic>[^_\s](?:[^_\n]*[^_\s])?)_(?![\w_])"
    r"|(?<![\w~])~(?P<strike>[^~\s](?:[^~\n]*[^~\s])?)~(?![\w~])"
    r"|:(?P<emoji>[a-z0-9_+'-]+):"
)


def paragraphs(reader: Reader, text: str) -> list[Paragraph]:
    """A mrkdwn text as this person sees it."""
    parts = FENCE.split(text)
    shown = [_code(part) if index % 2 else _lines(reader, part) for index, part in enumerate(parts) if part.strip()]
    return [paragraph for part in shown for paragraph in part]


def _code(text: str) -> list[Paragraph]:
    return [Paragraph((Span(plain(text), "code"),), "code")]


def _lines(reader: Reader, text: str) -> list[Paragraph]:
    return [_line(reader, line) for line in text.strip("\n").split("\n")]


def _line(reader: Reader, line: str) -> Paragraph:
    quoted = QUOTE.match(line)
    spans = tuple(_inline(reader, line[quoted.end() :] if quoted else line))
    return Paragraph(spans, "quote" if quoted else "plain")


def _inline(reader: Reader, text: str) -> Iterator[Span]:
    end = 0
    for match in INLINE.finditer(text):
        yield from _literal(text[end : match.start()])
        yield from _styled(reader, str(match.lastgroup), match[str(match.lastgroup)])
        end = match.end()
    yield from _literal(text[end:])


def _literal(text: str) -> Iterator[Span]:
    if text:
        yield Span(plain(text))


def _styled(reader: Reader, kind: str, inner: str) -> Iterator[Span]:
    if kind == "code":
        yield Span(plain(inner), "code")
    elif kind == "token":
        yield _token(reader, inner)
    elif kind == "emoji":
        yield Span(emoji.sign(inner), "emoji")
    else:
        yield from map(STYLES[kind], _inline(reader, inner))


def _token(reader: Reader, inner: str) -> Span:
    """What stands between < and >: a mention, a date or a link."""
    target, _, label = inner.partition("|")
    for mark, read in TOKENS.items():
        if target.startswith(mark):
            return read(reader, target.removeprefix(mark), plain(label))
    return Span(plain(label or target), "link", url=plain(target))


def _date(reader: Reader, target: str, label: str) -> Span:
    seconds, _, rest = target.partition("^")
    pattern, _, url = rest.partition("^")
    shown = dates.shown(reader, int(seconds), pattern) if seconds.isdigit() else label
    return Span(shown, "link" if url else "date", url=url)


def plain(text: str) -> str:
    """The three characters that Slack escapes, as they are shown."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


STYLES: Mapping[str, Callable[[Span], Span]] = {
    "bold": lambda span: replace(span, bold=True),
    "italic": lambda span: replace(span, italic=True),
    "strike": lambda span: replace(span, strike=True),
}
TOKENS: Mapping[str, Callable[[Reader, str, str], Span]] = {
    "@": lambda reader, target, _label: Span(reader.user(target), "mention"),
    "#": lambda reader, target, _label: Span(reader.channel(target), "channel"),
    "!subteam^": lambda reader, target, _label: Span(reader.group(target), "mention"),
    "!date^": _date,
    "!": lambda _reader, target, _label: Span(f"@{target}", "mention"),
}
