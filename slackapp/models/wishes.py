"""What somebody asks for, as they filled it in and before it is a request."""

from dataclasses import dataclass
from datetime import date

from slackapp.models.requests import Priority


@dataclass(frozen=True)
class Wish:
    """What somebody filled in. `needed_by` is a day in the receiving team's time zone."""

    to_team_id: int | None
    title: str
    why: str
    needed_by: date | None
    priority: Priority
    from_team_id: int | None = None
    details: str = ""
    customer: str = ""
    link: str = ""
    attachments: str = ""
    is_private: bool = False
