"""What people are told about deliveries themselves: what could not be posted, and that it works again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from slackapp.ids import ChannelId, UserId, WorkspaceId
from slackapp.models.outbox import Lane, Message, Progress
from slackapp.queries import locales
from slackapp.queries.people import name_of


@dataclass(frozen=True)
class Undelivered:
    """Messages to one place that Slack refuses: a channel, or somebody by name."""

    where: ChannelId | str
    is_person: bool
    reason: str
    count: int


@dataclass(frozen=True)
class Resumed:
    """A time in which nothing could be posted; moments are UTC."""

    reason: str
    since: datetime
    until: datetime


def undelivered(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> Undelivered | None:
    """What is dead there for this reason; None once nothing is."""
    place, reason = str(refs["channel"]), str(refs["reason"])
    dead = select(func.count(Message.id)).join(Lane, Lane.id == Message.lane_id)
    there = dead.where(Message.workspace_id == workspace_id, Lane.channel == place, Message.error == reason)
    count = session.scalar(there.where(Message.state == Progress.DEAD)) or 0
    is_person = locales.is_person(place)
    where = name_of(session, workspace_id, UserId(place)) if is_person else place
    return Undelivered(where, is_person, reason, count) if count else None


def resumed(_: Session, __: WorkspaceId, refs: Mapping[str, str | int]) -> Resumed:
    """From when until when."""
    since, until = (datetime.fromtimestamp(int(refs[name]), UTC) for name in ("since", "until"))
    return Resumed(str(refs["reason"]), since, until)
