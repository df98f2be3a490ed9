"""An area: something that is owned; the questions that keep its ownership true, and all that happened to it."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from slackapp.ids import ChannelId, UserId
from slackapp.models.area_life import AreaKind, AreaVerb, Snag, Standing, Why
from slackapp.models.base import Base, BigId, InWorkspace, Numbered, word
from slackapp.models.events import HistoryEvent

USUAL_RHYTHM = 90
"""So many days after a confirmation the owner is asked again, where nothing else was chosen."""


class Area(Base, InWorkspace, Numbered):
    """Something that can be owned. Every moment is UTC, `next_due` a day in the workspace's zone."""

    __tablename__ = "areas"
    __table_args__ = (
        UniqueConstraint("workspace_id", "key"),
        Index(None, "workspace_id", "next_due"),
        Index(None, "workspace_id", "owner_id"),
        Index(None, "workspace_id", "team_id"),
    )

    name: Mapped[str] = mapped_column(String(120))
    key: Mapped[str] = mapped_column(String(120))
    """The name as `normalization.key` folds it: by it an area is found."""
    kind: Mapped[AreaKind] = mapped_column(word(AreaKind))
    team_id: Mapped[int] = mapped_column(BigId, ForeignKey("teams.id"))
    other_team_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("teams.id"))
    """The second team of a relation."""
    channel_id: Mapped[ChannelId | None]
    """Where one asks about it, if not in the team's home channel."""
    description: Mapped[str] = mapped_column(Text, default="")
    links: Mapped[str] = mapped_column(Text, default="")
    every_days: Mapped[int] = mapped_column(default=USUAL_RHYTHM)

    owner_id: Mapped[UserId | None]
    owner_in_team: Mapped[bool] = mapped_column(default=False)
    """Whether the owner was in the team when they last said that it is theirs: only then can they leave it."""
    owner_left: Mapped[bool] = mapped_column(default=False)
    """Whether they have left it since."""
    backup_id: Mapped[UserId | None]
    wants_backup: Mapped[bool] = mapped_column(default=False)
    """Whether the owner is asked for a backup; not before they have confirmed that it is theirs at all."""

    confirmed_at: Mapped[datetime | None]
    next_due: Mapped[date]
    asks: Mapped[Why | None] = mapped_column(word(Why))
    """What the owner is being asked, until they answer."""
    with_lead: Mapped[bool] = mapped_column(default=False)
    lapsed_at: Mapped[datetime | None]
    retired_at: Mapped[datetime | None]

    offered_to: Mapped[UserId | None]
    offered_by: Mapped[UserId | None]
    offered_until: Mapped[datetime | None]
    offered_team_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("teams.id"))
    """The team to which it goes with its new owner, if to another."""

    @property
    def standing(self) -> Standing:
        """How sure it is that somebody takes care of it."""
        if self.retired_at:
            return Standing.RETIRED
        if self.offered_to:
            return Standing.OFFERED
        if self.owner_id is None:
            return Standing.UNOWNED
        if self.lapsed_at:
            return Standing.UNCONFIRMED
        return Standing.ASKED if self.asks or self.confirmed_at is None else Standing.CONFIRMED


# Partial: what is retired stays in the table for ever.
Index(
    "ix_areas_in_use",
    Area.workspace_id,
    Area.team_id,
    sqlite_where=Area.retired_at.is_(None),
    postgresql_where=Area.retired_at.is_(None),
)


class AreaEvent(Base, HistoryEvent):
    """One line of an area's history."""

    THING = "area_id"

    __tablename__ = "area_events"
    __table_args__ = (Index(None, "area_id", "id"), Index(None, "workspace_id", "at"))

    area_id: Mapped[int] = mapped_column(BigId, ForeignKey("areas.id"))
    verb: Mapped[AreaVerb] = mapped_column(word(AreaVerb))
    before: Mapped[Standing] = mapped_column(word(Standing))
    after: Mapped[Standing] = mapped_column(word(Standing))


class AreaRound(Base, InWorkspace, Numbered):
    """One direct message in which somebody is asked about one or more areas, with its reminders."""

    __tablename__ = "area_rounds"
    __table_args__ = (Index(None, "workspace_id", "person_id", "asked_at"),)

    person_id: Mapped[UserId]
    is_rhythm: Mapped[bool]
    """Whether it is the regular confirmation; otherwise something happened that could not wait."""
    asked_at: Mapped[datetime]
    """When it was asked, or, of one that waits for their morning, is going to be."""
    stage: Mapped[int] = mapped_column(default=0)
    """0 waits for the morning, 1 is asked, 2 and 3 are reminded, 4 told the lead, 5 is over."""


class AreaQuestion(Base, InWorkspace, Numbered):
    """One area in a round. A person is asked at most one thing about an area at a time."""

    __tablename__ = "area_questions"
    __table_args__ = (Index(None, "round_id"), Index(None, "area_id", "is_open"), Index(None, "person_id", "is_open"))

    round_id: Mapped[int] = mapped_column(BigId, ForeignKey("area_rounds.id"))
    area_id: Mapped[int] = mapped_column(BigId, ForeignKey("areas.id"))
    person_id: Mapped[UserId]
    why: Mapped[Why] = mapped_column(word(Why))
    is_open: Mapped[bool] = mapped_column(default=True)
    snag: Mapped[Snag | None] = mapped_column(word(Snag))
    """Why it could not be confirmed together with the others."""
