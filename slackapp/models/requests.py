"""A request: something one team needs from another, and all that happened to it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, PrimaryKeyConstraint, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from slackapp.ids import UserId
from slackapp.models.base import Base, BigId, InWorkspace, Numbered, word
from slackapp.models.events import HistoryEvent
from slackapp.models.from_message import FromMessage
from slackapp.models.request_life import RequestState, RequestVerb


class Priority(StrEnum):
    """How much it matters that the date is kept."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    URGENT = "urgent"


@dataclass(frozen=True, kw_only=True)
class RequestExtras:
    """What can be told of a request besides, each as it was typed; as long as its column below."""

    details: str = ""
    customer: str = ""
    link: str = ""
    attachments: str = ""


@dataclass(frozen=True)
class RequestTerms(RequestExtras):
    """What somebody filled in. `needed_by` is a day in the receiving team's time zone."""

    to_team_id: int | None
    title: str
    why: str
    needed_by: date | None
    priority: Priority
    from_team_id: int | None = None
    is_private: bool = False


class Request(Base, InWorkspace, Numbered, FromMessage):
    """One request. Every date is the receiving team's local day; every moment is UTC."""

    __tablename__ = "requests"
    __table_args__ = (
        UniqueConstraint("workspace_id", "number"),
        Index(None, "workspace_id", "to_team_id", "state", "needed_by"),
        Index(None, "workspace_id", "requester_id", "state"),
        Index(None, "workspace_id", "owner_id", "state"),
        Index(None, "workspace_id", "blocking_team_id", "state"),
        Index(None, "workspace_id", "customer_key"),
    )

    number: Mapped[int]
    requester_id: Mapped[UserId]
    from_team_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("teams.id"))
    to_team_id: Mapped[int] = mapped_column(BigId, ForeignKey("teams.id"))

    title: Mapped[str] = mapped_column(Text)
    why: Mapped[str] = mapped_column(Text)
    details: Mapped[str] = mapped_column(Text, default="")
    attachments: Mapped[str] = mapped_column(Text, default="")
    customer: Mapped[str] = mapped_column(String(200), default="")
    customer_key: Mapped[str] = mapped_column(String(200), default="")
    """The customer as `normalization.key` folds it, to list by."""
    link: Mapped[str] = mapped_column(Text, default="")
    needed_by: Mapped[date]
    priority: Mapped[Priority] = mapped_column(word(Priority))
    is_private: Mapped[bool] = mapped_column(default=False)

    state: Mapped[RequestState] = mapped_column(word(RequestState), default=RequestState.OPEN)
    returns_to: Mapped[RequestState | None] = mapped_column(word(RequestState))
    """Where it goes back to when a question, a blocker or a proposed date is settled."""
    owner_id: Mapped[UserId | None]
    promised: Mapped[date | None]
    proposed: Mapped[date | None]
    proposed_by: Mapped[UserId | None]
    blocking_team_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("teams.id"))
    blocked_by: Mapped[str] = mapped_column(Text, default="")
    question: Mapped[str] = mapped_column(Text, default="")

    submitted_at: Mapped[datetime]
    answer_by: Mapped[datetime | None]
    """When the receiving team must have answered; empty while the clock stands still and once it has answered."""
    missed_at: Mapped[datetime | None]
    """When the time to answer ran out, if the clock was stopped or started anew after that; until the team answers."""
    warn_at: Mapped[datetime | None]
    """When most of the time to answer is over: the moment of the quiet reminder."""
    answer_left: Mapped[int | None]
    """Working minutes left on a clock that stands still."""
    asked_at: Mapped[datetime | None]
    """Since when the clock has run; empty while it stands still and once the team has answered."""
    answered_at: Mapped[datetime | None]
    """When the team answered, the last time that it was asked: yes, no, or by delivering."""
    answered_after: Mapped[int | None]
    """How many working minutes the clock has run in all, since the team was last asked."""
    answered_in_time: Mapped[bool | None]
    """Whether the agreed time was kept when the clock last stopped."""
    due_at: Mapped[datetime | None]
    """The end of the promised (or, before that, the needed) day in the receiving team's hours."""
    closed_at: Mapped[datetime | None]

    source_gone: Mapped[bool] = mapped_column(default=False)


class RequestEvent(Base, HistoryEvent):
    """One line of a request's history."""

    THING = "request_id"

    __tablename__ = "request_events"
    __table_args__ = (Index(None, "request_id", "id"),)

    request_id: Mapped[int] = mapped_column(BigId, ForeignKey("requests.id"))
    verb: Mapped[RequestVerb] = mapped_column(word(RequestVerb))
    before: Mapped[RequestState] = mapped_column(word(RequestState))
    after: Mapped[RequestState] = mapped_column(word(RequestState))


class RequestGuest(Base, InWorkspace):
    """The outsider who was let in to a private request."""

    __tablename__ = "request_guests"
    __table_args__ = (PrimaryKeyConstraint("request_id", "user_id"),)

    request_id: Mapped[int] = mapped_column(BigId, ForeignKey("requests.id"))
    user_id: Mapped[UserId]


# Partial: an overview of what is under way must not grow with all that is over (DIG).
_UNDER_WAY, _OVER, _ANSWERED = (
    Request.closed_at.is_(None),
    Request.closed_at.is_not(None),
    Request.answered_at.is_not(None),
)
Index(
    "ix_requests_under_way_to",
    Request.workspace_id,
    Request.to_team_id,
    sqlite_where=_UNDER_WAY,
    postgresql_where=_UNDER_WAY,
)
Index(
    "ix_requests_under_way_from",
    Request.workspace_id,
    Request.from_team_id,
    sqlite_where=_UNDER_WAY,
    postgresql_where=_UNDER_WAY,
)
Index(
    "ix_requests_over",
    Request.workspace_id,
    Request.to_team_id,
    Request.closed_at,
    sqlite_where=_OVER,
    postgresql_where=_OVER,
)
Index(
    "ix_requests_answered",
    Request.workspace_id,
    Request.to_team_id,
    Request.answered_at,
    sqlite_where=_ANSWERED,
    postgresql_where=_ANSWERED,
)
