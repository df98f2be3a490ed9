"""Pictures that Slack has, so that the same one is handed in once (DIG-6)."""

from datetime import datetime

from sqlalchemy import PrimaryKeyConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from slackapp.models.base import Base, InWorkspace


class Upload(Base, InWorkspace):
    """A picture, by what it shows; or that Slack did not take it, so that not every message tries again."""

    __tablename__ = "uploads"
    __table_args__ = (PrimaryKeyConstraint("workspace_id", "key"),)

    key: Mapped[str] = mapped_column(String(64))
    """The hash of all that it shows."""
    file_id: Mapped[str] = mapped_column(String(32))
    """Slack's; empty where it did not take it."""
    at: Mapped[datetime]
    """When that was."""
