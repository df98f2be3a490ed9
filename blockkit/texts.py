"""Checks of strings, text objects and counts, shared by blocks and elements."""

from collections.abc import Callable, Iterator

from blockkit.spot import Problem, Spot

Check = Callable[[Spot], Iterator[Problem]]
ADDRESSES = ("http://", "https://", "slack://", "mailto:")


def plain_text(spot: Spot, limit: int) -> Iterator[Problem]:
    """A text object that must be plain_text."""
    yield from _text_object(spot, limit, {"plain_text"})


def any_text(spot: Spot, limit: int) -> Iterator[Problem]:
    """A text object of either kind."""
    yield from _text_object(spot, limit, {"plain_text", "mrkdwn"})


def optional(check: Callable[[Spot, int], Iterator[Problem]], spot: Spot, limit: int) -> Iterator[Problem]:
    """The check, where something is given."""
    if spot.value is not None:
        yield from check(spot, limit)


def string(spot: Spot, limit: int) -> Iterator[Problem]:
    """A string that must be there and not be empty."""
    if not isinstance(spot.value, str):
        yield spot.wrong("must be a string")
    elif not spot.value.strip():
        yield spot.wrong("must be more than 0 characters")
    elif length(spot.value) > limit:
        yield spot.wrong(f"must be less than {limit + 1} characters")


def count(spot: Spot, least: int, most: int, what: str = "items") -> Iterator[Problem]:
    """A list with a number of entries between two bounds."""
    if not isinstance(spot.value, list):
        yield spot.wrong("must be an array")
    elif len(spot.value) < least:
        yield spot.wrong(f"no fewer than {least} {what} allowed")
    elif len(spot.value) > most:
        yield spot.wrong(f"no more than {most} {what} allowed")


def url(spot: Spot, limit: int = 3000) -> Iterator[Problem]:
    """A web address."""
    yield from string(spot, limit)
    if isinstance(spot.value, str) and not spot.value.startswith(ADDRESSES):
        yield spot.wrong("invalid url")


def one_of(spot: Spot, *words: str) -> Iterator[Problem]:
    """A word out of a few, where one is given."""
    if spot.value is not None and spot.value not in words:
        yield spot.wrong(f"must be one of: {', '.join(words)}")


def whole(spot: Spot, least: int, most: int) -> Iterator[Problem]:
    """A whole number between two bounds, where one is given."""
    if spot.value is not None and not least <= number(spot, least - 1) <= most:
        yield spot.wrong(f"must be a number between {least} and {most}")


def number(spot: Spot, otherwise: int) -> int:
    """The whole number here; something else where there is none."""
    return spot.value if isinstance(spot.value, int) else otherwise


def length(text: str) -> int:
    """Length as UTF-16 counts it: whether Slack counts so is not known, and this is the larger number."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _text_object(spot: Spot, limit: int, kinds: set[str]) -> Iterator[Problem]:
    if not isinstance(spot.value, dict):
        yield spot.wrong("must be a text object")
    elif spot.kind not in kinds:
        yield spot["type"].wrong(f"unsupported type of text, must be {' or '.join(sorted(kinds))}")
    else:
        yield from string(spot["text"], limit)
