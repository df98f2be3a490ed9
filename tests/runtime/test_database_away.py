"""PostgreSQL is away for a while: what does not need it is told, and the log stays short."""

import asyncio
import json
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import make_url

from sandbox import APP_TOKEN, Sandbox
from slackapp.clock import SystemClock
from tests.runtime import process
from tests.runtime.process import Process
from tests.stories.driver import Loop

pytestmark = pytest.mark.postgresql
LONG = 6.0
"""Seconds in which the jobs of the background fail about twenty times, or less often on a slow machine."""
FEW = 10
"""The connection may be found lost in several places, each of which is told once."""


class Wire:
    """Between the app and its database; while it is cut nobody gets through."""

    def __init__(self, far: Path) -> None:
        self._far = far
        self._writers: list[asyncio.StreamWriter] = []
        self.is_cut = False

    async def opens(self) -> int:
        """The port."""
        self._server = await asyncio.start_server(self._carries, "127.0.0.1", 0)
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    async def closes(self) -> None:
        await self.cuts()
        self._server.close()

    async def cuts(self) -> None:
        self.is_cut = True
        for writer in self._writers:
            writer.close()

    async def _carries(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.is_cut:
            writer.close()
            return
        far_reader, far_writer = await asyncio.open_unix_connection(self._far)
        self._writers += [writer, far_writer]
        with suppress(ConnectionError):
            await asyncio.gather(_carry(reader, far_writer), _carry(far_reader, writer))


async def _carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError):
        while data := await reader.read(65_536):
            writer.write(data)
    writer.close()


@pytest.fixture
def wire(loop: Loop, postgresql_url: str) -> Iterator[Wire]:
    wire = Wire(Path(str(make_url(postgresql_url).query["host"])) / ".s.PGSQL.5432")
    yield wire
    loop.run(wire.closes())


@pytest.fixture
def running(loop: Loop, wire: Wire, postgresql_url: str, tmp_path: Path) -> Iterator[Process]:
    """The app on a database behind the wire."""
    manifest = json.loads((process.HOUSE / "manifest.json").read_text(encoding="utf-8"))
    sandbox = Sandbox(SystemClock(), manifest=manifest)
    token = sandbox.workspace().installation.token
    loop.run(sandbox.start())
    url = make_url(postgresql_url).set(host="127.0.0.1", port=loop.run(wire.opens()), query={})
    running = process.started(
        tmp_path,
        SLACK_BOT_TOKEN=token,
        SLACK_APP_TOKEN=APP_TOKEN,
        SLACK_API_URL=sandbox.api_url,
        DATABASE_URL=url.render_as_string(hide_password=False),
    )
    yield running
    running.kill()
    loop.run(sandbox.stop())


def test_its_figures_are_told_without_it_and_its_errors_once(running: Process, wire: Wire, loop: Loop) -> None:
    address = running.becomes_ready()
    assert "afspraak_outbox_messages" in process.gets(address, "/metrics", 'job="tick"')
    loop.run(wire.cuts())
    figures = process.gets(address, "/metrics")
    while _age(figures) < LONG:
        threading.Event().wait(0.1)
        figures = process.gets(address, "/metrics")
    assert "afspraak_payloads" in figures
    assert "afspraak_outbox_messages" not in figures
    assert process.get(address, "/readyz")[0] == 503
    assert 0 < len([event for event in running.events if "exception" in event]) < FEW


def _age(figures: str) -> float:
    """Seconds since the tick last worked."""
    (line,) = [line for line in figures.splitlines() if line.startswith('afspraak_job_age_seconds{job="tick"}')]
    return float(line.split()[-1])
