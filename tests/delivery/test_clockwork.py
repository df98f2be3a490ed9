"""The jobs run, again and again, apart from each other, and stop in good order."""

import asyncio
from datetime import timedelta

import pytest

from scheduler import clockwork
from scheduler.clockwork import Clockwork, Job
from slackapp.clock import SystemClock

pytestmark = pytest.mark.anyio
SOON = 0.02


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


async def fails() -> None:
    raise ZeroDivisionError


async def test_jobs_run_again_and_again() -> None:
    work = Work()
    clock = Clockwork([Job("work", work, SOON)])
    clock.start()
    await asyncio.wait_for(work.often.wait(), 5)
    await clock.drain()
    assert work.ended == work.runs


async def test_a_job_that_fails_stops_no_other_and_has_no_age() -> None:
    work = Work()
    clock = Clockwork([Job("fails", fails, SOON), Job("work", work, SOON)])
    clock.start()
    await asyncio.wait_for(work.often.wait(), 5)
    await clock.drain()
    ages = clock.ages()
    assert (ages["fails"], ages["work"] is not None) == (None, True)


async def test_a_job_never_overlaps_itself() -> None:
    slow, quick = Work(is_held=True), Work()
    clock = Clockwork([Job("slow", slow, SOON), Job("quick", quick, SOON)])
    clock.start()
    await asyncio.wait_for(quick.often.wait(), 5)
    assert slow.runs == 1
    slow.may_end.set()
    await clock.drain()


async def test_draining_waits_for_what_runs_and_starts_nothing_new() -> None:
    work = Work(is_held=True)
    clock = Clockwork([Job("work", work, SOON)])
    clock.start()
    await asyncio.wait_for(work.begun.wait(), 5)
    draining = asyncio.create_task(clock.drain())
    await asyncio.sleep(0)
    assert not draining.done()
    work.may_end.set()
    await draining
    assert (work.runs, work.ended) == (1, 1)


async def test_a_clock_that_was_put_back_an_hour_does_not_stop_the_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(clockwork, "WATCH_SECONDS", SOON)
    monkeypatch.setattr(clockwork, "OVERDUE_SECONDS", SOON)
    work = Work()
    clock = Clockwork([Job("work", work, SOON)])
    clock.start()
    await asyncio.wait_for(work.often.wait(), 5)
    work.often.clear()
    work.runs = 0
    clock._scheduler.modify_job("work", next_run_time=SystemClock().now() + timedelta(hours=1))
    await asyncio.wait_for(work.often.wait(), 5)
    await clock.drain()


async def test_what_never_started_is_drained_at_once() -> None:
    await Clockwork([]).drain()
