"""A digest: the recurring overview of one channel, and each time that it came (DIG)."""

from datetime import datetime, time
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, PrimaryKeyConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from slackapp.database import ZoneName
from slackapp.ids import ChannelId, UserId
from slackapp.models.base import Base, BigId, InWorkspace, Numbered, word

KIND = "digest"
"""Under which its schedule stands."""


class Section(StrEnum):
    """A part of a digest, in the order in which they are read."""

    ATTENTION = "attention"
    """Overdue, unanswered, blocked, or without an owner."""
    STUCK = "stuck"
    """What waits between which two teams."""
    KEPT = "kept"
    """How many requests each team answered within the time that was agreed."""
    INCOMING = "incoming"
    OUTGOING = "outgoing"
    DECISIONS = "decisions"
    OWNERSHIP = "ownership"
    CHECKINS = "checkins"
    TREND = "trend"


class QuietWeek(StrEnum):
    """What a week in which nothing happened becomes (DIG-7)."""

    LINE = "line"
    NOTHING = "nothing"


class ItemKind(StrEnum):
    """What a line of a digest is about."""

    REQUEST = "request"
    DECISION = "decision"
    AREA = "area"
    ROUND = "round"


class Digest(Base, InWorkspace, Numbered):
    """What a channel chose. Its schedule says when it comes next; `weekday` counts from Monday = 0."""

    __tablename__ = "digests"
    __table_args__ = (UniqueConstraint("workspace_id", "channel_id"),)

    channel_id: Mapped[ChannelId]
    owner_id: Mapped[UserId]
    """Who set it up or changed it last."""
    template: Mapped[str] = mapped_column(String(64))
    """The name of a file in templates/digests, without its ending."""
    sections: Mapped[dict[str, Any]]
    """Under "chosen", the sections in their order."""
    weekday: Mapped[int]
    at: Mapped[time]
    tz: Mapped[str] = mapped_column(ZoneName)
    locale: Mapped[str] = mapped_column(String(16))
    quiet: Mapped[QuietWeek] = mapped_column(word(QuietWeek), default=QuietWeek.LINE)
    is_on: Mapped[bool] = mapped_column(default=True)


class DigestTeam(Base, InWorkspace):
    """A team that a digest covers; none at all means every team of the workspace."""

    __tablename__ = "digest_teams"
    __table_args__ = (PrimaryKeyConstraint("digest_id", "team_id"),)

    digest_id: Mapped[int] = mapped_column(BigId, ForeignKey("digests.id"))
    team_id: Mapped[int] = mapped_column(BigId, ForeignKey("teams.id"))


class DigestEdition(Base, InWorkspace, Numbered):
    """One digest that came: its period, and what stood in it. Moments are UTC."""

    __tablename__ = "digest_editions"
    __table_args__ = (UniqueConstraint("digest_id", "slot"),)

    digest_id: Mapped[int] = mapped_column(BigId, ForeignKey("digests.id"))
    slot: Mapped[str] = mapped_column(String(16))
    """What the clock in its zone showed, "2026-11-23T09:00": one for a channel and period."""
    since: Mapped[datetime]
    until: Mapped[datetime]
    gathered_at: Mapped[datetime | None]
    """When its items were chosen; empty while that is still to come."""
    is_quiet: Mapped[bool] = mapped_column(default=False)
    figures: Mapped[dict[str, Any]]
    """The numbers that it stated, for the next one to compare with: under the name of each section its total."""


class DigestItem(Base, InWorkspace):
    """One line of an edition. What it says is read when it is shown: the item as it is then."""

    __tablename__ = "digest_items"
    __table_args__ = (
        PrimaryKeyConstraint("edition_id", "section", "position"),
        Index(None, "item_id", "kind"),
    )

    edition_id: Mapped[int] = mapped_column(BigId, ForeignKey("digest_editions.id"))
    section: Mapped[Section] = mapped_column(word(Section))
    position: Mapped[int]
    kind: Mapped[ItemKind] = mapped_column(word(ItemKind))
    item_id: Mapped[int] = mapped_column(BigId)
