"""The bad answers of Slack."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

from sandbox.faults import Fault, Kind
from sandbox.payload import Payload

Bad = Callable[[web.Request, Fault, Payload], Awaitable[web.StreamResponse]]
PAGE = "<!DOCTYPE html><html><body><h1>Slack is having trouble</h1></body></html>"


async def instead(request: web.Request, fault: Fault, body: Payload) -> web.StreamResponse:
    """The bad answer that is sent in place of this good one."""
    return await KINDS[fault.kind](request, fault, body)


async def _too_fast(_request: web.Request, fault: Fault, _body: Payload) -> web.StreamResponse:
    wait = {} if fault.retry_after is None else {"Retry-After": str(fault.retry_after)}
    return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers=wait)


async def _server_error(_request: web.Request, _fault: Fault, _body: Payload) -> web.StreamResponse:
    return web.Response(status=500, text="Internal Server Error")


async def _unavailable(_request: web.Request, _fault: Fault, _body: Payload) -> web.StreamResponse:
    return web.json_response({"ok": False, "error": "service_unavailable"}, status=503)


async def _hangs(_request: web.Request, fault: Fault, body: Payload) -> web.StreamResponse:
    await asyncio.sleep(fault.seconds)
    return web.json_response(body)


async def _drops(request: web.Request, _fault: Fault, _body: Payload) -> web.StreamResponse:
    if request.transport:
        request.transport.abort()
    return web.Response()


async def _truncated(_request: web.Request, _fault: Fault, body: Payload) -> web.StreamResponse:
    whole = json.dumps(body)
    return web.Response(text=whole[: len(whole) // 2], content_type="application/json")


async def _html(_request: web.Request, _fault: Fault, _body: Payload) -> web.StreamResponse:
    return web.Response(text=PAGE, content_type="text/html")


async def _error(_request: web.Request, fault: Fault, _body: Payload) -> web.StreamResponse:
    return web.json_response({"ok": False, "error": fault.error})


KINDS: Mapping[Kind, Bad] = {
    Kind.TOO_FAST: _too_fast,
    Kind.SERVER_ERROR: _server_error,
    Kind.UNAVAILABLE: _unavailable,
    Kind.HANGS: _hangs,
    Kind.SLOW: _hangs,
    Kind.DROPS: _drops,
    Kind.TRUNCATED: _truncated,
    Kind.HTML: _html,
    Kind.ERROR: _error,
}
