"""The HTTP server."""

import asyncio
import socket
from collections.abc import AsyncIterator, Generator
from contextlib import asynccontextmanager, contextmanager, suppress
from itertools import count

import uvicorn
from starlette.types import ASGIApp

from runtime.cannot_start import CannotStart


class Server(uvicorn.Server):
    """uvicorn, which leaves the signals to the app: there is more to finish than requests."""

    def __init__(self, config: uvicorn.Config) -> None:
        """It serves until it is told to `stop`."""
        super().__init__(config)
        self._asked_to_stop = asyncio.Event()

    def stop(self) -> None:
        """Take no new request; those that were begun are finished."""
        self.should_exit = True
        self._asked_to_stop.set()

    async def main_loop(self) -> None:
        """The same at one tick a second, and without a tick's delay at the end."""
        ticks = count(10, 10)
        while not self._asked_to_stop.is_set():
            await self.on_tick(next(ticks))
            with suppress(TimeoutError):
                await asyncio.wait_for(self._asked_to_stop.wait(), 1)

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Capture none."""
        yield


@asynccontextmanager
async def served(site: ASGIApp, host: str, port: int) -> AsyncIterator[str]:
    """Serve until the block ends, then finish what was begun; the address. CannotStart where the port is taken."""
    listener = _listening(host, port)
    # Its own log is off: ours goes through structlog, and an access log would tell who did what when.
    server = Server(uvicorn.Config(site, log_config=None, access_log=False, lifespan="off", server_header=False))
    task = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        yield f"http://{host}:{listener.getsockname()[1]}"
    finally:
        server.stop()
        await task


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as failure:
        raise CannotStart(f"HOST {host}, PORT {port} cannot be listened on: {failure.strerror}.") from failure
