"""What the background jobs could not do, and try again later."""

from datetime import datetime

from sqlalchemy import PrimaryKeyConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from slackapp.models.base import Base, InWorkspace


class Quarantined(Base, InWorkspace):
    """One thing at which a job failed: a lane, a timer, a schedule, a person. The table stays small."""

    __tablename__ = "quarantine"
    __table_args__ = (PrimaryKeyConstraint("workspace_id", "job", "ref"),)

    job: Mapped[str] = mapped_column(String(32))
    ref: Mapped[str] = mapped_column(String(128))
    """What it is, in the job's own words: a number, a kind and a number, an id of Slack."""
    reason: Mapped[str] = mapped_column(String(255))
    """The type of the error and its place in the code; never its text, which may be what people wrote."""
    failures: Mapped[int]
    """How often in a row."""
    since: Mapped[datetime]
    failed_at: Mapped[datetime]
    not_before: Mapped[datetime]
