"""`/response/<key>`: an answer to an interaction, by the address that came with it."""

from typing import TYPE_CHECKING

from aiohttp import web

from blockkit import problems_of_blocks
from blockkit.ids import ChannelId
from sandbox.messages import Message
from sandbox.open_views import with_ids
from sandbox.payload import Payload
from sandbox.record import ApiCall
from sandbox.refusal import Refused, refuse
from sandbox.short_lived import Address
from sandbox.web import reading
from sandbox.workspace import Workspace

if TYPE_CHECKING:
    from sandbox.sandbox import Sandbox


async def answer(sandbox: "Sandbox", request: web.Request) -> web.Response:
    """Post, replace or remove, as the body says; a bad or worn-out address is refused as Slack does."""
    body: Payload = {}
    try:
        body = await reading.arguments(request)
        _take(sandbox, request.match_info["key"], body)
    except Refused as refused:
        _record(sandbox, body, refused.as_answer(), status=404)
        return web.json_response(refused.as_answer(), status=404)
    _record(sandbox, body, {"ok": True}, status=200)
    return web.Response(text="ok")


def _take(sandbox: "Sandbox", key: str, body: Payload) -> None:
    workspace = next((w for w in sandbox.workspaces if key in w.addresses.given), None)
    if workspace is None:
        raise Refused("expired_url")
    address = workspace.addresses.use(key)
    refuse(problems_of_blocks(body.get("blocks") or []), "invalid_blocks")
    apply(workspace, address, body)


def _record(sandbox: "Sandbox", body: Payload, told: Payload, *, status: int) -> None:
    sandbox.record.made.append(ApiCall(sandbox.clock.now(), "response_url", None, body, status, told, told["ok"]))


def apply(workspace: Workspace, address: Address, body: Payload) -> Message | None:
    """Do what an answer says: the ack of a command has the same form."""
    if body.get("delete_original"):
        return _removed(workspace, address)
    original = _original(workspace, address)
    if body.get("replace_original") and original:
        original.text, original.blocks = body.get("text", ""), with_ids({"blocks": body.get("blocks") or []})["blocks"]
        return original
    return _posted(workspace, address, body)


def _removed(workspace: Workspace, address: Address) -> Message | None:
    original = _original(workspace, address)
    if original:
        original.deleted = True
    return original


def _original(workspace: Workspace, address: Address) -> Message | None:
    messages = workspace.channels[ChannelId(address.channel)].messages
    return next((m for m in messages if m.ts == address.message and not m.deleted), None)


def _posted(workspace: Workspace, address: Address, body: Payload) -> Message:
    blocks = with_ids({"blocks": body.get("blocks") or []})["blocks"]
    installation = workspace.installation
    message = Message(
        workspace.stamp(), address.channel, workspace.id, installation.bot_user, body.get("text", ""), blocks
    )
    message.app_id, message.bot_id = installation.app_id, installation.bot_id
    message.thread_ts = body.get("thread_ts") or (address.thread_ts if address.is_ephemeral else None)
    message.only_for = None if body.get("response_type") == "in_channel" else address.person
    workspace.channels[address.channel].messages.append(message)
    return message
