"""A team: who belongs to it, where it lives and when it works."""

from datetime import time

from sqlalchemy import ForeignKey, Index, PrimaryKeyConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from slackapp import holiday_calendars
from slackapp.database import ZoneName
from slackapp.ids import ChannelId, GroupId, UserId
from slackapp.models.base import Base, BigId, InWorkspace, Numbered


class Team(Base, InWorkspace, Numbered):
    """A group in the organisation that is asked, owns and decides; `group_id` adds a user group's people."""

    __tablename__ = "teams"
    __table_args__ = (UniqueConstraint("workspace_id", "key"), Index(None, "workspace_id", "home_channel"))

    name: Mapped[str] = mapped_column(String(60))
    key: Mapped[str] = mapped_column(String(60))
    """The name as `normalization.key` folds it: two teams cannot differ by capitals alone."""
    lead_id: Mapped[UserId]
    home_channel: Mapped[ChannelId]
    group_id: Mapped[GroupId | None]
    locale: Mapped[str] = mapped_column(String(16))
    tz: Mapped[str] = mapped_column(ZoneName)
    weekdays: Mapped[str] = mapped_column(String(7))
    """The working days as digits, Monday 0: "01234"."""
    starts: Mapped[time]
    ends: Mapped[time]
    country: Mapped[str | None] = mapped_column(String(8))
    subdivision: Mapped[str | None] = mapped_column(String(32))
    """The part of the country whose holidays are kept, as "BY"; empty for those of the whole."""
    answer_minutes: Mapped[int | None]
    """Within how much working time a request is answered; empty is one working day."""
    is_archived: Mapped[bool] = mapped_column(default=False)

    @property
    def calendar(self) -> str | None:
        """Whose holidays are kept: "NL", or with a part of a country "DE-BY"."""
        return holiday_calendars.known("-".join(filter(None, (self.country, self.subdivision))))


class TeamMember(Base, InWorkspace):
    """Somebody named as a member, besides those of the team's user group."""

    __tablename__ = "team_members"
    __table_args__ = (PrimaryKeyConstraint("team_id", "user_id"), Index(None, "workspace_id", "user_id"))

    team_id: Mapped[int] = mapped_column(BigId, ForeignKey("teams.id"))
    user_id: Mapped[UserId]
