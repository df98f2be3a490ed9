"""The lives of the database: from when it was made, or put back from a back-up, to the next restore."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from slackapp.models.base import Base, Numbered


class Incarnation(Base, Numbered):
    """One life of the database. The newest row is the present one."""

    __tablename__ = "incarnations"

    began_at: Mapped[datetime]
    lost_from: Mapped[datetime | None]
    """What happened from then to `began_at` is not known here, though Slack may show it; empty for the first life."""
    place: Mapped[str] = mapped_column(String(128))
    """Where the tables were when it began: a copy of them stands elsewhere, which is how a restore is noticed."""
