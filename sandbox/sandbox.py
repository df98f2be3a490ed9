"""Simulated workspaces behind one real HTTP server, and one app that is told what happens in them."""

import asyncio
from collections.abc import Callable, Coroutine
from types import TracebackType
from typing import Self

from aiohttp import web

from sandbox import workspace as workspaces
from sandbox.clock import Clock
from sandbox.events import Happenings
from sandbox.faults import Faults
from sandbox.ids import Ids
from sandbox.manifest import Manifest
from sandbox.noise import Noise
from sandbox.parcel import Ack, Parcel
from sandbox.payload import Payload
from sandbox.people import Person
from sandbox.rate_limit import Pacing
from sandbox.record import Delivered, Record
from sandbox.server import Server
from sandbox.transport import Route, Signed, Socket
from sandbox.visitors import Visitor
from sandbox.workspace import Workspace

APP_TOKEN = "xapp-sandbox"  # noqa: S105  opens nothing but the sandbox


class Sandbox:
    """Use it with `async with`; then `api_url` is the base address for a Slack client.

    The app is reached by Socket Mode, unless `reaches` names its request URL. `event_retries` is how often an
    event that was not answered with 200 is sent again (at once; Slack takes up to five minutes). With `noise` it
    sends odd things besides.
    """

    def __init__(self, clock: Clock, *, manifest: Payload | None = None, burst: int = 1) -> None:
        self.clock = clock
        self.manifest = Manifest(manifest)
        self.workspaces: list[Workspace] = []
        self.record = Record()
        self.faults = Faults()
        self.pacing = Pacing(clock, burst)
        self.happenings = Happenings(self)
        self.socket = Socket(APP_TOKEN)
        self.route: Route = self.socket
        self.event_retries = 0
        self.noise: Noise | None = None
        self.address = ""
        self._ids = Ids()
        self._server = Server(self)
        self._loose: set[asyncio.Task[Ack]] = set()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def start(self, port: int = 0) -> None:
        """Listen on the loopback address; port 0 takes a free one."""
        self.address = await self._server.start(port)
        self.socket.address = self.address.replace("http", "ws", 1)

    async def stop(self) -> None:
        """Close every connection and forget what was still to be told."""
        for task in self._loose:
            task.cancel()
        await self.socket.cuts()
        await self._server.stop()

    @property
    def api_url(self) -> str:
        """The base address of the Web API, for `SLACK_API_URL` and `AsyncWebClient(base_url=…)`."""
        return f"{self.address}/api/"

    def workspace(self, name: str = "Polder & Co", domain: str = "polder") -> Workspace:
        """A new workspace in which the app is installed with the scopes of its manifest."""
        made = workspaces.found(self._ids, self.clock, name=name, domain=domain)
        made.installation.scopes = self.manifest.scopes
        self.workspaces.append(made)
        return made

    def workspace_of(self, team: str) -> Workspace:
        """The workspace with this id."""
        return next(w for w in self.workspaces if w.id == team)

    def visitor(self, person: Person) -> Visitor:
        """The hands and eyes of a person."""
        return Visitor(self, next(w for w in self.workspaces if w.people.get(person.id) is person), person)

    def reaches(self, url: str, secret: str, *, patience: float = 3.0) -> None:
        """Deliver by signed HTTP to this URL from now on, and wait so many seconds for an answer, as Slack does."""
        self.route = Signed(url, secret, patience=patience)

    def serves(self, extend: Callable[[web.Application], None]) -> None:
        """Add routes to the server before it starts: the page does."""
        self._server.extensions.append(extend)

    async def deliver(self, parcel: Parcel) -> Ack:
        """Send a payload to the app once and wait for its answer."""
        if self.noise:
            await self.noise.before(self, parcel)
            parcel = self.noise.varied(parcel)
        ack = await self.route.send(parcel)
        self.record.delivered.append(Delivered(self.clock.now(), parcel, ack))
        return ack

    async def deliver_event(self, parcel: Parcel, *, wait: bool = True) -> None:
        """Send an event, again where asked for, now or beside whatever else happens."""
        if wait:
            await self._with_retries(parcel)
        else:
            self._start(self._with_retries(parcel))

    async def settle(self) -> None:
        """Wait until everything that was told beside is answered."""
        while self._loose:
            await asyncio.gather(*self._loose)

    async def _with_retries(self, parcel: Parcel) -> Ack:
        ack = await self.deliver(parcel)
        while not ack.is_ok and parcel.attempt < self.event_retries:
            parcel = parcel.again("http_timeout" if ack.status == 0 else "http_error")
            ack = await self.deliver(parcel)
        return ack

    def _start(self, work: Coroutine[None, None, Ack]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._loose.add(task)
        task.add_done_callback(self._loose.discard)
