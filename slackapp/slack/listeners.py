"""The table of names: what can come from Slack, and which handler answers it.

Handler modules fill it as they are imported: `@command("/request")`, `@press("request.accept")`. A name stands in the
manifest or in messages that were posted long ago, so it changes only together with a way to answer the old one.
"""

from collections.abc import Awaitable, Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar

from slackapp.slack.answers import Answer
from slackapp.slack.calls import Command, Event, Press, Search, Shortcut, Submission

C = TypeVar("C", Command, Event, Press, Search, Shortcut, Submission)

Handler = Callable[[Any], Awaitable[Answer]]
Declare = Callable[[Callable[[C], Awaitable[Answer]]], Callable[[C], Awaitable[Answer]]]


class PayloadKind(StrEnum):
    """The kinds of things that Slack sends."""

    COMMAND = "command"
    PRESS = "press"
    SUBMISSION = "submission"
    SHORTCUT = "shortcut"
    SEARCH = "search"
    EVENT = "event"


_TABLE: dict[tuple[PayloadKind, str], Handler] = {}


def find(entrance: PayloadKind, name: str) -> Handler | None:
    """Who answers this name; None where nobody does."""
    return _TABLE.get((entrance, name))


def table() -> Mapping[tuple[PayloadKind, str], Handler]:
    """Every door there is, for the manifest and the tests."""
    return MappingProxyType(_TABLE)


def command(name: str) -> "Declare[Command]":
    """Answers a slash command, named with its slash and without the deployment's prefix."""
    return _declare(PayloadKind.COMMAND, name)


def press(name: str) -> "Declare[Press]":
    """Answers a button, a menu or a field that sends each choice, by its action_id."""
    return _declare(PayloadKind.PRESS, name)


def submission(name: str) -> "Declare[Submission]":
    """Answers a form that was sent, by its callback_id."""
    return _declare(PayloadKind.SUBMISSION, name)


def shortcut(name: str) -> "Declare[Shortcut]":
    """Answers a global or message shortcut, by its callback_id."""
    return _declare(PayloadKind.SHORTCUT, name)


def search(name: str) -> "Declare[Search]":
    """Answers a search field with its options, by its action_id."""
    return _declare(PayloadKind.SEARCH, name)


def event(name: str) -> "Declare[Event]":
    """Answers an event of the Events API, by its type."""
    return _declare(PayloadKind.EVENT, name)


def _declare(entrance: PayloadKind, name: str) -> "Declare[C]":
    def fill(handler: Callable[[C], Awaitable[Answer]]) -> Callable[[C], Awaitable[Answer]]:
        if (entrance, name) in _TABLE:
            raise ValueError(f"two handlers answer the {entrance} {name}")
        _TABLE[entrance, name] = handler
        return handler

    return fill
