"""What Slack has already delivered, and the forms that are still open."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, PrimaryKeyConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from slackapp.models.base import Base, InWorkspace


class Delivery(Base, InWorkspace):
    """A delivery whose change is stored: the same key a second time changes nothing."""

    __tablename__ = "deliveries"
    __table_args__ = (PrimaryKeyConstraint("workspace_id", "key"), Index(None, "at"))

    key: Mapped[str] = mapped_column(String(255))
    at: Mapped[datetime]


class Draft(Base, InWorkspace):
    """What an open form knows besides what is typed in it: where it came from. The form carries only the key."""

    __tablename__ = "drafts"
    __table_args__ = (PrimaryKeyConstraint("workspace_id", "key"), Index(None, "at"))

    key: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]
    about: Mapped[dict[str, Any]]
