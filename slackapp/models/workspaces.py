"""A Slack installation, and the numbers it hands out."""

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from slackapp.database import ZoneName
from slackapp.ids import SlackTeamId, UserId, WorkspaceId
from slackapp.models.base import Base, BigId, InWorkspace


class Workspace(Base):
    """One Slack installation: everything else belongs to exactly one."""

    __tablename__ = "workspaces"

    id: Mapped[WorkspaceId] = mapped_column(BigId, primary_key=True)
    slack_id: Mapped[SlackTeamId] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(String(255))
    url: Mapped[str] = mapped_column(String(255))
    bot_user_id: Mapped[UserId]
    locale: Mapped[str] = mapped_column(String(16))
    tz: Mapped[str] = mapped_column(ZoneName)


class Counter(Base, InWorkspace):
    """The last number given to a kind of item in a workspace: `R-12`, `D-7`."""

    __tablename__ = "counters"
    __table_args__ = (UniqueConstraint("workspace_id", "kind"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    kind: Mapped[str] = mapped_column(String(32))
    last: Mapped[int]
