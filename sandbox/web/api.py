"""`/api/<method>`: the door of the Web API. Who calls, what goes wrong on purpose, the work, the answer."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.faults import Fault
from sandbox.installation import EVERYTHING
from sandbox.parcel import OK
from sandbox.payload import Payload
from sandbox.record import ApiCall
from sandbox.refusal import Refused, TooFast
from sandbox.web import about, chat, conversations, files, history, misbehaving, people, reactions, reading, views
from sandbox.web.call import Call
from sandbox.web.methods import METHODS

if TYPE_CHECKING:
    from sandbox.sandbox import Sandbox

ROOMS = (about, chat, conversations, files, history, people, reactions, views)  # imported, so that METHODS is full
TOO_MANY_REQUESTS = 429


@dataclass(frozen=True)
class Asked:
    """A call as it came in."""

    sandbox: "Sandbox"
    request: web.Request
    name: str
    args: Payload
    shown: str
    """The token."""


async def answer(sandbox: "Sandbox", request: web.Request) -> web.StreamResponse:
    """Answer one call as Slack would, or misbehave when that was asked for."""
    try:
        args = await reading.arguments(request)
    except Refused as refused:
        return _refusal(refused)
    shown = reading.token(request, args)
    asked = Asked(sandbox, request, request.match_info["method"], args, shown)
    fault = sandbox.faults.next(asked.name, str(args.get("channel") or "") or None)
    if fault and not fault.worked:
        _record(asked, {}, status=0)
        return await misbehaving.instead(request, fault, {"ok": True})
    return await _worked(asked, fault)


async def _worked(asked: Asked, fault: Fault | None) -> web.StreamResponse:
    try:
        body = {"ok": True, **await _work(asked)}
    except Refused as refused:
        refusal = _refusal(refused)
        _record(asked, refused.as_answer(), status=refusal.status)
        return refusal
    _record(asked, body, status=OK)
    if fault:
        return await misbehaving.instead(asked.request, fault, body)
    return web.json_response(body, headers=_scopes(asked))


async def _work(asked: Asked) -> Payload:
    if asked.name == "apps.connections.open":
        return asked.sandbox.socket.open_connection(asked.shown)
    method = METHODS.get(asked.name)
    if method is None:
        raise Refused("unknown_method", req_method=asked.name)
    workspace = reading.workspace(asked.sandbox, asked.shown)
    call = Call(asked.sandbox, workspace, asked.name, asked.args)
    if method.scope:
        call.needs(method.scope)
    return await method.answer(call)


def _scopes(asked: Asked) -> dict[str, str]:
    """What the token may do, which Slack tells with each answer."""
    installations = (w.installation for w in asked.sandbox.workspaces)
    granted = next((each.scopes for each in installations if each.token == asked.shown), EVERYTHING)
    return {} if granted == EVERYTHING else {"X-OAuth-Scopes": ",".join(sorted(granted))}


def _refusal(refused: Refused) -> web.Response:
    body = refused.as_answer()
    if not isinstance(refused, TooFast):
        return web.json_response(body)
    wait = {} if refused.retry_after is None else {"Retry-After": str(refused.retry_after)}
    return web.json_response(body, status=TOO_MANY_REQUESTS, headers=wait)


def _record(asked: Asked, body: Payload, *, status: int) -> None:
    sandbox = asked.sandbox
    team = next((w.id for w in sandbox.workspaces if w.installation.token == asked.shown), None)
    made = ApiCall(sandbox.clock.now(), asked.name, team, asked.args, status, body, done=bool(body.get("ok")))
    sandbox.record.made.append(made)
