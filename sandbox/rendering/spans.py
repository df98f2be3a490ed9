"""Text as it is shown: paragraphs of stretches that look the same."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Literal

from sandbox.payload import Payload

Kind = Literal["text", "mention", "channel", "link", "date", "emoji", "code"]
Shape = Literal["plain", "quote", "code", "bullet", "number"]


@dataclass(frozen=True)
class Span:
    """A stretch of text. `url` is for links only."""

    text: str
    kind: Kind = "text"
    bold: bool = False
    italic: bool = False
    strike: bool = False
    url: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Spans in one shape; list items have a depth and, in numbered lists, a number."""

    spans: tuple[Span, ...] = field(default_factory=tuple)
    shape: Shape = "plain"
    depth: int = 0
    number: int = 0

    @property
    def text(self) -> str:
        """As plain text, with a mark for its shape."""
        words = "".join(span.text for span in self.spans)
        marks = {"quote": "> ", "bullet": f"{'  ' * self.depth}• ", "number": f"{'  ' * self.depth}{self.number}. "}
        mark = marks.get(self.shape, "")
        return "\n".join(mark + line for line in words.split("\n")) if self.shape == "quote" else mark + words


def as_text(paragraphs: Iterable[Paragraph]) -> str:
    """Paragraphs as plain text, one below the other."""
    return "\n".join(paragraph.text for paragraph in paragraphs)


def as_json(paragraphs: Iterable[Paragraph]) -> list[Payload]:
    """Paragraphs for the page."""
    return [asdict(paragraph) for paragraph in paragraphs]
