"""Methods that hand in files, in three steps: ask for an address, send the bytes there, share what was sent."""

from blockkit.ids import ChannelId
from sandbox.files import File
from sandbox.messages import Message
from sandbox.payload import Payload
from sandbox.refusal import Refused
from sandbox.web.call import Call
from sandbox.web.methods import method

LARGEST = 2**30


@method("files.getUploadURLExternal", "files:write")
async def get_upload_url(call: Call) -> Payload:
    name, length = call.required("filename"), call.number("length", 0)
    if not 0 < length <= LARGEST:
        raise Refused("invalid_arguments")
    file = call.workspace.announced(name, length, at=call.sandbox.address)
    file.alt = call.text("alt_txt")
    return {"upload_url": file.address, "file_id": file.id}


@method("files.completeUploadExternal", "files:write")
async def complete_upload(call: Call) -> Payload:
    files = [_handed_in(call, named) for named in call.json("files") or []]
    if not files:
        raise Refused("invalid_arguments")
    if call.text("channel_id"):
        await _share(call, files)
    return {"files": [file.as_file() for file in files]}


def _handed_in(call: Call, named: Payload) -> File:
    file = call.workspace.files.get(str(named.get("id")))
    if file is None or file.content is None:
        raise Refused("file_not_found")
    file.title = str(named.get("title") or file.name)
    file.ready_at = file.ready_at or call.sandbox.clock.now() + call.workspace.files_lag
    return file


async def _share(call: Call, files: list[File]) -> None:
    channel = call.channel("channel_id")
    if call.bot not in channel.members:
        raise Refused("not_in_channel")
    workspace, installation = call.workspace, call.workspace.installation
    message = Message(workspace.stamp(), ChannelId(channel.id), workspace.id, call.bot, call.text("initial_comment"))
    message.app_id, message.bot_id, message.files = installation.app_id, installation.bot_id, files
    await call.sandbox.happenings.posts(channel, message, wait=False)
