"""Rich text: slack_sdk checks nothing of it."""

from collections.abc import Iterator, Mapping
from itertools import chain

from blockkit.spot import Problem, Spot
from blockkit.texts import one_of

NEEDS: Mapping[str, tuple[str, type]] = {
    "text": ("text", str),
    "link": ("url", str),
    "emoji": ("name", str),
    "user": ("user_id", str),
    "channel": ("channel_id", str),
    "usergroup": ("usergroup_id", str),
    "broadcast": ("range", str),
    "color": ("value", str),
    "team": ("team_id", str),
    "date": ("timestamp", int),
}
PARTS = {"rich_text_section", "rich_text_preformatted", "rich_text_quote", "rich_text_list"}


def problems(spot: Spot) -> Iterator[Problem]:
    """What is wrong with a rich_text block or with the value of a rich text input."""
    if not isinstance(spot["elements"].value, list):
        yield spot["elements"].wrong("must be an array")
    yield from chain.from_iterable(map(_part, spot["elements"].each()))


def _part(spot: Spot) -> Iterator[Problem]:
    if spot.kind not in PARTS:
        yield spot["type"].wrong(f"unsupported type: {spot.kind or 'none'}")
    elif spot.kind == "rich_text_list":
        yield from one_of(spot["style"], "bullet", "ordered")
        yield from chain.from_iterable(map(_part, spot["elements"].each()))
    else:
        yield from chain.from_iterable(map(_element, spot["elements"].each()))


def _element(spot: Spot) -> Iterator[Problem]:
    if spot.kind not in NEEDS:
        yield spot["type"].wrong(f"unsupported type: {spot.kind or 'none'}")
        return
    key, wanted = NEEDS[spot.kind]
    if not isinstance(spot[key].value, wanted) or spot[key].value == "":
        yield spot[key].wrong("must be more than 0 characters" if wanted is str else "must be a number")
    if spot.kind == "date" and not spot["format"].value:
        yield spot["format"].wrong("missing required field: format")
