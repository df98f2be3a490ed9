"""What a message consists of, and what a kind of message is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy.orm import Session

from slackapp.ids import WorkspaceId
from slackapp.language import Language

T = TypeVar("T")

Block = dict[str, Any]


@dataclass(frozen=True)
class Content:
    """A message as Slack takes it: the blocks, and the same in words for notifications and screen readers."""

    text: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Kind(Generic[T]):
    """A kind of message: what it asks the database when it is rendered, and how the answer reads.

    `ask` answers None when there is nothing to say any more; the message is then dropped.
    """

    ask: Callable[[Session, WorkspaceId, Mapping[str, str | int]], T | None]
    show: Callable[[T, Language], Content]
