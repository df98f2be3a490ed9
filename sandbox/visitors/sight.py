"""What a person sees, and what of it they have not read."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sandbox.channels import Channel
from sandbox.messages import Message
from sandbox.visitors.controls import Source

if TYPE_CHECKING:
    from sandbox.visitors.visitor import Visitor


def open_to(visitor: "Visitor", channel: Channel) -> bool:
    """Whether this person can look into a channel."""
    person = visitor.person
    is_open = channel.kind == "channel" and person.sees_all_public
    return person.id in channel.members or is_open


def channels(visitor: "Visitor") -> list[Channel]:
    """The channels and conversations that a person can look into."""
    return [c for c in visitor.workspace.channels.values() if open_to(visitor, c)]


def messages(visitor: "Visitor", channel: Channel) -> list[Message]:
    """The channel itself, without what stands in threads."""
    return [m for m in _all(visitor, channel) if not m.is_reply or m.is_broadcast]


def thread(visitor: "Visitor", root: Message) -> list[Message]:
    """The replies under a message."""
    channel = visitor.workspace.channels[root.channel]
    return [m for m in _all(visitor, channel) if m.is_reply and m.thread_ts == root.ts]


def unread(visitor: "Visitor", channel: Channel) -> int:
    """How many messages of others came since they last looked."""
    last = float(channel.read.get(visitor.person.id, "0"))
    others = (m for m in messages(visitor, channel) if m.user != visitor.person.id)
    return sum(float(m.ts) > last for m in others)


def sources(visitor: "Visitor") -> Iterator[Source]:
    """What is before a person's eyes: the topmost modal covers all; else the Home if open, and the newest messages."""
    modals = visitor.workspace.modals_of(visitor.person.id)
    if modals:
        yield modals[-1]
        return
    home = visitor.workspace.homes.get(visitor.person.id)
    if visitor.is_at_home and home:
        yield home
    seen = [m for channel in channels(visitor) for m in _all(visitor, channel)]
    yield from sorted(seen, key=lambda m: float(m.ts), reverse=True)


def _all(visitor: "Visitor", channel: Channel) -> list[Message]:
    if not open_to(visitor, channel):
        return []
    shown = [m for m in channel.messages if m.shown_to(visitor.person.id)]
    return sorted(shown, key=lambda m: float(m.ts))
