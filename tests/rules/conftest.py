from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from slackapp import outbox
from slackapp.clock import MovableClock
from slackapp.database import Database, connect
from tests.rules.company import Company

MONDAY_MORNING = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(MONDAY_MORNING)


@pytest.fixture
def company(database_url: str, clock: MovableClock) -> Iterator[Company]:
    """The organisation of the tests, once on each database."""
    database = Database(connect(database_url), clock, outbox.put)
    yield Company.founded(database)
    database.close()
