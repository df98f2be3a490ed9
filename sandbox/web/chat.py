"""Methods that post, change and remove messages."""

from blockkit.ids import ChannelId, Timestamp, UserId
from sandbox.channels import Channel
from sandbox.messages import Message
from sandbox.open_views import with_ids
from sandbox.payload import Payload
from sandbox.refusal import Refused
from sandbox.web.call import Call
from sandbox.web.content import blocks_of, metadata_of, text_of
from sandbox.web.methods import method

MOST_IN_UPDATE = 4000


@method("chat.postMessage", "chat:write")
async def post_message(call: Call) -> Payload:
    channel = _addressed(call)
    _may_post(call, channel)
    message = _written(call, channel)
    message.thread_ts, message.is_broadcast = _thread(call, channel), call.flag("reply_broadcast")
    message.metadata = metadata_of(call)
    call.sandbox.pacing.take(channel.id)
    await call.sandbox.happenings.posts(channel, message, wait=False)
    return {"channel": channel.id, "ts": message.ts, "message": message.as_message()}


@method("chat.update", "chat:write")
async def update(call: Call) -> Payload:
    channel = call.channel()
    message = _own(call, channel)
    text, blocks = call.args.get("text"), blocks_of(call)
    if text is None and blocks is None:
        raise Refused("no_text")
    if len(str(text or "")) > MOST_IN_UPDATE:
        raise Refused("msg_too_long")
    message.blocks = with_ids({"blocks": blocks or []})["blocks"]
    message.text = str(text or "")
    message.edited_ts = call.workspace.stamp() if text is not None else message.edited_ts
    message.metadata = metadata_of(call) or message.metadata
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": message.as_message()}


@method("chat.delete", "chat:write")
async def delete(call: Call) -> Payload:
    channel = call.channel()
    message = _own(call, channel, refusal="cant_delete_message")
    message.deleted = True
    return {"channel": channel.id, "ts": message.ts}


@method("chat.postEphemeral", "chat:write")
async def post_ephemeral(call: Call) -> Payload:
    channel = call.channel()
    _may_post(call, channel)
    reader = call.workspace.people.get(UserId(call.required("user")))
    if reader is None or reader.deleted or reader.id not in channel.members:
        raise Refused("user_not_in_channel")
    message = _written(call, channel)
    message.only_for, message.thread_ts = reader.id, _thread(call, channel)
    channel.messages.append(message)
    return {"message_ts": message.ts}


@method("chat.getPermalink")
async def get_permalink(call: Call) -> Payload:
    channel = call.channel()
    message = call.message(channel, "message_ts")
    link = f"https://{call.workspace.domain}.slack.com/archives/{channel.id}/p{message.ts.replace('.', '')}"
    thread = f"?thread_ts={message.thread_ts}&cid={channel.id}" if message.is_reply else ""
    return {"channel": channel.id, "permalink": link + thread}


def _addressed(call: Call) -> Channel:
    """The conversation that is posted to.

    A person's id means the direct conversation with the app; Slack takes a deactivated account's without an error.
    """
    wanted = call.required("channel")
    if UserId(wanted) in call.workspace.people:
        if not call.sandbox.manifest.messages_tab:
            raise Refused("messages_tab_disabled")
        return call.workspace.direct(UserId(wanted), call.bot)
    if ChannelId(wanted) not in call.workspace.channels:
        raise Refused("channel_not_found")
    return call.channel()


def _may_post(call: Call, channel: Channel) -> None:
    if channel.is_archived:
        raise Refused("is_archived")
    if call.bot not in channel.members and not call.workspace.installation.may("chat:write.public"):
        raise Refused("not_in_channel")


def _written(call: Call, channel: Channel) -> Message:
    workspace, installation = call.workspace, call.workspace.installation
    text, blocks = text_of(call), with_ids({"blocks": blocks_of(call) or []})["blocks"]
    message = Message(workspace.stamp(), channel.id, workspace.id, call.bot, text, blocks)
    message.app_id, message.bot_id = installation.app_id, installation.bot_id
    return message


def _thread(call: Call, channel: Channel) -> Timestamp | None:
    wanted = call.text("thread_ts")
    if not wanted:
        return None
    root = channel.at(wanted)
    if root is None:
        raise Refused("thread_not_found")
    return root.thread_ts or root.ts


def _own(call: Call, channel: Channel, refusal: str = "cant_update_message") -> Message:
    message = call.message(channel)
    if channel.is_archived:
        raise Refused("is_inactive")
    if message.user != call.bot:
        raise Refused(refusal)
    return message
