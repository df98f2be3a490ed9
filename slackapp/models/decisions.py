"""A decision: a choice that concerns more than one team, and all that happened to it."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, PrimaryKeyConstraint, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from slackapp.ids import ChannelId, UserId
from slackapp.models.base import Base, BigId, InWorkspace, Numbered, word
from slackapp.models.decision_life import DecisionState, DecisionVerb, Stance, Unheard
from slackapp.models.events import HistoryEvent
from slackapp.models.from_message import FromMessage


class Decision(Base, InWorkspace, Numbered, FromMessage):
    """One decision, with its present text. Dates are local days; every moment is UTC."""

    __tablename__ = "decisions"
    __table_args__ = (
        UniqueConstraint("workspace_id", "number"),
        Index(None, "workspace_id", "state", "id"),
        Index(None, "workspace_id", "driver_id"),
        Index(None, "workspace_id", "decider_id"),
        Index(None, "superseded_by_id"),
        Index(None, "workspace_id", "decided_at"),
        Index(None, "workspace_id", "closed_at"),
    )

    number: Mapped[int]
    author_id: Mapped[UserId]
    """Who filled in the form."""
    driver_id: Mapped[UserId]
    decider_id: Mapped[UserId]

    title: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    context: Mapped[str] = mapped_column(Text, default="")
    options: Mapped[str] = mapped_column(Text, default="")
    version: Mapped[int] = mapped_column(default=1)
    is_reversible: Mapped[bool] = mapped_column(default=True)

    state: Mapped[DecisionState] = mapped_column(word(DecisionState))
    until: Mapped[date | None]
    until_at: Mapped[datetime | None]
    """The end of that day in the decider's hours: until then answers are collected."""
    silence_counts: Mapped[bool] = mapped_column(default=False)
    """Whether the decider chose that nobody's objection by then is a yes."""
    review_on: Mapped[date | None]
    stale_since: Mapped[datetime | None]
    """Since when its review has gone unanswered for too long."""
    turned_out: Mapped[str] = mapped_column(Text, default="")
    """How it turned out, as said at its last review."""

    proposed_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    replaces_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("decisions.id"))
    """What this is meant to replace, once it is decided."""
    superseded_by_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("decisions.id"))


# Partial: hardly any decision is stale.
Index(
    "ix_decisions_stale",
    Decision.workspace_id,
    Decision.stale_since,
    sqlite_where=Decision.stale_since.is_not(None),
    postgresql_where=Decision.stale_since.is_not(None),
)


class DecisionVersion(Base, InWorkspace):
    """The texts as they once were, the first and each one after a change; never changed."""

    __tablename__ = "decision_versions"
    __table_args__ = (PrimaryKeyConstraint("decision_id", "number"),)

    decision_id: Mapped[int] = mapped_column(BigId, ForeignKey("decisions.id"))
    number: Mapped[int]
    by: Mapped[UserId]
    at: Mapped[datetime]
    why: Mapped[str] = mapped_column(Text, default="")
    title: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    context: Mapped[str] = mapped_column(Text, default="")
    options: Mapped[str] = mapped_column(Text, default="")


class DecisionVoice(Base, InWorkspace):
    """Somebody who is consulted, and what they say."""

    __tablename__ = "decision_voices"
    __table_args__ = (PrimaryKeyConstraint("decision_id", "user_id"), Index(None, "workspace_id", "user_id"))

    decision_id: Mapped[int] = mapped_column(BigId, ForeignKey("decisions.id"))
    user_id: Mapped[UserId]
    stance: Mapped[Stance | None] = mapped_column(word(Stance))
    reason: Mapped[str] = mapped_column(Text, default="")
    answered_at: Mapped[datetime | None]
    stand_in_id: Mapped[UserId | None]
    """Who speaks in their place while they are away: they themselves are waited for no more."""
    unheard: Mapped[Unheard | None] = mapped_column(word(Unheard))
    """Why their silence was no consent when the time was over; empty before that, and once there is more time."""


class DecisionConcern(Base, InWorkspace, Numbered):
    """A team or a channel that a decision concerns; a team through its home channel, wherever that is."""

    __tablename__ = "decision_concerns"
    __table_args__ = (
        Index(None, "decision_id"),
        Index(None, "workspace_id", "team_id"),
        Index(None, "workspace_id", "channel_id"),
    )

    decision_id: Mapped[int] = mapped_column(BigId, ForeignKey("decisions.id"))
    team_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("teams.id"))
    channel_id: Mapped[ChannelId | None]
    seen_at: Mapped[datetime | None]
    """When the team said that it had seen it. Who of them said so is not kept (DEC-7)."""


class DecisionEvent(Base, HistoryEvent):
    """One line of a decision's history."""

    THING = "decision_id"

    __tablename__ = "decision_events"
    __table_args__ = (Index(None, "decision_id", "id"),)

    decision_id: Mapped[int] = mapped_column(BigId, ForeignKey("decisions.id"))
    verb: Mapped[DecisionVerb] = mapped_column(word(DecisionVerb))
    before: Mapped[DecisionState] = mapped_column(word(DecisionState))
    after: Mapped[DecisionState] = mapped_column(word(DecisionState))
