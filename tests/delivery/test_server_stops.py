"""The database server is really stopped while the tick, the calls and the settling are at work (F16)."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest
from aiohttp import ClientSession
from sqlalchemy.orm import Session

from delivery import batch_settle
from sandbox import Sandbox
from sandbox.faults import Kind
from scheduler.jobs import Job, RecurringJobs
from scheduler.tick import Ticker
from slackapp import outbox
from slackapp.clock import MovableClock, now
from slackapp.database import Database, connect
from slackapp.ids import WorkspaceId
from slackapp.rules import timers
from tests import postgresql
from tests.delivery import server
from tests.delivery.conftest import MONDAY_MORNING
from tests.delivery.office import Office
from tests.delivery.server import Server
from tests.fire import invariants
from tests.logged import Log

pytestmark = [pytest.mark.anyio, pytest.mark.postgresql, pytest.mark.timeout(60)]

SPEED = 30
OFTEN = 0.05
LINES, ALARMS = 30, 20


class RunningClock(MovableClock):
    """Goes on by itself, so much faster than the wall's that a lease is over in seconds."""

    def __init__(self, start: datetime) -> None:
        super().__init__(start)
        self._began = time.monotonic()

    def now(self) -> datetime:
        return super().now() + timedelta(seconds=(time.monotonic() - self._began) * SPEED)


@pytest.fixture
def stoppable() -> Iterator[Server]:
    if postgresql.initdb() is None:
        pytest.skip("no PostgreSQL here: initdb is neither in PATH nor in /usr/lib/postgresql/*/bin")
    with server.running() as running:
        yield running


@pytest.fixture
async def office(stoppable: Server) -> AsyncIterator[Office]:
    clock = RunningClock(MONDAY_MORNING)
    database = Database(connect(stoppable.url), clock, outbox.put)
    async with Sandbox(clock) as sandbox, ClientSession() as session:
        slack = sandbox.workspace()
        yield Office(sandbox, clock, slack, database, session, slack.channel("design", with_app=True))
    database.close()


@dataclass
class Jobs:
    """The jobs of a worker, and how often each failed."""

    office: Office
    failures: Counter[str] = field(default_factory=Counter)

    def clockwork(self) -> RecurringJobs:
        ticker = Ticker(self.office.database, {"line": self._rings})
        work = {
            "tick": ticker.once,
            "deliver": self.office.deliverer.begin,
            "reconcile": self.office.reconciler.begin,
        }
        return RecurringJobs([Job(name, self._counted(name, each), OFTEN) for name, each in work.items()])

    def _counted(self, name: str, work: Callable[[], Awaitable[object]]) -> Callable[[], Awaitable[object]]:
        async def counted() -> None:
            try:
                await work()
            except Exception:
                self.failures[name] += 1
                raise

        return counted

    def _rings(self, session: Session, workspace_id: WorkspaceId, ref: int, _: str) -> None:
        outbox.say(session, workspace_id, self.office.design.id, "line", once=f"alarm {ref}", text=f"alarm {ref}")


async def test_the_server_is_stopped_and_nothing_is_lost_or_doubled(
    office: Office, stoppable: Server, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch_settle, "PAUSES", (0.1,) * 100)
    channels = [office.slack.channel(f"team-{n}", with_app=True) for n in range(3)]
    for number in range(LINES):
        office.says(f"line {number}", to=channels[number % 3])
    office.database.run_now(_set_alarms, office.id)
    # Slack has posted these, and its answer comes when the database is gone.
    office.fails(Kind.SLOW, worked=True, times=3, seconds=1.5, after=9)
    jobs = Jobs(office)
    clockwork = jobs.clockwork()
    clockwork.start()
    await _until(lambda: len(office.sandbox.record.calls("chat.postMessage", done=True)) >= 12)
    await asyncio.to_thread(stoppable.stop)
    await _until(lambda: jobs.failures["tick"] > 1 and jobs.failures["deliver"] > 1 and _settles_in_vain(log))
    await asyncio.to_thread(stoppable.start)
    await _until(lambda: office.states() == ["sent"] * (LINES + ALARMS))
    await clockwork.drain()
    await office.deliverer.ended()
    assert [office.sees(channel) for channel in channels] == [
        [f"line {number}" for number in range(first, LINES, 3)] for first in range(3)
    ]
    assert sorted(office.sees()) == sorted(f"alarm {ref}" for ref in range(ALARMS))
    assert office.database.read_now(invariants.broken, office.sandbox, office.slack) == []


def _set_alarms(session: Session, workspace_id: WorkspaceId) -> None:
    """Some ring before the server is stopped, some while it is away, and the others after."""
    for ref in range(ALARMS):
        at = now(session) + timedelta(seconds=5 * ref)
        timers.set(session, workspace_id, "line", ref, stage="", at=at)


def _settles_in_vain(log: Log) -> bool:
    return any(event["event"] == "the database does not answer" for event in log.events)


async def _until(holds: Callable[[], Any]) -> None:
    async with asyncio.timeout(60):
        while not holds():  # noqa: ASYNC110 - a server does it, which sets no event here
            await asyncio.sleep(OFTEN)
