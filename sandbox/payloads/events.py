"""The inner part of events."""

from blockkit.ids import Timestamp, UserId
from sandbox.channels import Channel
from sandbox.groups import Group
from sandbox.messages import Message
from sandbox.payload import Payload
from sandbox.people import Person

SUBSCRIPTIONS = {"channel": "message.channels", "group": "message.groups", "im": "message.im"}


def subscription(event: Payload) -> str:
    """The name under which the manifest subscribes to an event."""
    kind: str = event["type"]
    return SUBSCRIPTIONS[event["channel_type"]] if kind == "message" else kind


def message(channel: Channel, posted: Message) -> Payload:
    """A message was posted."""
    frame = {"channel": channel.id, "channel_type": channel.kind, "event_ts": posted.ts}
    return posted.as_message() | frame


def message_changed(channel: Channel, changed: Message, before: Payload) -> Payload:
    """A message was edited."""
    frame = {"type": "message", "subtype": "message_changed", "channel": channel.id, "channel_type": channel.kind}
    stamps = {"ts": changed.edited_ts, "event_ts": changed.edited_ts}
    return frame | {"message": changed.as_message(), "previous_message": before} | stamps


def message_deleted(channel: Channel, deleted: Message, stamp: Timestamp) -> Payload:
    """A message was removed."""
    frame = {"type": "message", "subtype": "message_deleted", "channel": channel.id, "channel_type": channel.kind}
    stamps = {"deleted_ts": deleted.ts, "ts": stamp, "event_ts": stamp}
    return frame | {"previous_message": deleted.as_message(), "hidden": True} | stamps


def reaction(message: Message, person: Person, emoji: str, *, added: bool, stamp: Timestamp) -> Payload:
    """A reaction was put under a message, or taken back."""
    return {
        "type": "reaction_added" if added else "reaction_removed",
        "user": person.id,
        "reaction": emoji,
        "item_user": message.user,
        "item": {"type": "message", "channel": message.channel, "ts": message.ts},
        "event_ts": stamp,
    }


def member(kind: str, channel: Channel, person: Person, by: Person | None) -> Payload:
    """Somebody came into a channel or left it."""
    inviter = {"inviter": by.id} if by else {}
    letter = "D" if channel.is_direct else "C"
    frame = {"type": kind, "user": person.id, "channel": channel.id, "channel_type": letter, "team": channel.team}
    return frame | inviter


def channel_created(channel: Channel) -> Payload:
    """A public channel is new."""
    return {"type": "channel_created", "channel": named(channel) | {"creator": channel.creator}}


def named(channel: Channel) -> Payload:
    """The short form of a channel in events."""
    return {"id": channel.id, "name": channel.name, "created": int(channel.created.timestamp())}


def group_members(group: Group, before: list[UserId], stamp: Timestamp) -> Payload:
    """The members of a user group changed."""
    added = [user for user in group.members if user not in before]
    removed = [user for user in before if user not in group.members]
    return {
        "type": "subteam_members_changed",
        "subteam_id": group.id,
        "team_id": group.team,
        "added_users": added,
        "added_users_count": len(added),
        "removed_users": removed,
        "removed_users_count": len(removed),
        "event_ts": stamp,
    }
