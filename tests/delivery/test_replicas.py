"""Several workers on one PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from aiohttp import ClientSession

from delivery.deliver import Deliverer
from sandbox import Sandbox
from slackapp import outbox
from slackapp.clock import MovableClock
from slackapp.database import Database, connect
from tests.delivery.office import SECOND, Office

pytestmark = [pytest.mark.anyio, pytest.mark.postgresql]


@pytest.fixture
async def workers(postgresql_url: str) -> AsyncIterator[tuple[Office, list[Deliverer]]]:
    clock = MovableClock(datetime(2026, 11, 23, 8, 0, tzinfo=UTC))
    databases = [Database(connect(postgresql_url), clock, outbox.put) for _ in range(3)]
    async with Sandbox(clock) as sandbox, ClientSession() as session:
        slack = sandbox.workspace()
        design = slack.channel("design", with_app=True)
        office = Office(sandbox, clock, slack, databases[0], session, design)
        yield office, [office.worker(f"worker {n}", database) for n, database in enumerate(databases)]
    for database in databases:
        database.close()


async def test_three_workers_post_everything_once_and_in_order(workers: tuple[Office, list[Deliverer]]) -> None:
    office, deliverers = workers
    channels = [office.slack.channel(f"team-{n}", with_app=True) for n in range(12)]
    for number in range(5):
        for channel in channels:
            office.says(f"{channel.name} {number}", to=channel)
    for _ in range(8):
        await asyncio.gather(*(each.once() for each in deliverers))
        office.clock.move(SECOND)
    assert [office.sees(channel) for channel in channels] == [
        [f"{channel.name} {number}" for number in range(5)] for channel in channels
    ]
    assert (office.posts(), office.count_is_right()) == (60, True)


async def test_one_due_message_is_posted_by_one_of_three(workers: tuple[Office, list[Deliverer]]) -> None:
    office, deliverers = workers
    office.says("one")
    counts = await asyncio.gather(*(each.once() for each in deliverers))
    assert (sum(counts), office.sees()) == (1, ["one"])
