from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from aiohttp import ClientSession

from sandbox import Sandbox
from slackapp import outbox
from slackapp.clock import MovableClock
from slackapp.database import Database, connect
from tests.delivery.office import Office

MONDAY_MORNING = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[Office]:
    clock = MovableClock(MONDAY_MORNING)
    database = Database(connect(database_url), clock, outbox.put)
    async with Sandbox(clock) as sandbox, ClientSession() as session:
        slack = sandbox.workspace()
        yield Office(sandbox, clock, slack, database, session, slack.channel("design", with_app=True))
    database.close()
