"""A post office for one example among many: its own file, its own Slack, and no waiting for the disk."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from aiohttp import ClientSession
from sqlalchemy import Engine, event

from sandbox import Sandbox
from slackapp import outbox
from slackapp.clock import MovableClock
from slackapp.database import Database, connect
from tests.delivery.conftest import MONDAY_MORNING
from tests.delivery.office import Office
from tests.stories.driver import Loop


@contextmanager
def opened(loop: Loop, template: Path, files: Iterator[Path]) -> Iterator[Office]:
    file, clock = next(files), MovableClock(MONDAY_MORNING)
    shutil.copy(template, file)
    database, sandbox = Database(in_a_hurry(f"sqlite:///{file}"), clock, outbox.put), Sandbox(clock)
    loop.run(sandbox.start())
    session, slack = loop.run(_session()), sandbox.workspace()
    yield Office(sandbox, clock, slack, database, session, slack.channel("design", with_app=True))
    loop.run(session.close())
    loop.run(sandbox.stop())
    database.close()


def in_a_hurry(url: str) -> Engine:
    """No machine loses its power here, so that nothing need wait for a disk."""
    engine = connect(url)
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous=OFF"))
    return engine


async def _session() -> ClientSession:
    return ClientSession()
