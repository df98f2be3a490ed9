"""The message that something was made from, where no link leads to it: in conversations that the app is not in."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from slackapp.ids import ChannelId, Timestamp, UserId, WorkspaceId
from slackapp.models.people import Channel
from slackapp.queries.people import name_of


@dataclass(frozen=True)
class Source:
    """Who wrote it, where and when, as far as that is known. A private conversation is never named."""

    author: str
    channel: ChannelId | None
    at: datetime | None


def source(
    session: Session,
    workspace_id: WorkspaceId,
    channel_id: ChannelId | None,
    *,
    url: str,
    author: UserId | None,
    ts: Timestamp | None,
) -> Source | None:
    """None where it came from no message, or a link leads to it."""
    if channel_id is None or url:
        return None
    channel = session.get(Channel, (workspace_id, channel_id))
    where = channel_id if channel and not channel.is_private else None
    at = datetime.fromtimestamp(float(ts), UTC) if ts else None
    return Source(name_of(session, workspace_id, author) if author else "", where, at)
