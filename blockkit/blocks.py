"""The limits of each kind of block, and where it may stand."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain

from blockkit import elements, rich
from blockkit.spot import Problem, Spot
from blockkit.texts import Check, any_text, count, one_of, optional, plain_text, string, url

MESSAGE = {"message"}
MODAL = {"modal"}
EVERYWHERE = {"message", "modal", "home"}


def problems(blocks: Spot) -> Iterator[Problem]:
    """What is wrong with each block of a list, and with their ids together."""
    yield from chain.from_iterable(map(_block, blocks.each()))
    yield from _repeated(blocks, "block_id")


def _block(spot: Spot) -> Iterator[Problem]:
    check, surfaces = KINDS.get(spot.kind, (None, EVERYWHERE))
    if check is None:
        yield spot["type"].wrong(f"unsupported type: {spot.kind or 'none'}")
        return
    if spot.surface not in surfaces:
        yield spot["type"].wrong(f"{spot.kind} blocks are not allowed in a {spot.surface}")
    yield from optional(string, spot["block_id"], 255)
    yield from check(spot)


def _repeated(spots: Spot, key: str) -> Iterator[Problem]:
    ids = [spot[key] for spot in spots.each() if isinstance(spot[key].value, str)]
    times = Counter(spot.value for spot in ids)
    yield from (spot.wrong(f"{key} must be unique") for spot in ids if times[spot.value] > 1)


def _section(spot: Spot) -> Iterator[Problem]:
    if "text" not in spot and "fields" not in spot:
        yield spot.wrong("a section needs text or fields")
    yield from optional(any_text, spot["text"], 3000)
    if "fields" in spot:
        yield from count(spot["fields"], 1, 10)
        for field in spot["fields"].each():
            yield from any_text(field, 2000)
    if "accessory" in spot:
        yield from elements.problems(spot["accessory"], elements.ACCESSORIES)


def _header(spot: Spot) -> Iterator[Problem]:
    yield from plain_text(spot["text"], 150)


def _markdown(spot: Spot) -> Iterator[Problem]:
    yield from string(spot["text"], 12_000)


def _context(spot: Spot) -> Iterator[Problem]:
    yield from count(spot["elements"], 1, 10)
    for element in spot["elements"].each():
        if element.kind == "image":
            yield from elements.problems(element, {"image"})
        else:
            yield from any_text(element, 3000)


def _actions(spot: Spot) -> Iterator[Problem]:
    yield from _row(spot, 25, elements.IN_ACTIONS)


def _context_actions(spot: Spot) -> Iterator[Problem]:
    yield from _row(spot, 5, {"feedback_buttons", "icon_button"})


def _row(spot: Spot, most: int, allowed: set[str]) -> Iterator[Problem]:
    yield from count(spot["elements"], 1, most)
    for element in spot["elements"].each():
        yield from elements.problems(element, allowed)
    yield from _repeated(spot["elements"], "action_id")


def _input(spot: Spot) -> Iterator[Problem]:
    yield from plain_text(spot["label"], 2000)
    yield from optional(plain_text, spot["hint"], 2000)
    yield from elements.problems(spot["element"], elements.IN_INPUTS)


def _image(spot: Spot) -> Iterator[Problem]:
    yield from string(spot["alt_text"], 2000)
    yield from optional(plain_text, spot["title"], 2000)
    if ("image_url" in spot) == ("slack_file" in spot):
        yield spot.wrong("an image needs either image_url or slack_file")
    elif "image_url" in spot:
        yield from url(spot["image_url"])


def _table(spot: Spot) -> Iterator[Problem]:
    yield from count(spot["rows"], 1, 100, "rows")
    for row in spot["rows"].each():
        yield from count(row, 1, 20, "cells")
    if "column_settings" in spot:
        yield from count(spot["column_settings"], 1, 20)


def _alert(spot: Spot) -> Iterator[Problem]:
    yield from any_text(spot["text"], 200)
    yield from one_of(spot["level"], "default", "info", "warning", "error", "success")


def _card(spot: Spot) -> Iterator[Problem]:
    for key, limit in {"title": 150, "subtitle": 150, "body": 200}.items():
        yield from optional(any_text, spot[key], limit)


def _carousel(spot: Spot) -> Iterator[Problem]:
    yield from count(spot["elements"], 1, 10, "cards")
    yield from chain.from_iterable(map(_card, spot["elements"].each()))


def _container(spot: Spot) -> Iterator[Problem]:
    yield from count(spot["child_blocks"], 1, 10, "blocks")
    yield from optional(any_text, spot["title"], 150)
    yield from optional(any_text, spot["subtitle"], 150)
    yield from one_of(spot["width"], "narrow", "standard", "wide", "full")
    yield from problems(spot["child_blocks"])


def _video(spot: Spot) -> Iterator[Problem]:
    yield from plain_text(spot["title"], 199)
    yield from optional(string, spot["author_name"], 49)
    for key in ("video_url", "thumbnail_url"):
        yield from url(spot[key])
    yield from string(spot["alt_text"], 2000)


def _task(spot: Spot) -> Iterator[Problem]:
    yield from string(spot["task_id"], 255)
    yield from one_of(spot["status"], "pending", "in_progress", "complete", "error")


def _plan(spot: Spot) -> Iterator[Problem]:
    for task in spot["tasks"].each():
        yield from _task(task)


def _data_table(spot: Spot) -> Iterator[Problem]:
    yield from string(spot["caption"], 2000)
    yield from count(spot["rows"], 2, 101, "rows")
    for row in spot["rows"].each():
        yield from count(row, 1, 20, "cells")


def _anything(_spot: Spot) -> Iterator[Problem]:
    yield from ()


KINDS: Mapping[str, tuple[Check | None, set[str]]] = {
    "section": (_section, EVERYWHERE),
    "header": (_header, EVERYWHERE),
    "divider": (_anything, EVERYWHERE),
    "context": (_context, EVERYWHERE),
    "actions": (_actions, EVERYWHERE),
    "input": (_input, EVERYWHERE),
    "image": (_image, EVERYWHERE),
    "rich_text": (rich.problems, EVERYWHERE),
    "video": (_video, EVERYWHERE),
    "markdown": (_markdown, MESSAGE),
    "context_actions": (_context_actions, MESSAGE),
    "table": (_table, MESSAGE),
    "data_table": (_data_table, MESSAGE),
    "data_visualization": (_anything, MESSAGE),
    "task_card": (_task, MESSAGE),
    "plan": (_plan, MESSAGE),
    "file": (_anything, MESSAGE),
    "call": (_anything, MESSAGE),
    "alert": (_alert, MODAL),
    "card": (_card, EVERYWHERE),
    "carousel": (_carousel, EVERYWHERE),
    "container": (_container, EVERYWHERE),
}
