"""The rounds of a check-in: who was asked, and what they answered.

What is said anonymously stands in a table of its own, which has nothing in common with the one that knows who
answered: no person, no time, no number that tells the order (docs/decisions/anonymous.md).
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from slackapp.ids import UserId
from slackapp.models.amounts import Measured
from slackapp.models.base import Base, BigId, InWorkspace, Numbered, word


class EntryProgress(StrEnum):
    """How far somebody is with a round."""

    ASKED = "asked"
    ANSWERED = "answered"
    SKIPPED = "skipped"
    AWAY = "away"
    MISSED = "missed"
    """The prompt could not reach them in time."""


class CheckinRound(Base, InWorkspace, Numbered):
    """One occurrence, over all time zones: each has it on the same date of its own."""

    __tablename__ = "checkin_rounds"
    __table_args__ = (UniqueConstraint("checkin_id", "day"), Index(None, "checkin_id", "closed_at"))

    checkin_id: Mapped[int] = mapped_column(BigId, ForeignKey("checkins.id"))
    day: Mapped[date]
    closes_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    asks: Mapped[dict[str, Any]]
    """Under "questions", the numbers of the questions in their order: a round under way keeps those it began with."""


class CheckinEntry(Base, InWorkspace, Numbered):
    """Somebody's part in a round. Of an anonymous one it never says when they answered."""

    __tablename__ = "checkin_entries"
    __table_args__ = (UniqueConstraint("round_id", "user_id"), Index(None, "workspace_id", "user_id"))

    round_id: Mapped[int] = mapped_column(BigId, ForeignKey("checkin_rounds.id"))
    user_id: Mapped[UserId]
    team: Mapped[str | None] = mapped_column(Text)
    """What their team was called when the round came, empty without one: the history stays as it was (CHK-9)."""
    progress: Mapped[EntryProgress] = mapped_column(word(EntryProgress), default=EntryProgress.ASKED)
    asked_at: Mapped[datetime | None]
    """Empty where they answered before they were asked."""
    answered_at: Mapped[datetime | None]


class CheckinAnswer(Base, InWorkspace, Numbered, Measured):
    """What somebody answered to a question. `team_id` is the team that can lift a blocker."""

    __tablename__ = "checkin_answers"
    __table_args__ = (
        UniqueConstraint("round_id", "user_id", "question_id"),
        Index(None, "workspace_id", "user_id"),
        Index(None, "request_id"),
    )

    round_id: Mapped[int] = mapped_column(BigId, ForeignKey("checkin_rounds.id"))
    user_id: Mapped[UserId]
    question_id: Mapped[int] = mapped_column(BigId, ForeignKey("checkin_questions.id"))
    text: Mapped[str] = mapped_column(Text)
    team_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("teams.id"))
    request_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("requests.id"))
    """What the blocker became."""


class CheckinVoice(Base, InWorkspace, Measured):
    """What was said to a question without a name. Its number is drawn by lot, anew with each voice that comes."""

    __tablename__ = "checkin_voices"
    __table_args__ = (Index(None, "round_id"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    round_id: Mapped[int] = mapped_column(BigId, ForeignKey("checkin_rounds.id"))
    question_id: Mapped[int] = mapped_column(BigId, ForeignKey("checkin_questions.id"))
    text: Mapped[str] = mapped_column(Text)
