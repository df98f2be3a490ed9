"""A machine that slept wakes with a connection to Slack that is gone, and nobody has told it: another is opened (F21).

What becomes of leases and of what was in hand is fought out in tests/fire, with the clock sent ahead meanwhile.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field

import pytest
from slack_bolt.async_app import AsyncApp

from sandbox import APP_TOKEN, Sandbox
from slackapp.clock import SystemClock
from slackapp.metrics import Metrics
from slackapp.slack.socket import Socket

OFTEN = 0.1
"""Seconds between two questions whether anybody is still there, where the SDK asks every five."""
PATIENCE = 60


@dataclass
class Wire:
    """Between the app and Slack; it can be cut so that neither side is told, as by a router that forgets."""

    port: int
    is_cut: bool = False
    connections: int = 0
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    async def carries(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        number = self.connections
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.port)
        ways = [(reader, far_writer), (far_reader, writer)]
        await asyncio.gather(*(self._carry(*way, number) for way in ways))

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, number: int) -> None:
        while data := await reader.read(65_536):
            if not (self.is_cut and number == 1):
                writer.write(data)
        writer.close()


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
async def wired() -> AsyncIterator[tuple[Sandbox, Wire]]:
    async with Sandbox(SystemClock()) as slack:
        slack.workspace()
        wire = Wire(int(slack.address.rpartition(":")[2]))
        server = await asyncio.start_server(wire.carries, "127.0.0.1", 0)
        slack.socket.address = f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        yield slack, wire
        server.close()


@pytest.mark.anyio
async def test_a_connection_that_died_without_a_word_is_found_out_and_replaced(wired: tuple[Sandbox, Wire]) -> None:
    slack, wire = wired
    app = AsyncApp(token=slack.workspaces[0].installation.token, request_verification_enabled=False)
    app.client.base_url = slack.api_url
    socket = Socket(app, APP_TOKEN, Metrics())
    socket._client.ping_interval = OFTEN
    async with AsyncExitStack() as closing:
        closing.push_async_callback(socket.drain)  # also of a test that failed: an open one keeps the server
        await socket.connect()
        await slack.socket.connected()
        before = slack.socket.connections[0]
        await _until(lambda: socket._client.last_ping_pong_time is not None)
        wire.is_cut = True
        await _until(lambda: wire.connections > 1)
        socket._client.ping_interval = PATIENCE  # a slow machine would find the new one dead too
        await slack.socket.connected()
        assert slack.socket.connections[-1] is not before
        assert await socket.is_connected()


async def _until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not holds():  # noqa: ASYNC110 - the SDK does it, which sets no event here
            await asyncio.sleep(OFTEN)
