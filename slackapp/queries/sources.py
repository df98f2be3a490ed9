"""The message that something was made from, where no link leads to it: in conversations that the app is not in."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from slackapp.ids import ChannelId
from slackapp.models.decisions import Decision
from slackapp.models.people import Channel
from slackapp.models.requests import Request
from slackapp.queries.people import name_of


@dataclass(frozen=True)
class Source:
    """Who wrote it, where and when, as far as that is known. A private conversation is never named."""

    author: str
    channel: ChannelId | None
    at: datetime | None


def source(session: Session, made: Request | Decision) -> Source | None:
    """None where it came from no message, or a link leads to it."""
    if made.source_channel is None or made.source_url:
        return None
    channel = session.get(Channel, (made.workspace_id, made.source_channel))
    where = made.source_channel if channel and not channel.is_private else None
    at = datetime.fromtimestamp(float(made.source_ts), UTC) if made.source_ts else None
    author = name_of(session, made.workspace_id, made.source_author_id) if made.source_author_id else ""
    return Source(author, where, at)
