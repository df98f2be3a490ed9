"""A check-in: a recurring set of questions to a group of people (CHK)."""

from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, PrimaryKeyConstraint, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from slackapp.database import ZoneName
from slackapp.ids import ChannelId, GroupId, UserId
from slackapp.models.base import Base, BigId, InWorkspace, Numbered, word
from slackapp.models.checkin_setups import Every, QuestionKind

KIND = "checkin"
"""Under which its schedules stand."""


class CheckinState(StrEnum):
    """Where a check-in is in its life."""

    DRAFT = "draft"
    """Being set up: nobody is asked yet."""
    ACTIVE = "active"
    PAUSED = "paused"


class Role(StrEnum):
    """As what somebody was named."""

    PARTICIPANT = "participant"
    OBSERVER = "observer"
    """Gets the summary, and is never asked or counted."""


class Checkin(Base, InWorkspace, Numbered):
    """What is asked of whom, and when. Its schedules, one for each time zone, say when it comes next."""

    __tablename__ = "checkins"
    __table_args__ = (Index(None, "workspace_id", "channel_id"), Index(None, "workspace_id", "owner_id"))

    name: Mapped[str] = mapped_column(String(100))
    owner_id: Mapped[UserId]
    state: Mapped[CheckinState] = mapped_column(word(CheckinState), default=CheckinState.DRAFT)
    channel_id: Mapped[ChannelId]
    """Where the summary goes, and whose members may read it."""
    group_id: Mapped[GroupId | None]
    from_channel: Mapped[ChannelId | None]
    """The channel whose members are asked."""
    every: Mapped[Every] = mapped_column(word(Every))
    weekdays: Mapped[str] = mapped_column(String(7))
    """As digits, Monday 0."""
    at: Mapped[time]
    tz: Mapped[str | None] = mapped_column(ZoneName)
    """One zone for all; empty is everybody's own."""
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    open_minutes: Mapped[int]
    is_anonymous: Mapped[bool]
    is_live: Mapped[bool]


class CheckinPerson(Base, InWorkspace):
    """Somebody who was named, to be asked or to be told."""

    __tablename__ = "checkin_people"
    __table_args__ = (PrimaryKeyConstraint("checkin_id", "user_id"), Index(None, "workspace_id", "user_id"))

    checkin_id: Mapped[int] = mapped_column(BigId, ForeignKey("checkins.id"))
    user_id: Mapped[UserId]
    role: Mapped[Role] = mapped_column(word(Role))


class CheckinTeam(Base, InWorkspace):
    """A team whose lead is asked."""

    __tablename__ = "checkin_teams"
    __table_args__ = (PrimaryKeyConstraint("checkin_id", "team_id"),)

    checkin_id: Mapped[int] = mapped_column(BigId, ForeignKey("checkins.id"))
    team_id: Mapped[int] = mapped_column(BigId, ForeignKey("teams.id"))


class CheckinQuestion(Base, InWorkspace, Numbered):
    """A question as it was asked. It never changes: what is worded anew is a new one in its place."""

    __tablename__ = "checkin_questions"
    __table_args__ = (Index(None, "checkin_id", "place"),)

    checkin_id: Mapped[int] = mapped_column(BigId, ForeignKey("checkins.id"))
    place: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    kind: Mapped[QuestionKind] = mapped_column(word(QuestionKind))
    choices: Mapped[dict[str, Any]]
    """Under "choices", in their order."""
    retired_at: Mapped[datetime | None]


class CheckinRest(Base, InWorkspace):
    """Somebody who is not asked up to and with a day: "not this week"."""

    __tablename__ = "checkin_rests"
    __table_args__ = (PrimaryKeyConstraint("checkin_id", "user_id"),)

    checkin_id: Mapped[int] = mapped_column(BigId, ForeignKey("checkins.id"))
    user_id: Mapped[UserId]
    until: Mapped[date]
