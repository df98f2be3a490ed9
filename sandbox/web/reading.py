"""Whose token a request shows, and what its arguments are."""

import json
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.payload import Payload
from sandbox.refusal import Refused
from sandbox.workspace import Workspace

if TYPE_CHECKING:
    from sandbox.sandbox import Sandbox


async def arguments(request: web.Request) -> Payload:
    """The arguments of a call: from the address, and from a body of JSON or a form."""
    args: Payload = dict(request.query)
    if request.content_type == "application/json":
        return args | _object(await request.text())
    return args | {key: value for key, value in (await request.post()).items() if isinstance(value, str)}


def token(request: web.Request, args: Payload) -> str:
    """The token of a call, in its header or among its arguments."""
    shown = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
    given = args.pop("token", None)
    return shown or str(given or "")


def workspace(sandbox: "Sandbox", shown: str) -> Workspace:
    """The workspace that this token opens; refused when it opens none."""
    if not shown:
        raise Refused("not_authed")
    found = next((w for w in sandbox.workspaces if w.installation.token == shown), None)
    if found is None:
        raise Refused("invalid_auth")
    if found.installation.uninstalled:
        raise Refused("account_inactive")
    if found.installation.token_revoked:
        raise Refused("token_revoked")
    return found


def _object(text: str) -> Payload:
    try:
        value = json.loads(text or "{}")
    except ValueError as broken:
        raise Refused("invalid_json") from broken
    if not isinstance(value, dict):
        raise Refused("json_not_object")
    return value
