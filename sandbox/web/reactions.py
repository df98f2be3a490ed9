"""Methods about reactions."""

from sandbox.payload import Payload
from sandbox.refusal import Refused
from sandbox.web.call import Call
from sandbox.web.methods import method


@method("reactions.add", "reactions:write")
async def reactions_add(call: Call) -> Payload:
    message = call.message(call.channel(), "timestamp")
    users = message.reactions.setdefault(call.required("name"), [])
    if call.bot in users:
        raise Refused("already_reacted")
    users.append(call.bot)
    return {}


@method("reactions.remove", "reactions:write")
async def reactions_remove(call: Call) -> Payload:
    users = call.message(call.channel(), "timestamp").reactions.get(call.required("name"), [])
    if call.bot not in users:
        raise Refused("no_reaction")
    users.remove(call.bot)
    return {}


@method("reactions.get", "reactions:read")
async def reactions_get(call: Call) -> Payload:
    channel = call.channel()
    message = call.message(channel, "timestamp")
    return {"type": "message", "channel": channel.id, "message": message.as_message()}
