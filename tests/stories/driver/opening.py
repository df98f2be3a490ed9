"""Opening a house: the workspace, the app on a database, and the way between them."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime

from pydantic import SecretStr
from starlette.applications import Starlette

from slackapp.clock import MovableClock
from slackapp.config import ConnectedSettings
from slackapp.running import words
from slackapp.running.afspraak import Afspraak, built
from slackapp.running.background import clockwork
from slackapp.running.health import Health
from slackapp.running.serving import served
from slackapp.running.web import site
from slackapp.sandbox import APP_TOKEN, Sandbox
from slackapp.sandbox.noise import Noise
from slackapp.sandbox.workspace import Workspace
from slackapp.slack.http import PATH
from slackapp.slack.manifest import manifest
from slackapp.slack.socket import Socket
from tests.stories.driver.house import AMSTERDAM, House
from tests.stories.driver.loop import Loop

TUESDAY_MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=AMSTERDAM)
PATIENCE = 20
"""Seconds, where Slack has three: what is slow on a busy machine is no failure of the app."""
NOISE: int | None = None
"""The seed of the sandbox's random mode; None for none."""
SECRET = "the-signing-secret-of-the-stories"


@asynccontextmanager
async def opened(loop: Loop, database_url: str, connection: str) -> AsyncIterator[House]:
    """`connection` is "http" or "socket"."""
    words.open_doors()
    clock = MovableClock(TUESDAY_MORNING)
    async with Sandbox(clock, manifest=manifest()) as sandbox, AsyncExitStack() as running:
        sandbox.noise = Noise(NOISE) if NOISE is not None else None
        workspace = sandbox.workspace()
        settings = _settings(sandbox, workspace, database_url, connection)
        app, address = await _started(running, settings, clock, sandbox, connection)
        yield House(loop, sandbox, workspace, app, clock, address, running)


async def restarted(house: House, between: Callable[[], object]) -> None:
    """The app stops, an operator does this, and it starts again in the same workspace."""
    await house.running.aclose()
    await asyncio.to_thread(between)
    connection = house.app.settings.connection
    house.app, house.address = await _started(house.running, house.app.settings, house.clock, house.sandbox, connection)


async def _started(
    running: AsyncExitStack, settings: ConnectedSettings, clock: MovableClock, sandbox: Sandbox, connection: str
) -> tuple[Afspraak, str]:
    app = await running.enter_async_context(built(settings, clock))
    address = await running.enter_async_context(served(_site(app), "127.0.0.1", 0))
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
    return site(app, Health(app.database, clockwork(app)), takes_slack=True)


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
