"""Where something came from that was made of a message."""

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from slackapp.ids import ChannelId, Timestamp, UserId


class FromMessage:
    """The message that a request or a decision was made from, if it was made from one."""

    source_channel: Mapped[ChannelId | None]
    source_ts: Mapped[Timestamp | None]
    source_thread: Mapped[Timestamp | None]
    source_url: Mapped[str] = mapped_column(Text, default="")
    """Its address, where the app may look."""
    source_author_id: Mapped[UserId | None]
    """Who wrote it; an app's message has no author."""
