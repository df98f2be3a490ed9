"""What must be posted, in which order, and the proof that it was (docs/decisions/delivery.md)."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, PrimaryKeyConstraint, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from slackapp.ids import ChannelId, Timestamp
from slackapp.models.base import Base, BigId, InWorkspace, Numbered, word


class Progress(StrEnum):
    """How far a message is."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    DEAD = "dead"
    EXPIRED = "expired"
    HELD = "held"
    """Kept back for somebody who is not to be disturbed; it waits outside its lane and overtakes nothing."""


class Message(Base, InWorkspace, Numbered):
    """One message to Slack: first the intent, then the proof. Its number is its place in the lane."""

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("workspace_id", "dedupe_key"),
        Index(None, "lane_id", "state", "id"),
        Index(None, "state", "attempt_at"),
        Index(None, "workspace_id", "card", "id"),
        Index(None, "doubted_at"),
    )

    dedupe_key: Mapped[str] = mapped_column(String(255))
    lane_id: Mapped[int] = mapped_column(BigId, ForeignKey("lanes.id"))
    kind: Mapped[str] = mapped_column(String(64))
    refs: Mapped[dict[str, Any]]
    card: Mapped[str | None] = mapped_column(String(255))
    """Set on a card, which is posted once under this key and from then on updated in place."""
    thread: Mapped[str | None] = mapped_column(String(255))
    """The card in whose thread it goes, or the timestamp of another message in the same channel."""
    payload: Mapped[dict[str, Any] | None]
    """Rendered and frozen at the first attempt, so that a second attempt is the same message."""
    state: Mapped[Progress] = mapped_column(word(Progress), default=Progress.PENDING)
    attempts: Mapped[int] = mapped_column(default=0)
    first_attempt_at: Mapped[datetime | None]
    attempt_at: Mapped[datetime | None]
    doubted_at: Mapped[datetime | None]
    """When it was last unknown whether Slack had it; empty again once the channel was searched for a second copy."""
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    sent_ts: Mapped[Timestamp | None]
    bundle: Mapped[str | None] = mapped_column(String(255))
    """The key of the message in which it went, or goes, together with others that were held."""
    looked_to: Mapped[str | None] = mapped_column(Text)
    """Where a look through the channel was cut short, so that the next one goes on from there."""
    told_at: Mapped[datetime | None]
    """When somebody was told that it is dead."""
    error: Mapped[str] = mapped_column(Text, default="")


class Lane(Base, InWorkspace, Numbered):
    """The queue of one channel: order, one message a second, one in flight."""

    __tablename__ = "lanes"
    __table_args__ = (UniqueConstraint("workspace_id", "channel"), Index(None, "pending", "not_before"))

    channel: Mapped[str] = mapped_column(String(32))
    """A channel's id, or a person's for direct messages."""
    pending: Mapped[int] = mapped_column(default=0)
    not_before: Mapped[datetime]
    owner: Mapped[str] = mapped_column(String(64), default="")
    lease_until: Mapped[datetime]
    epoch: Mapped[int] = mapped_column(default=0)
    looked_at: Mapped[datetime | None]
    """What lay here before was looked for then and does not stand in the channel."""


class Gate(Base, InWorkspace):
    """A workspace that must not be called for a while: Slack said so, or its token is gone."""

    __tablename__ = "gates"
    __table_args__ = (PrimaryKeyConstraint("workspace_id"),)

    not_before: Mapped[datetime]
    reason: Mapped[str] = mapped_column(String(64))
    shut_at: Mapped[datetime | None]
    lifted_at: Mapped[datetime | None]
    """Open again: it only stands until the administrators are told what had happened."""


class Reading(Base, InWorkspace):
    """A workspace whose channels are looked through one page a minute: Slack has said that it means all of them."""

    __tablename__ = "readings"
    __table_args__ = (PrimaryKeyConstraint("workspace_id"),)

    not_before: Mapped[datetime]


class Posting(Base, InWorkspace):
    """Where a card stands in Slack, so that it can be updated and its thread be found."""

    __tablename__ = "postings"
    __table_args__ = (PrimaryKeyConstraint("workspace_id", "card"), Index(None, "workspace_id", "channel_id", "ts"))

    card: Mapped[str] = mapped_column(String(255))
    """The dedupe key with which the card was first posted."""
    channel_id: Mapped[ChannelId]
    ts: Mapped[Timestamp]
