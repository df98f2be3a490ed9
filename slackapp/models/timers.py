"""One-off alarms: "look at R-12 again on Tuesday at ten"."""

from datetime import datetime

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from slackapp.models.base import Base, BigId, InWorkspace, Numbered


class Timer(Base, InWorkspace, Numbered):
    """A moment at which a rule looks at a thing again; there is at most one of a kind for a thing."""

    __tablename__ = "timers"
    __table_args__ = (UniqueConstraint("workspace_id", "kind", "ref"), Index(None, "due_at"))

    kind: Mapped[str] = mapped_column(String(64))
    ref: Mapped[int] = mapped_column(BigId)
    stage: Mapped[str] = mapped_column(String(64))
    due_at: Mapped[datetime]
    rings: Mapped[int] = mapped_column(default=0)
    """How often it has rung since it was set: more than once only where its rule failed."""
