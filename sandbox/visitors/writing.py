"""What a person types in a composer: a message or a slash command."""

from typing import TYPE_CHECKING

from blockkit import problems_of_blocks
from blockkit.ids import Timestamp
from sandbox import typed
from sandbox.channels import Channel
from sandbox.messages import Message
from sandbox.open_views import with_ids
from sandbox.parcel import Ack, Parcel
from sandbox.payload import Payload
from sandbox.payloads.commands import command as command_payload
from sandbox.short_lived import Address
from sandbox.web import response_url

if TYPE_CHECKING:
    from sandbox.visitors.visitor import Visitor

LATE = "operation_timeout"
FAILED = "dispatch_failed"


async def message(visitor: "Visitor", channel: Channel, text: str, *, thread: Timestamp | None) -> Message:
    """Post a message as this person."""
    workspace = visitor.workspace
    blocks = with_ids({"blocks": [typed.as_rich_text(workspace, text)]})["blocks"]
    written = typed.for_message(workspace, text)
    posted = Message(workspace.stamp(), channel.id, workspace.id, visitor.person.id, written, blocks, thread)
    channel.read[visitor.person.id] = posted.ts
    await visitor.sandbox.happenings.posts(channel, posted)
    return posted


async def command(visitor: "Visitor", channel: Channel, text: str, *, thread: Timestamp | None) -> Ack:
    """Send a command; what Slack itself says about it appears as an ephemeral message."""
    name, _, rest = text.partition(" ")
    refusal = _refusal(visitor, name, thread)
    if refusal:
        return _told(visitor, channel, Ack(0, trouble=refusal), words=refusal, thread=thread)
    address = Address(visitor.person.id, channel.id, visitor.sandbox.clock.now())
    ack = await visitor.send(Parcel("slash_commands", _payload(visitor, address, name, text=rest.strip())))
    if not ack.is_ok:
        reason = FAILED if ack.status else LATE
        return _told(visitor, channel, ack, words=f"{name} failed with the error “{reason}”")
    if problems_of_blocks(ack.body.get("blocks") or []):
        return _told(visitor, channel, ack, words=f"{name} failed with the error “invalid_blocks”")
    if ack.body.get("text") or ack.body.get("blocks"):
        _answered(visitor, address, text, ack.body)
    return ack


def _payload(visitor: "Visitor", address: Address, name: str, *, text: str) -> Payload:
    workspace = visitor.workspace
    escapes = visitor.sandbox.manifest.escapes(name)
    return command_payload(
        workspace,
        visitor.person,
        workspace.channels[address.channel],
        command=name,
        text=typed.for_command(workspace, text) if escapes else text,
        response_url=visitor.response_url(address),
    )


def _refusal(visitor: "Visitor", name: str, thread: Timestamp | None) -> str:
    if thread:
        return f"{name} is not supported in threads. Sorry!"
    return "" if visitor.sandbox.manifest.knows(name) else f"{name} is not a valid command."


def _answered(visitor: "Visitor", address: Address, text: str, body: Payload) -> None:
    workspace, channel = visitor.workspace, visitor.workspace.channels[address.channel]
    if body.get("response_type") == "in_channel":
        stamp, who = workspace.stamp(), visitor.person.id
        channel.messages.append(Message(stamp, channel.id, workspace.id, who, typed.escaped(text)))
    response_url.apply(workspace, address, body)


def _told(visitor: "Visitor", channel: Channel, ack: Ack, *, words: str, thread: Timestamp | None = None) -> Ack:
    workspace = visitor.workspace
    told = Message(workspace.stamp(), channel.id, workspace.id, workspace.slackbot, words)
    told.only_for, told.thread_ts = visitor.person.id, thread
    channel.messages.append(told)
    return ack
