"""A process says how it is, part by part."""

import asyncio
import threading
from collections.abc import Iterator, Mapping

import pytest
from sqlalchemy.orm import Session

from runtime import probes
from runtime.background_jobs import Daily
from runtime.gauges import Stored
from runtime.health import Health
from runtime.probes import Probe
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


async def nothing() -> None:
    pass


async def fails() -> None:
    raise RuntimeError


def idle() -> RecurringJobs:
    return RecurringJobs([Job("tick", nothing, 1), Job("deliver", nothing, 1)])


async def once_round(jobs: RecurringJobs, health: Health) -> dict[str, bool | None]:
    jobs.start()
    while jobs.ages()["tick"] is None:  # noqa: ASYNC110 - it tells by its figures
        await asyncio.sleep(0)
    checks = dict(await health.checks())
    await jobs.drain()
    return checks


def test_a_job_that_was_never_done_is_not_well(database: Database) -> None:
    checks = asyncio.run(Health(database, idle()).checks())
    assert checks == {"database": True, "migrations": True, "writable": True, "tick": False, "deliver": False}


def test_a_job_that_fails_is_not_well_and_the_others_are(database: Database) -> None:
    jobs = RecurringJobs([Job("tick", nothing, 1), Job("deliver", fails, 1)])
    checks = asyncio.run(once_round(jobs, Health(database, jobs)))
    assert (checks["tick"], checks["deliver"]) == (True, False)


@pytest.mark.parametrize(("version", "is_well"), [("0003", False), ("of tomorrow", True)])
def test_tables_that_are_too_old_are_told_and_later_ones_do(database: Database, version: str, *, is_well: bool) -> None:
    """A later release has migrated, and its replicas take over one after the other (F28)."""
    with database.engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{version}'")
    assert asyncio.run(Health(database, idle()).checks())["migrations"] is is_well


def test_a_database_that_is_gone_is_told(sqlite_url: str) -> None:
    nowhere = sqlite_url.replace("afspraak.db", "no/such/folder/afspraak.db")
    database = Database(databases.connect(nowhere), SystemClock(), outbox.put)
    checks = asyncio.run(Health(database, idle()).checks())
    database.close()
    assert (checks["database"], checks["migrations"]) == (False, False)


def _hold(session: Session, begun: threading.Event, may_end: threading.Event) -> None:
    begun.set()
    may_end.wait(60)


def test_health_does_not_wait_behind_work(database: Database) -> None:
    begun, may_end = threading.Event(), threading.Event()

    async def ask() -> tuple[Mapping[str, bool | None], Stored | None]:
        busy = [asyncio.create_task(database.read(_hold, begun, may_end)) for _ in range(20)]
        await asyncio.to_thread(begun.wait)
        health = Health(database, idle())
        told = await health.checks(), await health.stored()
        may_end.set()
        await asyncio.gather(*busy)
        return told

    checks, figures = asyncio.run(ask())
    assert (checks["database"], checks["migrations"], figures is None) == (True, True, False)


def test_what_is_not_answered_in_time_is_unknown_and_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probes, "PATIENCE_SECONDS", 0.01)
    may_end, asked = threading.Event(), list[bool]()

    def hangs() -> bool:
        asked.append(True)
        return may_end.wait(60)

    async def ask() -> list[bool | None]:
        probe = Probe(hangs)
        told = [await probe.answer() for _ in range(3)]
        may_end.set()
        while (last := await probe.answer()) is None:
            pass
        return [*told, last]

    assert (asyncio.run(ask()), len(asked)) == ([None, None, None, True], 1)


def test_a_day_that_began_badly_is_tried_again_and_a_good_one_is_not() -> None:
    tries: list[bool] = []

    async def works_the_second_time() -> None:
        tries.append(True)
        if len(tries) == 1:
            raise RuntimeError

    async def three_times() -> None:
        daily = Daily(works_the_second_time)
        with pytest.raises(RuntimeError):
            await daily.once()
        await daily.once()
        await daily.once()

    asyncio.run(three_times())
    assert len(tries) == 2
