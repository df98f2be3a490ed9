"""What the histories of requests, decisions and areas share."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from slackapp.ids import UserId
from slackapp.models.base import InWorkspace, Numbered


class HistoryEvent(InWorkspace, Numbered):
    """One line of a history: who, when, what, from, to, why. Never changed."""

    THING: ClassVar[str]
    """The column that says what it happened to."""

    if TYPE_CHECKING:  # each history has words of its own
        verb: Mapped[Any]
        before: Mapped[Any]
        after: Mapped[Any]

    at: Mapped[datetime]
    by: Mapped[UserId | None]
    """Empty where the app itself did it, and where a team says that it has seen a decision."""
    why: Mapped[str] = mapped_column(Text, default="")
    about: Mapped[dict[str, Any]]
    """What the line names besides: people, teams, a date, another thing, what changed."""
