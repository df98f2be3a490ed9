"""Files that Slack has: pictures, so that the same one is handed in once (DIG-6), and exports, to find them again."""

from datetime import datetime

from sqlalchemy import PrimaryKeyConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from slackapp.models.base import Base, InWorkspace


class Upload(Base, InWorkspace):
    """A picture, by what it shows; or that Slack did not take it, so that not every message tries again.

    Or a file that was handed in for a message, by the message's key and its own id.
    """

    __tablename__ = "uploads"
    __table_args__ = (PrimaryKeyConstraint("workspace_id", "key"),)

    key: Mapped[str] = mapped_column(String(64))
    """The hash of all that it shows, or "<key of the message>:<id of the file>"."""
    file_id: Mapped[str] = mapped_column(String(32))
    """Slack's; empty where it did not take it."""
    at: Mapped[datetime]
    """When that was."""
