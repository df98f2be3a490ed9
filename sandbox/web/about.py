"""Methods about the app itself and its workspace."""

from sandbox.payload import Payload
from sandbox.refusal import Refused
from sandbox.web.call import Call
from sandbox.web.methods import method


@method("auth.test")
async def auth_test(call: Call) -> Payload:
    workspace, installation = call.workspace, call.workspace.installation
    return {
        "url": f"https://{workspace.domain}.slack.com/",
        "team": workspace.name,
        "user": workspace.bot.name,
        "team_id": workspace.id,
        "user_id": installation.bot_user,
        "bot_id": installation.bot_id,
        "is_enterprise_install": False,
    }


@method("team.info", "team:read")
async def team_info(call: Call) -> Payload:
    workspace = call.workspace
    return {"team": {"id": workspace.id, "name": workspace.name, "domain": workspace.domain, "icon": {}}}


@method("bots.info", "users:read")
async def bots_info(call: Call) -> Payload:
    installation = call.workspace.installation
    if call.text("bot") not in {"", installation.bot_id}:
        raise Refused("bot_not_found")
    bot = {"id": installation.bot_id, "app_id": installation.app_id, "user_id": installation.bot_user}
    return {"bot": bot | {"deleted": False, "name": call.workspace.bot.real_name}}


@method("dnd.info", "dnd:read")
async def dnd_info(call: Call) -> Payload:
    until = call.user().snoozes_until
    snoozing = until > call.sandbox.clock.now().timestamp()
    frame = {"dnd_enabled": snoozing, "next_dnd_start_ts": 1, "next_dnd_end_ts": 1, "snooze_enabled": snoozing}
    return frame | ({"snooze_endtime": until} if snoozing else {})
