"""The page's routes: what there is, what is to be seen now, what went over the wire, and what is done."""

import hashlib
import json
import secrets
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path

from aiohttp import web

from blockkit.ids import UserId
from sandbox.page import actions, inspector, time_travel
from sandbox.page.about import about
from sandbox.page.fault_switches import Switch
from sandbox.page.guard import only_local
from sandbox.page.shown import Looking, look, snapshot
from sandbox.page.welcome import Welcome
from sandbox.payload import Payload
from sandbox.sandbox import Sandbox
from sandbox.visitors import NotThere, Visitor
from sandbox.web.upload import content_of

Travel = Callable[[datetime], Awaitable[None]]
FILES = Path(__file__).parent / "files"


class CannotTravel(Exception):
    """Time could not go on; the text tells people why. The `travel` of a Page raises it."""


class Page:
    """Shows a sandbox to a browser. `travel` is how the app lets time pass up to a moment, which moves the clock.

    `welcome` can be set later, when the people are there. `patience` is how long a press waits for an app that
    cannot be reached, in seconds of real time.
    """

    def __init__(self, sandbox: Sandbox, travel: Travel, *, patience: float = 3.0) -> None:
        self.sandbox = sandbox
        self.travel = travel
        self.welcome = Welcome()
        self.switch = Switch(sandbox, patience)
        self._run = secrets.token_hex(8)
        self._visitors: dict[UserId, Visitor] = {}
        sandbox.serves(self.extend)

    def extend(self, app: web.Application) -> None:
        """Add the page to the sandbox's server."""
        app.middlewares.append(only_local)
        app.router.add_get("/", self._shell)
        app.router.add_get("/page/about", self._about)
        app.router.add_get("/page/state", self._state)
        app.router.add_get("/page/record", self._record)
        app.router.add_post("/page/do", self._do)
        app.router.add_get("/page/file/{file}", self._file)
        app.router.add_post("/page/file", self._hands_in)
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
        return web.FileResponse(FILES / "index.html")

    async def _about(self, _request: web.Request) -> web.Response:
        return web.json_response(about(self.sandbox, self.welcome, self._run))

    async def _state(self, request: web.Request) -> web.Response:
        """What is to be seen now, or 304 when that is what the browser shows already."""
        visitor = self.visitor(request.query.get("as") or self._first())
        looking = Looking(request.query.get("channel", ""), request.query.get("thread", ""))
        if "unseen" not in request.query:
            look(visitor, looking)
        body = json.dumps(snapshot(visitor, looking) | {"mischief": self.switch.at})
        tag = hashlib.sha256(body.encode()).hexdigest()[:16]
        if request.headers.get("If-None-Match") == tag:
            return web.Response(status=304)
        headers = {"ETag": tag, "Cache-Control": "no-store"}
        return web.Response(text=body, content_type="application/json", headers=headers)

    async def _record(self, request: web.Request) -> web.Response:
        visitor = self.visitor(request.query.get("as") or self._first())
        after = request.query.get("after", "0")
        return web.json_response(inspector.news(visitor, int(after) if after.isdecimal() else 0))

    async def _file(self, request: web.Request) -> web.Response:
        key = request.match_info["file"]
        return content_of(next((w.files[key] for w in self.sandbox.workspaces if key in w.files), None))

    async def _hands_in(self, request: web.Request) -> web.Response:
        """A file for a form: its bytes are the body."""
        if request.content_type != "application/octet-stream":
            raise web.HTTPUnsupportedMediaType
        visitor, content = self.visitor(request.query.get("as", "")), await request.read()
        return web.json_response(visitor.hands_in(request.query.get("name", ""), content).as_file())

    async def _do(self, request: web.Request) -> web.Response:
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType
        told: Payload = await request.json()
        visitor = self.visitor(told["as"])
        try:
            return web.json_response(await self._done(visitor, told))
        except (NotThere, CannotTravel) as missing:
            return web.json_response({"trouble": str(missing)})

    async def _done(self, visitor: Visitor, told: Payload) -> Payload:
        match told["deed"]:
            case "travels":
                await self.travel(time_travel.moment(visitor, told["to"]))
            case "misbehaves":
                self.switch.turn(told["how"])
            case deed:
                return await actions.DEEDS[deed](visitor, told)
        return {}

    def _first(self) -> UserId:
        people = (p.id for w in self.sandbox.workspaces for p in w.people.values() if not p.is_bot)
        return self.welcome.first or next(people, UserId(""))
