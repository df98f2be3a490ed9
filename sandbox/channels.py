"""Channels and direct messages."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from blockkit.ids import ChannelId, SlackTeamId, Timestamp, UserId
from sandbox.messages import Message
from sandbox.payload import Payload, oddly


@dataclass
class Channel:
    """A channel, or with `is_direct` the conversation of two people."""

    id: ChannelId
    team: SlackTeamId
    name: str
    created: datetime
    creator: UserId
    is_private: bool = False
    is_direct: bool = False
    is_archived: bool = False
    is_shared: bool = False
    members: list[UserId] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    read: dict[UserId, Timestamp] = field(default_factory=dict)
    odd: Payload = field(default_factory=dict)
    """What its object says in place of the usual; `...` leaves a field out."""

    @property
    def kind(self) -> str:
        """The word for it in message events."""
        return "im" if self.is_direct else "group" if self.is_private else "channel"

    @property
    def type(self) -> str:
        """The word for it in the `types` of conversations.list."""
        return {"im": "im", "group": "private_channel", "channel": "public_channel"}[self.kind]

    @property
    def name_in_payloads(self) -> str:
        """The name as an app is told it: Slack keeps those of private channels to itself, but not of a few people's."""
        if self.name.startswith("mpdm-"):
            return self.name
        return {"im": "directmessage", "group": "privategroup", "channel": self.name}[self.kind]

    def posted(self) -> Iterator[Message]:
        """The messages that are there for everybody, in order."""
        return (m for m in self.messages if m.only_for is None and not m.deleted)

    def at(self, ts: str) -> Message | None:
        """The message with this timestamp, ephemeral ones apart."""
        return next((m for m in self.posted() if m.ts == ts), None)

    def other_than(self, person: UserId) -> UserId:
        """The other one in a direct conversation."""
        return next((m for m in self.members if m != person), person)

    def as_conversation(self, seen_by: UserId) -> Payload:
        """The conversation object of Slack, as this member gets it."""
        if self.is_direct:
            return self._frame() | {"is_im": True, "user": self.other_than(seen_by), "is_user_deleted": False}
        return oddly(self._frame() | self._about(seen_by), self.odd)

    def _about(self, seen_by: UserId) -> Payload:
        return {
            "name": self.name,
            "name_normalized": self.name,
            "is_channel": not self.is_private,
            "is_group": False,
            "is_im": False,
            "is_private": self.is_private,
            "is_member": seen_by in self.members,
            "creator": self.creator,
            "is_general": self.name == "general",
            "num_members": len(self.members),
            "topic": {"value": "", "creator": "", "last_set": 0},
            "purpose": {"value": "", "creator": "", "last_set": 0},
        }

    def _frame(self) -> Payload:
        return {
            "id": self.id,
            "created": int(self.created.timestamp()),
            "is_archived": self.is_archived,
            "is_mpim": False,
            "is_shared": self.is_shared,
            "is_ext_shared": self.is_shared,
            "is_org_shared": False,
            "context_team_id": self.team,
        }
