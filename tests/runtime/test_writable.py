"""A disk that is full, or a file that became read-only, is noticed: both can still be read."""

import asyncio
import resource
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from runtime import tables
from runtime.cannot_start import CannotStart
from runtime.doctor.outbox import examined
from runtime.health import Health
from runtime.write_probe import EVERY_SECONDS, WriteProbe, beat
from scheduler.jobs import Job, RecurringJobs
from slackapp import database as databases
from slackapp import outbox
from slackapp.clock import SystemClock
from slackapp.database import Database


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(databases.connect(database_url), SystemClock(), outbox.put)
    yield database
    database.close()


@contextmanager
def full_disk(database: Database) -> Iterator[None]:
    """No file may grow any more, while the app is at work."""
    database.run_now(beat)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@contextmanager
def read_only(database: Database) -> Iterator[None]:
    """Nobody may write, on either kind of database."""
    database.engine.dispose()
    words = "PRAGMA query_only=ON" if database.is_sqlite else "SET default_transaction_read_only = on"

    def forbid(connection: object, _: object) -> None:
        cursor = connection.cursor()  # type: ignore[attr-defined]
        cursor.execute(words)
        cursor.close()
        connection.commit()  # type: ignore[attr-defined]

    event.listen(database.engine, "connect", forbid)
    yield
    event.remove(database.engine, "connect", forbid)
    database.engine.dispose()


@contextmanager
def opened(url: str) -> Iterator[None]:
    with tables.opened(url, SystemClock()):
        yield


async def nothing() -> None:
    pass


def checks(database: Database) -> dict[str, bool | None]:
    jobs = RecurringJobs([Job("tick", nothing, 1), Job("deliver", nothing, 1)])
    return dict(asyncio.run(Health(database, jobs).checks()))


def test_a_database_that_takes_a_write_is_well(database: Database) -> None:
    assert checks(database)["writable"]


def test_a_database_that_became_read_only_is_not_ready(database: Database) -> None:
    with read_only(database):
        told = checks(database)
    assert (told["database"], told["migrations"], told["writable"]) == (True, True, False)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_full_disk_is_not_ready(database: Database) -> None:
    with full_disk(database):
        told = checks(database)
    assert (told["database"], told["migrations"], told["writable"]) == (True, True, False)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_on_a_full_disk_it_does_not_start(database: Database, database_url: str) -> None:
    with full_disk(database), pytest.raises(CannotStart, match="cannot be written"), opened(database_url):
        pass


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_doctor_finds_a_full_disk(database: Database, database_url: str) -> None:
    with full_disk(database):
        found = examined(database_url, SystemClock())
    (trouble,) = [each for each in found if each.is_trouble]
    assert trouble.what.startswith("The database takes no write")


def test_it_is_not_tried_each_time_and_tried_again_later(database: Database) -> None:
    seconds = [0.0]
    writable = WriteProbe(database, lambda: seconds[0])

    async def told() -> list[bool | None]:
        answers = [await writable.answer()]
        with read_only(database):
            answers.append(await writable.answer())
            seconds[0] += EVERY_SECONDS
            answers.append(await writable.answer())
        seconds[0] += EVERY_SECONDS
        return [*answers, await writable.answer()]

    assert asyncio.run(told()) == [True, True, False, True]
