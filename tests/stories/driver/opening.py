"""Opening a house: the workspace, the app on a database, and the way between them."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from datetime import datetime

from pydantic import SecretStr
from starlette.applications import Starlette
from starlette.types import ASGIApp, Receive, Scope, Send

from runtime import registry
from runtime.assembly import Afspraak, built
from runtime.background_jobs import recurring
from runtime.health import Health
from runtime.serving import served
from runtime.web import site
from sandbox import APP_TOKEN, Sandbox
from sandbox.noise import Noise
from sandbox.workspace import Workspace
from slackapp.clock import MovableClock
from slackapp.config import ConnectedSettings
from slackapp.slack.http import PATH
from slackapp.slack.manifest import manifest
from slackapp.slack.socket import Socket
from tests.stories.driver.house import AMSTERDAM, House
from tests.stories.driver.loop import Loop

TUESDAY_MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=AMSTERDAM)
PATIENCE = 60
"""Seconds, where Slack has three: what is slow on a busy machine is no failure of the app."""
NOISE: int | None = None
"""The seed of the sandbox's random mode; None for none."""
SECRET = "the-signing-secret-of-the-stories"


class Door:
    """One HTTP server for all stories: to start and stop one for each costs more than many a story."""

    def __init__(self) -> None:
        self.address = ""
        self._site: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        assert self._site, "no story is told"
        await self._site(scope, receive, send)

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[None]:
        async with served(self, "127.0.0.1", 0) as self.address:
            yield

    @contextmanager
    def leads_to(self, site: Starlette) -> Iterator[str]:
        self._site = site
        yield self.address
        self._site = None


@asynccontextmanager
async def opened(loop: Loop, database_url: str, connection: str, door: Door | None = None) -> AsyncIterator[House]:
    """`connection` is "http" or "socket". Without a door it has one of its own."""
    registry.open_doors()
    clock = MovableClock(TUESDAY_MORNING)
    async with Sandbox(clock, manifest=manifest()) as sandbox, AsyncExitStack() as running:
        sandbox.noise = Noise(NOISE) if NOISE is not None else None
        workspace = sandbox.workspace()
        settings = _settings(sandbox, workspace, database_url, connection)
        app, address = await _started(running, settings, clock, sandbox, connection, door)
        yield House(loop, sandbox, workspace, app, clock, address, running)


async def restarted(house: House, between: Callable[[], object]) -> None:
    """The app stops, an operator does this, and it starts again in the same workspace."""
    await house.running.aclose()
    await asyncio.to_thread(between)
    connection = house.app.settings.connection
    house.app, house.address = await _started(house.running, house.app.settings, house.clock, house.sandbox, connection)


async def _started(
    running: AsyncExitStack,
    settings: ConnectedSettings,
    clock: MovableClock,
    sandbox: Sandbox,
    connection: str,
    door: Door | None = None,
) -> tuple[Afspraak, str]:
    app = await running.enter_async_context(built(settings, clock))
    if door is None:
        door = Door()
        await running.enter_async_context(door.opened())
    address = running.enter_context(door.leads_to(_site(app)))
    await running.enter_async_context(_connected(app, sandbox, address, connection))
    return app, address


def _settings(sandbox: Sandbox, workspace: Workspace, database_url: str, connection: str) -> ConnectedSettings:
    return ConnectedSettings(
        slack_bot_token=SecretStr(workspace.installation.token),
        slack_signing_secret=SecretStr(SECRET),
        slack_app_token=SecretStr(APP_TOKEN) if connection == "socket" else None,
        slack_api_url=sandbox.api_url,
        database_url=database_url,
        _env_file=None,
    )


def _site(app: Afspraak) -> Starlette:
    return site(app, Health(app.database, recurring(app)), takes_slack=True)


@asynccontextmanager
async def _connected(app: Afspraak, sandbox: Sandbox, address: str, connection: str) -> AsyncIterator[None]:
    if connection == "http":
        sandbox.reaches(address + PATH, SECRET, patience=PATIENCE)
        yield
        return
    socket = Socket(app.bolt, APP_TOKEN, app.metrics)
    await socket.connect()
    await sandbox.socket.connected()
    sandbox.socket.patience = PATIENCE
    yield
    await socket.drain()
