"""The clock that keeps everything going: a few jobs, each again and again."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger

from slackapp.clock import SystemClock

WATCH_SECONDS = 5  # soon after the clock was put back
OVERDUE_SECONDS = 10  # a busy machine is no clock that was put back

log = structlog.get_logger()


class Job(NamedTuple):
    """What to do, and every how many seconds. The first time is at once."""

    name: str
    work: Callable[[], Awaitable[object]]
    seconds: float


@dataclass(frozen=True)
class AfterStart(BaseTrigger):  # type: ignore[misc]  # APScheduler has no types
    """So long after it was last started.

    APScheduler's own interval counts every time that lies between: a clock that leaps ten days ahead, or a machine
    that slept as long, would hold the event loop for seconds.
    """

    wait: timedelta

    def get_next_fire_time(self, _: datetime | None, now: datetime) -> datetime:
        """The next time, whenever the last one should have been."""
        return now + self.wait


@dataclass
class JobState:
    """A job's life, in seconds of the monotonic clock."""

    job: Job
    started: float = 0.0
    succeeded: float | None = None
    idle: asyncio.Event = field(default_factory=asyncio.Event)


class RecurringJobs:
    """Runs the jobs until drained. A job never overlaps itself; one that fails is run again next time."""

    def __init__(self, jobs: Iterable[Job]) -> None:
        """Nothing runs before `start`."""
        self._states = {job.name: JobState(job) for job in jobs}
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        )
        self._watch: asyncio.Task[None] | None = None
        self._is_draining = False

    def start(self) -> None:
        """Begin, in the event loop that is running."""
        # It would warn each time that a job is still at work when its turn comes, which is as it should be.
        logging.getLogger("apscheduler").setLevel(logging.ERROR)
        for state in self._states.values():
            self._add(state)
        self._scheduler.start()
        self._watch = asyncio.create_task(self._watch_over())

    async def drain(self) -> None:
        """Start nothing new, and return once all that runs has ended."""
        self._is_draining = True
        if not self._scheduler.running:
            return
        if self._watch:
            self._watch.cancel()
        self._scheduler.pause()
        for state in self._states.values():
            await state.idle.wait()
        # Only now: APScheduler's own shutdown cuts off what is still running.
        self._scheduler.shutdown(wait=False)

    def ages(self) -> dict[str, float | None]:
        """For each job, the seconds since it last succeeded; None where it has not yet."""
        at = time.monotonic()
        return {name: None if state.succeeded is None else at - state.succeeded for name, state in self._states.items()}

    def _add(self, state: JobState) -> None:
        state.started = time.monotonic()
        state.idle.set()
        again = AfterStart(timedelta(seconds=state.job.seconds))
        self._scheduler.add_job(self._run, again, [state], id=state.job.name, next_run_time=_now())

    async def _run(self, state: JobState) -> None:
        if self._is_draining:
            return
        state.started = time.monotonic()
        state.idle.clear()
        try:
            await state.job.work()
            state.succeeded = time.monotonic()
        except Exception:  # the next time may work
            log.exception("a job failed", job=state.job.name)
        finally:
            state.idle.set()

    async def _watch_over(self) -> None:
        """When the wall clock is put back, APScheduler sleeps as long: the monotonic one never is."""
        while True:
            await asyncio.sleep(WATCH_SECONDS)
            for state in filter(_is_overdue, self._states.values()):
                log.warning("a job is overdue and is started again", job=state.job.name)
                self._scheduler.modify_job(state.job.name, next_run_time=_now())


def _is_overdue(state: JobState) -> bool:
    waited = time.monotonic() - state.started
    return state.idle.is_set() and waited > state.job.seconds + OVERDUE_SECONDS


def _now() -> datetime:
    return SystemClock().now()
