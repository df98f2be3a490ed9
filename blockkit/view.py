"""The limits of a modal and of an App Home."""

import json
from collections.abc import Iterator

from blockkit import blocks as each_block
from blockkit.spot import Payload, Problem, Spot, Surface
from blockkit.texts import count, length, optional, plain_text, string

MOST_BLOCKS = 100  # twice as many as in a message
MOST_BYTES = 250_000  # view_too_large beyond
MOST_METADATA = 3000  # of private_metadata
MOST_TITLE = 24  # also of its buttons


def problems_of_view(view: Payload) -> list[Problem]:
    """All that Slack would refuse in a modal or a home view."""
    surface: Surface = "home" if view.get("type") == "home" else "modal"
    spot = Spot(view, "", surface)
    return [*_whole(spot), *each_block.problems(spot["blocks"])]


def _whole(spot: Spot) -> Iterator[Problem]:
    if spot.kind not in {"modal", "home"}:
        yield spot["type"].wrong("unsupported type, must be modal or home")
    yield from count(spot["blocks"], 0 if spot.surface == "home" else 1, MOST_BLOCKS)
    yield from optional(string, spot["callback_id"], 255)
    yield from optional(string, spot["external_id"], 255)
    yield from _metadata(spot["private_metadata"])
    if len(json.dumps(spot.value, ensure_ascii=False).encode()) > MOST_BYTES:
        yield spot.wrong(f"view must be less than {MOST_BYTES} bytes")
    if spot.kind == "modal":
        yield from _frame(spot)


def _metadata(spot: Spot) -> Iterator[Problem]:
    if isinstance(spot.value, str) and length(spot.value) > MOST_METADATA:
        yield spot.wrong(f"must be less than {MOST_METADATA + 1} characters")


def _frame(spot: Spot) -> Iterator[Problem]:
    yield from plain_text(spot["title"], MOST_TITLE)
    yield from optional(plain_text, spot["submit"], MOST_TITLE)
    yield from optional(plain_text, spot["close"], MOST_TITLE)
    if "submit" not in spot and any(block.kind == "input" for block in spot["blocks"].each()):
        yield spot["submit"].wrong("submit is required when there are input blocks")
