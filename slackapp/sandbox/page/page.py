"""The page's routes, and who may use them."""

import hashlib
import json
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path

from aiohttp import web
from aiohttp.typedefs import Handler

from slackapp.ids import UserId
from slackapp.sandbox.page import deeds, journeys
from slackapp.sandbox.page.eyes import Looking, look, snapshot
from slackapp.sandbox.payload import Payload
from slackapp.sandbox.sandbox import Sandbox
from slackapp.sandbox.visitors import NotThere, Visitor

Travel = Callable[[datetime], Awaitable[None]]
FILES = Path(__file__).parent / "files"
LOCAL = {"127.0.0.1", "localhost"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data: http://127.0.0.1:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class Page:
    """Shows a sandbox to a browser. `travel` is how the app lets time pass up to a moment, which moves the clock."""

    def __init__(self, sandbox: Sandbox, travel: Travel) -> None:
        self.sandbox = sandbox
        self.travel = travel
        self._visitors: dict[UserId, Visitor] = {}
        sandbox.serves(self.extend)

    def extend(self, app: web.Application) -> None:
        """Add the page to the sandbox's server."""
        app.middlewares.append(only_local)
        app.router.add_get("/", self._shell)
        app.router.add_get("/page/state", self._state)
        app.router.add_post("/page/do", self._do)
        app.router.add_static("/page/files", FILES)

    def visitor(self, person: str) -> Visitor:
        """The hands and eyes of the person that the browser looks through."""
        user = UserId(person)
        if user not in self._visitors:
            found = next((w.people[user] for w in self.sandbox.workspaces if user in w.people), None)
            if found is None:
                raise web.HTTPNotFound(text="nobody has this id")
            self._visitors[user] = self.sandbox.visitor(found)
        return self._visitors[user]

    async def _shell(self, _request: web.Request) -> web.FileResponse:
        return web.FileResponse(FILES / "index.html", headers={"Content-Security-Policy": POLICY})

    async def _state(self, request: web.Request) -> web.Response:
        """What is to be seen now, or 304 when that is what the browser shows already."""
        visitor = self.visitor(request.query.get("as") or self._first())
        looking = Looking(request.query.get("channel", ""), request.query.get("thread", ""))
        look(visitor, looking)
        body = json.dumps(snapshot(visitor, looking))
        tag = hashlib.sha256(body.encode()).hexdigest()[:16]
        if request.headers.get("If-None-Match") == tag:
            return web.Response(status=304)
        headers = {"ETag": tag, "Cache-Control": "no-store"}
        return web.Response(text=body, content_type="application/json", headers=headers)

    async def _do(self, request: web.Request) -> web.Response:
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType
        told: Payload = await request.json()
        visitor = self.visitor(told["as"])
        try:
            return web.json_response(await self._done(visitor, told))
        except NotThere as missing:
            return web.json_response({"trouble": str(missing)})

    async def _done(self, visitor: Visitor, told: Payload) -> Payload:
        if told["deed"] != "travels":
            return await deeds.DEEDS[told["deed"]](visitor, told)
        await self.travel(journeys.moment(visitor, told["to"]))
        return {}

    def _first(self) -> UserId:
        people = (p for w in self.sandbox.workspaces for p in w.people.values())
        return next((p.id for p in people if not p.is_bot), UserId(""))


@web.middleware
async def only_local(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse other sites that point a browser here: by their own name for this machine, or from their pages."""
    host = request.host.rpartition(":")[0] or request.host
    origin = request.headers.get("Origin", "")
    foreign = origin and origin != f"http://{request.host}"
    if request.path.startswith("/page") and (host not in LOCAL or foreign):
        raise web.HTTPForbidden(text="this page is for this machine only")
    return await handler(request)
