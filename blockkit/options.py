"""Options, option groups, what is chosen at first, and confirm dialogs."""

from collections.abc import Iterator
from itertools import chain

from blockkit.spot import Problem, Spot
from blockkit.texts import any_text, count, one_of, optional, plain_text, string, url


def several(spot: Spot, most: int) -> Iterator[Problem]:
    """A list of one to `most` options."""
    yield from count(spot, 1, most)
    yield from chain.from_iterable(map(option, spot.each()))


def groups(spot: Spot) -> Iterator[Problem]:
    """A list of one to a hundred groups of options."""
    yield from count(spot, 1, 100)
    for group in spot.each():
        yield from plain_text(group["label"], 75)
        yield from several(group["options"], 100)


def option(spot: Spot) -> Iterator[Problem]:
    """One option."""
    yield from any_text(spot["text"], 75)
    yield from string(spot["value"], 150)
    yield from optional(any_text, spot["description"], 75)
    if "url" in spot:
        yield from url(spot["url"])


def initial(spot: Spot) -> Iterator[Problem]:
    """What is chosen at first must be one of the options, word for word."""
    offered = [o.value for o in offered_by(spot)]
    if "initial_option" in spot and spot["initial_option"].value not in offered:
        yield spot["initial_option"].wrong("initial_option must be one of the options")
    for chosen in spot["initial_options"].each():
        if chosen.value not in offered:
            yield chosen.wrong("initial_options must be among the options")


def offered_by(spot: Spot) -> Iterator[Spot]:
    """The options of an element, also those in groups."""
    yield from spot["options"].each()
    yield from chain.from_iterable(group["options"].each() for group in spot["option_groups"].each())


def confirm(spot: Spot) -> Iterator[Problem]:
    """A confirm dialog."""
    yield from plain_text(spot["title"], 100)
    yield from any_text(spot["text"], 300)
    yield from plain_text(spot["confirm"], 30)
    yield from plain_text(spot["deny"], 30)
    yield from one_of(spot["style"], "primary", "danger")
