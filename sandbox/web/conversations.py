"""Methods about channels and direct messages."""

from collections.abc import Sequence

from sandbox.channels import Channel
from sandbox.payload import Payload
from sandbox.refusal import Refused
from sandbox.web.call import READ_SCOPES, Call
from sandbox.web.methods import method
from sandbox.web.paging import page

KIND_OF_TYPE = {"public_channel": "channel", "private_channel": "group", "im": "im"}


@method("conversations.list")
async def conversations_list(call: Call) -> Payload:
    channels = [channel for channel in _of_types(call) if call.sees(channel)]
    return _listed(call, channels)


@method("users.conversations")
async def users_conversations(call: Call) -> Payload:
    user = call.user().id if call.text("user") else call.bot
    channels = [c for c in _of_types(call) if user in c.members and call.sees(c)]
    return _listed(call, channels)


@method("conversations.info")
async def conversations_info(call: Call) -> Payload:
    channel = call.channel()
    call.needs_for(channel, "read")
    about = channel.as_conversation(call.bot)
    if not call.flag("include_num_members"):
        about.pop("num_members", None)
    return {"channel": about}


@method("conversations.members")
async def conversations_members(call: Call) -> Payload:
    channel = call.channel()
    call.needs_for(channel, "read")
    members, more = page(call, channel.members)
    return {"members": list(members), **more}


@method("conversations.open", "im:write")
async def conversations_open(call: Call) -> Payload:
    if call.text("channel"):
        direct = call.channel()
    else:
        person = call.user("users")
        if person.deleted:
            raise Refused("user_disabled")
        direct = call.workspace.direct(person.id, call.bot)
    whole = call.flag("return_im")
    return {"channel": direct.as_conversation(call.bot) if whole else {"id": direct.id}}


@method("conversations.join", "channels:join")
async def conversations_join(call: Call) -> Payload:
    channel = call.channel()
    if channel.kind != "channel":
        raise Refused("method_not_supported_for_channel_type")
    if channel.is_archived:
        raise Refused("is_archived")
    await call.sandbox.happenings.joins(channel, call.workspace.bot, wait=False)
    return {"channel": channel.as_conversation(call.bot)}


def _of_types(call: Call) -> Sequence[Channel]:
    types = [word.strip() for word in (call.text("types") or "public_channel").split(",")]
    for word in types:
        if word not in KIND_OF_TYPE:
            raise Refused("invalid_types")
        call.needs(READ_SCOPES[KIND_OF_TYPE[word]] + "read")
    without_archived = call.flag("exclude_archived")
    channels = call.workspace.channels.values()
    return [c for c in channels if c.type in types and not (without_archived and c.is_archived)]


def _listed(call: Call, channels: Sequence[Channel]) -> Payload:
    some, more = page(call, channels)
    return {"channels": [channel.as_conversation(call.bot) for channel in some], **more}
