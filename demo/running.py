"""Starting the sandbox, and in it the app just as it runs for Slack: Socket Mode, SQLite, all jobs."""

import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import SecretStr

from demo import calendar, history, organisation, tips
from demo.organisation import Organisation
from demo.scene import Scene
from demo.stories import FIRST_DAY, HISTORY
from demo.stories.line import Line
from runtime import lifecycle, registry, stop_signals, time_travel
from runtime.assembly import Afspraak, built
from runtime.cannot_start import CannotStart
from sandbox import APP_TOKEN, Sandbox
from sandbox.clock import TravellingClock
from sandbox.page import CannotTravel, Page
from slackapp.clock import SystemClock
from slackapp.config import ConnectedSettings
from slackapp.queries import teams
from slackapp.slack.manifest import manifest
from slackapp.slack.socket import Socket

PATIENCE = 30.0
"""Seconds that everything before the opening may wait for the app, where Slack has three: a machine may be slow."""


@dataclass
class Demo:
    """The workspace, its clock, and the app once it is there."""

    sandbox: Sandbox
    clock: TravellingClock
    app: Afspraak | None = None

    async def travel(self, moment: datetime) -> None:
        """Let time pass until then, with everything that is due on the way. CannotTravel where it does not end."""
        if self.app is None:
            raise CannotTravel("Polder & Co is still being set up.")
        try:
            await time_travel.until(self.app, self.clock, moment, self.sandbox.settle)
        except time_travel.NoRest as endless:
            raise CannotTravel("The app did not come to rest on the way. Let Slack behave well first.") from endless


async def run(port: int, keep: str | None = None) -> None:
    """Show the workspace at one address until a signal asks to stop. `keep` names a file for the app's database."""
    asked_to_stop = stop_signals.on_signals()
    # Who tries it out looks at the page: the terminal keeps the address in sight.
    logging.getLogger().setLevel(logging.WARNING)
    print("Polder & Co lives through three weeks, a few seconds …", flush=True)  # noqa: T201
    async with opened(port, keep) as demo:
        print(f"Polder & Co is open at {demo.sandbox.address} (Ctrl-C ends it)", flush=True)  # noqa: T201
        await asked_to_stop.wait()


@asynccontextmanager
async def opened(
    port: int, keep: str | None = None, *, at: datetime | None = None, lines: Sequence[Line] = HISTORY
) -> AsyncIterator[Demo]:
    """The demo until the block ends. It opens at `at`, or now; the `lines` are what happened before."""
    registry.open_doors()
    opening = calendar.opening(at or SystemClock().now())
    clock = TravellingClock(calendar.moment(opening, FIRST_DAY, "09:00"))
    demo = Demo(Sandbox(clock, manifest=manifest()), clock)
    polder = organisation.found(demo.sandbox)
    with TemporaryDirectory(prefix="afspraak-demo-") as folder:
        file = Path(keep) if keep else Path(folder) / "afspraak.db"
        async with _served(demo, polder, port), built(_settings(demo, polder, file), clock) as app:
            demo.app = app
            if await _is_new(app):
                await _live_through(demo, app, Scene(demo.sandbox, polder, demo.travel, opening), lines)
            clock.move_to(opening)
            clock.run()
            async with lifecycle.at_work(app):
                await demo.sandbox.socket.connected(within=PATIENCE)
                yield demo


def _settings(demo: Demo, polder: Organisation, file: Path) -> ConnectedSettings:
    """As an operator would set them; the page has the port that was asked for, so health and figures take any."""
    return ConnectedSettings(
        slack_bot_token=SecretStr(polder.workspace.installation.token),
        slack_app_token=SecretStr(APP_TOKEN),
        slack_api_url=demo.sandbox.api_url,
        database_url=f"sqlite:///{file}",
        port=0,
    )


@asynccontextmanager
async def _served(demo: Demo, polder: Organisation, port: int) -> AsyncIterator[None]:
    page = Page(demo.sandbox, demo.travel)
    page.welcome = tips.welcome(polder)
    try:
        await demo.sandbox.start(port)
    except OSError as taken:
        raise CannotStart(f"Port {port} is in use: choose another with --port.") from taken
    try:
        yield
    finally:
        await demo.sandbox.stop()


async def _is_new(app: Afspraak) -> bool:
    """Whether this database has not seen Polder & Co yet."""
    await app.refresh_directory()
    return not await app.database.read(teams.all, app.installations.all()[0].workspace_id)


async def _live_through(demo: Demo, app: Afspraak, scene: Scene, lines: Sequence[Line]) -> None:
    """All that was before, up to the moment at which the demo opens."""
    async with _listening(app, demo.sandbox):
        await history.live_through(scene, lines)
        await demo.travel(scene.opening)
    demo.sandbox.record.forget()


@asynccontextmanager
async def _listening(app: Afspraak, sandbox: Sandbox) -> AsyncIterator[None]:
    """The app hears Slack, and does by itself only what it is made to do: so it does the same each time."""
    socket = Socket(app.bolt, APP_TOKEN, app.metrics)
    usual, sandbox.socket.patience = sandbox.socket.patience, PATIENCE
    await socket.connect()
    await sandbox.socket.connected(within=PATIENCE)
    try:
        yield
    finally:
        await socket.drain()
        sandbox.socket.patience = usual
