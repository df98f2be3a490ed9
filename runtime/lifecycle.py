"""A process from its start to its end: what it opens, in which order, and what it finishes before it goes.

Leaving goes the other way round: first nothing new comes in, then what runs in the background ends, then the
connections are given back.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import structlog

from runtime import background_jobs, first_directory, installing, stop_signals
from runtime.assembly import Afspraak, built
from runtime.health import Health
from runtime.installing import Away
from runtime.serving import served
from runtime.web import site
from scheduler.jobs import RecurringJobs
from slackapp.clock import Clock
from slackapp.config import ConnectedSettings
from slackapp.slack.socket import Socket

log = structlog.get_logger()


async def run(settings: ConnectedSettings, clock: Clock, *, takes_slack: bool = True) -> None:
    """Work until a signal asks to stop. Without `takes_slack` only in the background, beside processes that do."""
    asked_to_stop = stop_signals.on_signals()
    async with built(settings, clock) as app:
        await first_directory.everybody(app)
        async with at_work(app, takes_slack=takes_slack) as address:
            log.info("ready", address=address, connection=settings.connection if takes_slack else "none")
            await asked_to_stop.wait()
    log.info("stopped")


@asynccontextmanager
async def at_work(app: Afspraak, *, takes_slack: bool = True) -> AsyncIterator[str]:
    """The app at work until the block ends; the address of its HTTP server."""
    settings = app.settings
    async with _ticking(app) as jobs, _connected(app, takes_slack=takes_slack) as socket:
        health = Health(app.database, jobs, socket, away=lambda: app.connecting.away)
        async with (
            served(site(app, health, takes_slack=takes_slack), settings.host, settings.port) as address,
            _connecting(app, socket),
        ):
            yield address


@asynccontextmanager
async def _connecting(app: Afspraak, socket: Socket | None) -> AsyncIterator[None]:
    # Not waited for without end: while Slack cannot be reached, /readyz must be there to say so.
    connecting = asyncio.create_task(_connect(app, socket))
    await asyncio.wait({connecting}, timeout=0 if app.connecting.away else 5)
    try:
        yield
    finally:
        connecting.cancel()
        await asyncio.wait({connecting})


async def _connect(app: Afspraak, socket: Socket | None) -> None:
    """Open the socket as soon as it is known which workspace will speak through it."""
    while app.connecting.away:  # noqa: ASYNC110 - asked for again by a job of its own
        await asyncio.sleep(0.5)
    if socket:
        await socket.connect()


@asynccontextmanager
async def _ticking(app: Afspraak) -> AsyncIterator[RecurringJobs]:
    jobs = background_jobs.recurring(app)
    jobs.start()
    try:
        yield jobs
    finally:
        await jobs.drain()
        await app.ended()


@asynccontextmanager
async def _connected(app: Afspraak, *, takes_slack: bool) -> AsyncIterator[Socket | None]:
    token = app.settings.slack_app_token
    if token is None or not takes_slack:
        yield None
        return
    with suppress(Away):  # the socket is opened when Slack is back
        await installing.check_app_token(app.client, token.get_secret_value())
    socket = Socket(app.bolt, token.get_secret_value(), app.metrics)
    try:
        yield socket
    finally:
        await socket.drain()
