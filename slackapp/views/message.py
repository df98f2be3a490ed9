"""What a message consists of, and what a kind of message is."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from typing import Any, Generic, TypeVar

from sqlalchemy.orm import Session

from slackapp.ids import WorkspaceId
from slackapp.language import Language

T = TypeVar("T")

Block = dict[str, Any]


PLACE = "F0PICTURE"
"""Stands in a block for the file of the picture, which has no id before it is handed in."""


@dataclass(frozen=True)
class Picture:
    """A picture in a message: all that it shows, as JSON keeps it. It is drawn when the message is sent."""

    values: Mapping[str, Any]

    @property
    def key(self) -> str:
        """The same for the same picture, however often and by whomever it is drawn."""
        return sha256(json.dumps(self.values, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True)
class Content:
    """A message as Slack takes it: the blocks, and the same in words for notifications and screen readers."""

    text: str
    blocks: tuple[Block, ...] = ()
    has_files: bool = False
    """Whether files come with it, and the text is what is said with them; they are made when it is sent."""
    picture: Picture | None = None
    """What goes where an image block says PLACE; without it the message says the same in words."""


@dataclass(frozen=True)
class File:
    """A file: its name, what it is called in Slack, and what is in it."""

    name: str
    title: str
    content: bytes


@dataclass(frozen=True)
class Files(Generic[T]):
    """The files of a kind of message: what they ask the database, outside the sending, and how they read."""

    ask: Callable[[Session, WorkspaceId, Mapping[str, str | int]], T]
    show: Callable[[T, Language], tuple[File, ...]]


class Weight(Enum):
    """How much a direct message matters to whoever gets it (QUI-1)."""

    USUAL = "usual"
    """Held in quiet times and outside their hours, and over their budget of the day."""
    URGENT = "urgent"
    """An escalation: the budget does not hold it, but it counts."""
    OWN = "own"
    """The answer to what they have just done themselves: never held."""


def _usual(_: object) -> Weight:
    return Weight.USUAL


def _alone(_: object, __: Language) -> Block | None:
    return None


@dataclass(frozen=True)
class MessageKind(Generic[T]):
    """A kind of message: what it asks the database when it is rendered, and how the answer reads.

    `ask` answers None when there is nothing to say any more; the message is then dropped. `more` is the button that
    leads to the item where the message is one line among others. `resends` says what happens when nobody can find
    out whether Slack has it: it is sent again, or held as a dead letter because twice would be worse than never.
    """

    ask: Callable[[Session, WorkspaceId, Mapping[str, str | int]], T | None]
    show: Callable[[T, Language], Content]
    weigh: Callable[[T], Weight] = _usual
    more: Callable[[T, Language], Block | None] = _alone
    resends: bool = True
    files: Files[Any] | None = None
    draw: Callable[[Mapping[str, Any]], File] | None = None
    """Draws the picture of a message from its values, off the loop that answers people."""
