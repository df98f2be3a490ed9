"""One replica, as `app.py worker` runs it, on a swift clock and with orders: python -m tests.fire.worker."""

import asyncio
import os
from types import ModuleType

from scheduler.clockwork import Job
from slackapp import logs
from slackapp.config import ConnectedSettings
from slackapp.database import Database
from slackapp.running import afspraak, background, living, stopping, words
from slackapp.slack import posting
from slackapp.views.kinds import kinds
from tests.fire import orders as given
from tests.fire import points
from tests.fire.clock import SPEED, SwiftClock
from tests.fire.orders import Orders

AT_ONCE = 3


def main() -> None:
    orders = given.read(os.environ["FIRE_ORDERS"])
    logs.configure()
    _hurry()
    timers = {**words.TIMERS, given.LINE: given.rings(orders)}
    rounds = {**words.SCHEDULES, given.LINE: given.comes(orders)}
    _put((words, "TIMERS", timers), (words, "SCHEDULES", rounds))
    _put((afspraak, "kinds", lambda templates: {**kinds(templates), **given.kinds()}))
    if orders.point:
        points.arm(orders.point, orders.hits)
    asyncio.run(_work(orders))


def _hurry() -> None:
    """What waits in real time waits as much shorter as the clock is faster."""
    patience = posting.PATIENCE_SECONDS / SPEED
    job = lambda name, work, seconds: Job(name, work, max(seconds / SPEED, 0.1))  # noqa: E731 - as brief as what it is
    _put((posting, "PATIENCE_SECONDS", patience), (background, "Job", job))


def _put(*changes: tuple[ModuleType, str, object]) -> None:
    for module, name, instead in changes:
        setattr(module, name, instead)


async def _work(orders: Orders) -> None:
    asked_to_stop = stopping.on_signals()
    async with (
        afspraak.built(ConnectedSettings(_env_file=None), SwiftClock(orders.began)) as app,
        living.at_work(app, takes_slack=False),
    ):
        saying = asyncio.create_task(_say(app.database, orders))
        await asked_to_stop.wait()
        saying.cancel()


async def _say(database: Database, orders: Orders) -> None:
    """Give all orders anew after each start, as whoever was cut off would: what was given already stays once."""
    lines = orders.lines()
    while lines:
        some, lines = lines[:AT_ONCE], lines[AT_ONCE:]
        missing = [line for line in some if not await database.read(given.is_given, line)]
        if missing:
            await database.run(given.give_all, missing)
            await asyncio.sleep(orders.pause)


if __name__ == "__main__":
    main()
