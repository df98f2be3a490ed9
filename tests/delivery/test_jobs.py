"""The jobs run, again and again, apart from each other, and stop in good order."""

import asyncio
from datetime import datetime, timedelta, tzinfo

import pytest
from apscheduler.executors import base as executing
from apscheduler.schedulers import base as scheduling
from apscheduler.triggers import interval

from scheduler import jobs
from scheduler.jobs import Job, RecurringJobs
from slackapp import clock as telling
from slackapp.clock import SystemClock

pytestmark = pytest.mark.anyio
SOON = 0.02
PATIENCE = 60


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


class Work:
    """Counts how often it ran, and how many at once."""

    def __init__(self, *, is_held: bool = False) -> None:
        self.runs, self.ended = 0, 0
        self.begun, self.often, self.may_end = asyncio.Event(), asyncio.Event(), asyncio.Event()
        if not is_held:
            self.may_end.set()

    async def __call__(self) -> None:
        self.runs += 1
        self.begun.set()
        if self.runs == 3:
            self.often.set()
        await self.may_end.wait()
        self.ended += 1


class Wall(datetime):
    """The machine's clock, for whoever asks it; the monotonic one is left alone."""

    ahead = timedelta(0)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        return datetime.now(tz) + cls.ahead  # noqa: TID251 - it is the clock


async def fails() -> None:
    raise ZeroDivisionError


async def test_jobs_run_again_and_again() -> None:
    work = Work()
    clock = RecurringJobs([Job("work", work, SOON)])
    clock.start()
    await asyncio.wait_for(work.often.wait(), PATIENCE)
    await clock.drain()
    assert work.ended == work.runs


async def test_a_job_that_fails_stops_no_other_and_has_no_age() -> None:
    work = Work()
    clock = RecurringJobs([Job("fails", fails, SOON), Job("work", work, SOON)])
    clock.start()
    await asyncio.wait_for(work.often.wait(), PATIENCE)
    await clock.drain()
    ages = clock.ages()
    assert (ages["fails"], ages["work"] is not None) == (None, True)


async def test_a_job_never_overlaps_itself() -> None:
    slow, quick = Work(is_held=True), Work()
    clock = RecurringJobs([Job("slow", slow, SOON), Job("quick", quick, SOON)])
    clock.start()
    await asyncio.wait_for(quick.often.wait(), PATIENCE)
    assert slow.runs == 1
    slow.may_end.set()
    await clock.drain()


async def test_draining_waits_for_what_runs_and_starts_nothing_new() -> None:
    work = Work(is_held=True)
    clock = RecurringJobs([Job("work", work, SOON)])
    clock.start()
    await asyncio.wait_for(work.begun.wait(), PATIENCE)
    draining = asyncio.create_task(clock.drain())
    await asyncio.sleep(0)
    assert not draining.done()
    work.may_end.set()
    await draining
    assert (work.runs, work.ended) == (1, 1)


async def test_a_clock_that_was_put_back_an_hour_does_not_stop_the_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(jobs, "WATCH_SECONDS", SOON)
    monkeypatch.setattr(jobs, "OVERDUE_SECONDS", SOON)
    work = Work()
    clock = RecurringJobs([Job("work", work, SOON)])
    clock.start()
    await asyncio.wait_for(work.often.wait(), PATIENCE)
    work.often.clear()
    work.runs = 0
    clock._scheduler.modify_job("work", next_run_time=SystemClock().now() + timedelta(hours=1))
    await asyncio.wait_for(work.often.wait(), PATIENCE)
    await clock.drain()


@pytest.mark.parametrize("steps", [(-1, 25), (24, -25), (240,)])
async def test_the_machines_clock_is_put_back_and_forward_and_the_work_goes_on(
    monkeypatch: pytest.MonkeyPatch, steps: tuple[int, ...]
) -> None:
    """F21: by so many hours, while the jobs run."""
    monkeypatch.setattr(jobs, "WATCH_SECONDS", SOON)
    monkeypatch.setattr(jobs, "OVERDUE_SECONDS", SOON)
    monkeypatch.setattr(Wall, "ahead", timedelta(0))
    for module in (scheduling, executing, interval, telling):
        monkeypatch.setattr(module, "datetime", Wall)
    work = Work()
    clock = RecurringJobs([Job("work", work, SOON)])
    clock.start()
    for hours in (0, *steps):
        Wall.ahead += timedelta(hours=hours)
        work.runs = 0
        work.often.clear()
        await asyncio.wait_for(work.often.wait(), PATIENCE)
    await clock.drain()


async def test_what_never_started_is_drained_at_once() -> None:
    await RecurringJobs([]).drain()
