"""When somebody is not there, as they said it themselves; it wins over every automatic source (CHK-3)."""

from datetime import date
from enum import StrEnum

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from slackapp.ids import UserId
from slackapp.models.base import Base, InWorkspace, Numbered, word


class AbsenceSource(StrEnum):
    """From where it is known."""

    SELF = "self"
    STATUS = "status"
    """Their status in Slack."""


class Absence(Base, InWorkspace, Numbered):
    """Days, both local dates included, on which somebody is away, or on which they work although it seems otherwise."""

    __tablename__ = "absences"
    __table_args__ = (Index(None, "workspace_id", "user_id", "last_day"),)

    user_id: Mapped[UserId]
    first_day: Mapped[date]
    last_day: Mapped[date]
    is_away: Mapped[bool]
    source: Mapped[AbsenceSource] = mapped_column(word(AbsenceSource))
