"""A sign of life: the one row that is written to find out whether anything can be."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from slackapp.models.base import Base

ONLY = 1  # one row for all: the table must not grow


class Heartbeat(Base):
    """When somebody last made sure that the database takes a write. There is one, of all replicas together."""

    __tablename__ = "heartbeats"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
