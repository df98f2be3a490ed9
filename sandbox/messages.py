"""Messages, with what people chose in them."""

from dataclasses import dataclass, field

from blockkit.ids import ChannelId, SlackTeamId, Timestamp, UserId
from sandbox.files import File
from sandbox.payload import Payload
from sandbox.values import Values


@dataclass
class Message:
    """One message. `only_for` makes it ephemeral; `values` is what each reader chose in its elements."""

    ts: Timestamp
    channel: ChannelId
    team: SlackTeamId
    user: UserId
    text: str
    blocks: list[Payload] = field(default_factory=list)
    thread_ts: Timestamp | None = None
    is_broadcast: bool = False
    only_for: UserId | None = None
    app_id: str | None = None
    bot_id: str | None = None
    metadata: Payload | None = None
    edited_ts: Timestamp | None = None
    subtype: str | None = None
    reactions: dict[str, list[UserId]] = field(default_factory=dict)
    attachments: list[Payload] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    deleted: bool = False
    values: dict[UserId, Values] = field(default_factory=dict)

    @property
    def is_reply(self) -> bool:
        """Whether it stands in a thread and is not the thread's first message."""
        return self.thread_ts is not None and self.thread_ts != self.ts

    def shown_to(self, person: UserId) -> bool:
        """Whether this person may see it, being in the channel."""
        return not self.deleted and self.only_for in {None, person}

    def as_message(self, *, with_metadata: bool = True) -> Payload:
        """The message object of Slack."""
        optional: Payload = {
            "subtype": self.subtype,
            "thread_ts": self.thread_ts,
            "app_id": self.app_id,
            "bot_id": self.bot_id,
            "blocks": self.blocks or None,
            "edited": {"user": self.user, "ts": self.edited_ts} if self.edited_ts else None,
            "metadata": self.metadata if with_metadata else None,
            "reactions": self.as_reactions() or None,
            "attachments": self.attachments or None,
            "files": [file.as_file() for file in self.files] or None,
        }
        given = {key: value for key, value in optional.items() if value is not None}
        return {"type": "message", "user": self.user, "ts": self.ts, "text": self.text, "team": self.team} | given

    def as_reactions(self) -> list[Payload]:
        """The reactions as Slack lists them."""
        return [
            {"name": name, "users": list(users), "count": len(users)} for name, users in self.reactions.items() if users
        ]
