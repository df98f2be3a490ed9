"""The limits of a whole message."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from blockkit import blocks as each_block
from blockkit.spot import Payload, Problem, Spot
from blockkit.texts import length

MOST_BLOCKS = 50  # more are refused: invalid_blocks
MOST_TEXT = 4000
MOST_CHARACTERS = 13_000
MOST_MARKDOWN = 12_000


def problems_of_message(blocks: Sequence[Payload] | None, text: str | None) -> list[Problem]:
    """All that Slack would refuse, and also a missing `text`.

    The text is all that a screen reader and a phone's notification get, and Slack only warns about it.
    """
    return [*_fallback(text), *problems_of_blocks(blocks or [])]


def problems_of_blocks(blocks: Sequence[Payload]) -> list[Problem]:
    """What Slack would refuse in the blocks of a message, without regard to its text."""
    spot = Spot(list(blocks), "/blocks", "message")
    return [*_whole(spot), *each_block.problems(spot)]


def characters_in(value: Any) -> int:  # noqa: ANN401  walks any JSON
    """How many characters of text a block, or a list of blocks, holds."""
    return sum(length(text) for text in _texts(value))


def _fallback(text: str | None) -> Iterator[Problem]:
    if not text or not text.strip():
        yield Problem("/text", "a message needs a text for notifications and screen readers")
    elif length(text) > MOST_TEXT:
        yield Problem("/text", f"must be less than {MOST_TEXT + 1} characters")


def _whole(spot: Spot) -> Iterator[Problem]:
    if len(spot.value) > MOST_BLOCKS:
        yield spot.wrong(f"no more than {MOST_BLOCKS} items allowed")
    if sum(block.kind == "table" for block in spot.each()) > 1:
        yield spot.wrong("only one table allowed")
    if characters_in([b.value for b in spot.each() if b.kind == "markdown"]) > MOST_MARKDOWN:
        yield spot.wrong(f"markdown blocks must be less than {MOST_MARKDOWN + 1} characters together")
    if characters_in(spot.value) > MOST_CHARACTERS:
        yield spot.wrong(f"blocks must be less than {MOST_CHARACTERS + 1} characters together")


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401
    if isinstance(value, list):
        yield from chain.from_iterable(map(_texts, value))
    elif isinstance(value, dict):
        yield from (text for key, text in value.items() if key == "text" and isinstance(text, str))
        yield from chain.from_iterable(map(_texts, value.values()))
