"""The directory: who and what there is in Slack, as far as Slack has told us."""

from sqlalchemy import ColumnElement, Index, PrimaryKeyConstraint, String, and_
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column

from slackapp.database import CalendarName, ZoneName
from slackapp.ids import ChannelId, GroupId, UserId
from slackapp.models.base import Base, InWorkspace


class Person(Base, InWorkspace):
    """Somebody with a Slack account here, or a visitor from another organisation in a shared channel."""

    __tablename__ = "people"
    __table_args__ = (PrimaryKeyConstraint("workspace_id", "user_id"),)

    user_id: Mapped[UserId]
    name: Mapped[str] = mapped_column(String(255))
    real_name: Mapped[str | None] = mapped_column(String(255))
    """As it stands in their profile, beside the name by which they are shown."""
    email: Mapped[str | None] = mapped_column(String(255))
    """Empty where Slack does not say it: it takes a scope of its own. It is shown to nobody."""
    tz: Mapped[str] = mapped_column(ZoneName)
    locale: Mapped[str] = mapped_column(String(16))
    calendar: Mapped[str | None] = mapped_column(CalendarName)
    """Whose holidays they keep, as they chose themselves: "NL", "DE-BY"; empty for those of their team or zone."""
    is_admin: Mapped[bool] = mapped_column(default=False)
    is_guest: Mapped[bool] = mapped_column(default=False)
    is_stranger: Mapped[bool] = mapped_column(default=False)
    is_bot: Mapped[bool] = mapped_column(default=False)
    is_deactivated: Mapped[bool] = mapped_column(default=False)

    @hybrid_property
    def is_present(self) -> bool:
        """Somebody of the organisation, guests among them: neither stranger, nor bot, nor gone."""
        return not (self.is_stranger or self.is_bot or self.is_deactivated)

    @is_present.inplace.expression
    @classmethod
    def _is_present(cls) -> ColumnElement[bool]:
        return and_(~cls.is_stranger, ~cls.is_bot, ~cls.is_deactivated)

    @hybrid_property
    def is_member(self) -> bool:
        """A full member of the organisation: present, and no guest."""
        return self.is_present and not self.is_guest

    @is_member.inplace.expression
    @classmethod
    def _is_member(cls) -> ColumnElement[bool]:
        return and_(cls.is_present, ~cls.is_guest)


class Channel(Base, InWorkspace):
    """A channel that the app can see."""

    __tablename__ = "channels"
    __table_args__ = (PrimaryKeyConstraint("workspace_id", "channel_id"),)

    channel_id: Mapped[ChannelId]
    name: Mapped[str] = mapped_column(String(255))
    is_private: Mapped[bool] = mapped_column(default=False)
    is_archived: Mapped[bool] = mapped_column(default=False)
    is_shared: Mapped[bool] = mapped_column(default=False)
    has_app: Mapped[bool] = mapped_column(default=False)


class ChannelMember(Base, InWorkspace):
    """Who is in a private channel, or in one that is followed: what decides who may see what belongs to it."""

    __tablename__ = "channel_members"
    __table_args__ = (
        PrimaryKeyConstraint("workspace_id", "channel_id", "user_id"),
        Index(None, "workspace_id", "user_id"),
    )

    channel_id: Mapped[ChannelId]
    user_id: Mapped[UserId]


class UserGroup(Base, InWorkspace):
    """A Slack user group, such as @design-team."""

    __tablename__ = "user_groups"
    __table_args__ = (PrimaryKeyConstraint("workspace_id", "group_id"),)

    group_id: Mapped[GroupId]
    handle: Mapped[str] = mapped_column(String(255))
    name: Mapped[str] = mapped_column(String(255))
    is_disabled: Mapped[bool] = mapped_column(default=False)


class UserGroupMember(Base, InWorkspace):
    """Who is in a user group."""

    __tablename__ = "user_group_members"
    __table_args__ = (
        PrimaryKeyConstraint("workspace_id", "group_id", "user_id"),
        Index(None, "workspace_id", "user_id"),
    )

    group_id: Mapped[GroupId]
    user_id: Mapped[UserId]
