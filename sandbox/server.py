"""The HTTP server of the sandbox: loopback only."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.web import api, response_url, upload

if TYPE_CHECKING:
    from sandbox.sandbox import Sandbox

LOOPBACK = "127.0.0.1"
LARGEST = 10 * 2**20
"""In bytes: what Slack takes as a file of a form."""


class Server:
    """Web API, Socket Mode, response addresses, and what else is added before it starts."""

    def __init__(self, sandbox: "Sandbox") -> None:
        self.sandbox = sandbox
        self.extensions: list[Callable[[web.Application], None]] = []
        self._runner: web.AppRunner | None = None

    async def start(self, port: int) -> str:
        """Listen, and return the address."""
        # A client that gives up cancels its call: a call that hangs on purpose ends with it.
        self._runner = web.AppRunner(self._app(), handler_cancellation=True, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, LOOPBACK, port).start()
        return f"http://{LOOPBACK}:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """Stop listening."""
        if self._runner:
            await self._runner.cleanup()

    def _app(self) -> web.Application:
        app = web.Application(client_max_size=LARGEST)
        app.router.add_route("*", "/api/{method}", self._api)
        app.router.add_post("/response/{key}", self._response)
        app.router.add_post("/upload/{file}", self._upload)
        app.router.add_get("/upload/{file}", self._download)
        app.router.add_get("/socket", self.sandbox.socket.serve)
        for extend in self.extensions:
            extend(app)
        return app

    async def _api(self, request: web.Request) -> web.StreamResponse:
        return await api.answer(self.sandbox, request)

    async def _response(self, request: web.Request) -> web.StreamResponse:
        return await response_url.answer(self.sandbox, request)

    async def _upload(self, request: web.Request) -> web.StreamResponse:
        return await upload.answer(self.sandbox, request)

    async def _download(self, request: web.Request) -> web.StreamResponse:
        return upload.give(self.sandbox, request)
