"""What the app does by itself, and how often."""

from collections.abc import Awaitable, Callable
from time import monotonic

from runtime import first_directory
from runtime.assembly import Afspraak
from scheduler.jobs import Job, RecurringJobs

DAY = 24 * 60 * 60
TEN_MINUTES = 600


class Daily:
    """Work for once a day. What failed is tried again the next time it is asked, not the next day."""

    def __init__(self, work: Callable[[], Awaitable[object]]) -> None:
        self._work = work
        self._done_at: float | None = None

    async def once(self) -> None:
        """Do it if it was not done within a day."""
        if self._done_at is None or monotonic() - self._done_at >= DAY:
            await self._work()
            self._done_at = monotonic()


def recurring(app: Afspraak) -> RecurringJobs:
    """The jobs of a process that works on the outbox and the timers; each runs at once, and then again and again."""
    known = app.connecting.once_known
    return RecurringJobs(
        [
            Job("connect", lambda: _connect(app), 1),
            Job("tick", app.ticker.once, 1),
            Job("deliver", known(app.deliverer.begin), 0.5),
            Job("reconcile", known(app.reconciler.begin), 5),
            Job("clock", app.clock_steps.once, 15),
            Job("letters", app.dead_letters.once, 10),
            Job("templates", app.broken_templates.once, 10),
            Job("sweep", known(app.sweeper.once), 300),
            Job("strangers", known(app.unknown_people.once), 1),
            Job("directory", known(Daily(app.refresh_directory).once), TEN_MINUTES),
            Job("watermark", app.watermark.once, 5),
            Job("housekeeping", Daily(app.housekeeping.once).once, TEN_MINUTES),
        ]
    )


async def _connect(app: Afspraak) -> None:
    if await app.connecting.again():
        await first_directory.everybody(app)
