"""What the browser can let a person do: each deed by its name, told in JSON."""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress

from blockkit.ids import ChannelId
from sandbox.channels import Channel
from sandbox.messages import Message
from sandbox.payload import Payload
from sandbox.rendering import screen
from sandbox.visitors import NotThere, Visitor, controls, using
from sandbox.visitors.controls import Control, Source

GONE = "this form is no longer open"
Deed = Callable[[Visitor, Payload], Awaitable[Payload]]


async def _types(visitor: Visitor, told: Payload) -> Payload:
    channel = _channel(visitor, told)
    thread = _message(visitor, told["channel"], told["thread"]) if told.get("thread") else None
    await visitor.types(channel, told["text"], thread=thread)
    visitor.reads(channel)
    return {}


async def _presses(visitor: Visitor, told: Payload) -> Payload:
    _fill(visitor, told)
    await using.press(visitor, _control(visitor, told))
    return {"trouble": visitor.trouble}


async def _chooses(visitor: Visitor, told: Payload) -> Payload:
    _fill(visitor, told)
    await using.choose(visitor, _control(visitor, told), told["entry"])
    return {"trouble": visitor.trouble}


async def _suggests(visitor: Visitor, told: Payload) -> Payload:
    options = await using.suggestions(visitor, _control(visitor, told), told["query"])
    return {"options": screen.shown(visitor.reader, options)}


async def _fills(visitor: Visitor, told: Payload) -> Payload:
    _fill(visitor, told)
    return {}


async def _submits(visitor: Visitor, told: Payload) -> Payload:
    _fill(visitor, told)
    if not _is_in_front(visitor, told):
        raise NotThere(GONE)
    submission = await visitor.submits()
    return {"errors": submission.errors, "trouble": submission.trouble}


async def _closes(visitor: Visitor, told: Payload) -> Payload:
    _fill(visitor, told)
    # Who presses twice means the form that they saw, not the one below it.
    if _is_in_front(visitor, told):
        await visitor.closes(everything=bool(told.get("everything")))
    return {}


async def _uses_shortcut(visitor: Visitor, told: Payload) -> Payload:
    message = _message(visitor, told["channel"], told["ts"]) if told.get("ts") else None
    ack = await visitor.uses_shortcut(told["callback_id"], on=message)
    return {"trouble": "" if ack.is_ok else using.TROUBLE}


async def _reacts(visitor: Visitor, told: Payload) -> Payload:
    message = _message(visitor, told["channel"], told["ts"])
    mine = visitor.person.id in message.reactions.get(told["name"], [])
    await (visitor.takes_back if mine else visitor.reacts)(message, told["name"])
    return {}


async def _opens_home(visitor: Visitor, _told: Payload) -> Payload:
    await visitor.opens_home()
    return {}


async def _opens(visitor: Visitor, told: Payload) -> Payload:
    """Tells until where it had been read, for the line above what is new."""
    channel = _channel(visitor, told)
    read_until = channel.read.get(visitor.person.id, "")
    visitor.reads(channel)
    if channel is visitor.app:
        await visitor.opens_messages(wait=False)
    return {"read_until": read_until}


async def _writes_to(visitor: Visitor, told: Payload) -> Payload:
    person = visitor.workspace.people[told["person"]]
    return {"channel": visitor.workspace.direct(visitor.person.id, person.id).id}


async def _joins(visitor: Visitor, told: Payload) -> Payload:
    await visitor.joins(_channel(visitor, told))
    return {}


def _fill(visitor: Visitor, told: Payload) -> None:
    """What was typed since the last deed, in what is still there."""
    for entry in told.get("entries", []):
        with suppress(NotThere):
            using.fill(visitor, _control(visitor, entry), entry["entry"])


def _is_in_front(visitor: Visitor, told: Payload) -> bool:
    return visitor.has_modal and visitor.modal.id == told["view"]


def _control(visitor: Visitor, told: Payload) -> Control:
    return controls.exact(_source(visitor, told), told["block_id"], told["action_id"], person=visitor.person.id)


def _source(visitor: Visitor, told: Payload) -> Source:
    if not told.get("view"):
        return _message(visitor, told["channel"], told["ts"])
    view = visitor.workspace.view(told["view"])
    if view is None or view.person != visitor.person.id:
        raise NotThere(GONE)
    return view


def _message(visitor: Visitor, channel: str, ts: str) -> Message:
    found = visitor.workspace.channels[ChannelId(channel)]
    seen = [m for m in found.messages if m.ts == ts and m.shown_to(visitor.person.id)]
    if not seen:
        raise NotThere("the message is no longer there")
    return seen[0]


def _channel(visitor: Visitor, told: Payload) -> Channel:
    return visitor.workspace.channels[ChannelId(told["channel"])]


DEEDS: Mapping[str, Deed] = {
    "types": _types,
    "presses": _presses,
    "chooses": _chooses,
    "suggests": _suggests,
    "fills": _fills,
    "submits": _submits,
    "closes": _closes,
    "uses_shortcut": _uses_shortcut,
    "reacts": _reacts,
    "opens_home": _opens_home,
    "opens": _opens,
    "writes_to": _writes_to,
    "joins": _joins,
}
