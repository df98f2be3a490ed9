"""All that the browser shows for one person, as JSON."""

from collections import defaultdict
from dataclasses import dataclass

from babel.dates import format_datetime

from blockkit.ids import ChannelId
from sandbox.channels import Channel
from sandbox.groups import Group
from sandbox.messages import Message
from sandbox.open_views import View
from sandbox.page.message_view import bubble
from sandbox.payload import Payload
from sandbox.people import Person
from sandbox.rendering import screen
from sandbox.visitors import Visitor, sight

MOST_SHOWN = 200


@dataclass(frozen=True)
class Looking:
    """Where the browser points: a channel id, or nothing at the Home; and the thread that is open."""

    at: str
    thread: str


def look(visitor: Visitor, looking: Looking) -> None:
    """What is before their eyes is no longer unread."""
    channel = visitor.workspace.channels.get(ChannelId(looking.at))
    if channel:
        visitor.reads(channel)


def snapshot(visitor: Visitor, looking: Looking) -> Payload:
    """Everything before this person's eyes."""
    channels = [c for c in sight.channels(visitor) if not c.is_direct]
    return {
        "workspace": visitor.workspace.name,
        "me": _person(visitor.person),
        "now": _now(visitor),
        "people": [_person(p) for p in visitor.workspace.people.values()],
        "groups": [_group(g) for g in visitor.workspace.groups.values() if not g.disabled],
        "everyone": [_person(p) for w in visitor.sandbox.workspaces for p in w.people.values() if not p.is_bot],
        "channels": [_channel(visitor, c) for c in sorted(channels, key=lambda c: c.name)],
        "directs": [_direct(visitor, c) for c in _directs(visitor)],
        "home": _view(visitor, visitor.workspace.homes.get(visitor.person.id)),
        "modals": [_view(visitor, view) for view in visitor.workspace.modals_of(visitor.person.id)],
        **_pane(visitor, looking),
    }


def _pane(visitor: Visitor, looking: Looking) -> Payload:
    channel = visitor.workspace.channels.get(ChannelId(looking.at))
    if channel is None or not sight.open_to(visitor, channel):
        return {"channel": None, "messages": [], "thread": None}
    root = channel.at(looking.thread)
    thread = [bubble(visitor, m) for m in (root, *visitor.thread(root))] if root else None
    about = _direct(visitor, channel) if channel.is_direct else _channel(visitor, channel)
    return {"channel": about, "messages": _messages(visitor, channel), "thread": thread}


def _messages(visitor: Visitor, channel: Channel) -> list[Payload]:
    replies: defaultdict[str, list[Message]] = defaultdict(list)
    for message in channel.messages:
        if message.is_reply and message.thread_ts and message.shown_to(visitor.person.id):
            replies[message.thread_ts].append(message)
    newest = visitor.messages(channel)[-MOST_SHOWN:]
    return [bubble(visitor, message, replies[message.ts]) for message in newest]


def _directs(visitor: Visitor) -> list[Channel]:
    """The app first, then the other conversations in which something was said."""
    app = visitor.app
    others = [c for c in sight.channels(visitor) if c.is_direct and c is not app and c.messages]
    return [app, *others]


def _person(person: Person) -> Payload:
    return {
        "id": person.id,
        "name": person.real_name,
        "handle": person.name,
        "zone": person.tz,
        "locale": person.locale,
        "is_bot": person.is_bot,
        "is_guest": person.is_guest or person.is_single_channel_guest or person.is_stranger,
        "deleted": person.deleted,
        "status": person.status_text,
    }


def _group(group: Group) -> Payload:
    return {"handle": group.handle, "name": group.name, "members": len(group.members)}


def _channel(visitor: Visitor, channel: Channel) -> Payload:
    is_member = visitor.person.id in channel.members
    return {
        "id": channel.id,
        "name": channel.name,
        "kind": channel.kind,
        "is_archived": channel.is_archived,
        "is_shared": channel.is_shared,
        "is_member": is_member,
        "members": sum(not visitor.workspace.people[member].is_bot for member in channel.members),
        "unread": visitor.unread(channel) if is_member else 0,
    }


def _direct(visitor: Visitor, channel: Channel) -> Payload:
    other = visitor.workspace.people[channel.other_than(visitor.person.id)]
    about = {"name": other.real_name, "is_app": other.is_bot, "other": other.id}
    if not other.is_bot:
        return _channel(visitor, channel) | about
    return _channel(visitor, channel) | about | {"is_closed": not visitor.sandbox.manifest.messages_tab}


def _view(visitor: Visitor, view: View | None) -> Payload | None:
    if view is None:
        return None
    reader = visitor.reader
    return {
        "id": view.id,
        "hash": view.hash,
        "title": (view.body.get("title") or {}).get("text", ""),
        "submit": (view.body.get("submit") or {}).get("text", ""),
        "close": (view.body.get("close") or {}).get("text", ""),
        "blocks": screen.shown(reader, view.blocks),
        "values": screen.shown(reader, view.values),
        "errors": view.errors,
        "trouble": view.trouble,
    }


def _now(visitor: Visitor) -> Payload:
    # To the minute: a page that changed every second would be drawn again every second.
    now = visitor.sandbox.clock.now().astimezone(visitor.reader.zone)
    return {"text": format_datetime(now, "EEEE d MMMM, HH:mm", locale=visitor.reader.locale), "zone": visitor.person.tz}
