"""One replica, as `app.py worker` runs it, on a swift clock and with orders: python -m tests.fire.worker."""

import asyncio
import os
from collections.abc import Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from types import ModuleType

from sqlalchemy import Engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import OperationalError

from delivery import batch_settle
from runtime import assembly, background_jobs, lifecycle, registry, stop_signals
from scheduler.jobs import Job
from slackapp import database, logs
from slackapp.config import ConnectedSettings
from slackapp.database import Database
from slackapp.database_trouble import is_the_databases
from slackapp.rules.schedules import rounds
from slackapp.slack import client as slack_client
from slackapp.views.message_kinds import kinds
from tests.fire import in_hand, points, promises
from tests.fire import orders as given
from tests.fire.clock import SwiftClock
from tests.fire.orders import Line, Orders, Script

AT_ONCE = 3
LONGEST_WAIT = 3
"""Seconds between two runs of a job, so that the end of a fight need not wait for the sweep."""


def main() -> None:
    orders = given.read(os.environ["FIRE_ORDERS"])
    script = Script(orders)
    logs.configure()
    _hurry(orders.speed)
    timers = {**registry.TIMERS, given.LINE: given.rings(script)}
    comes = {**registry.SCHEDULES, given.LINE: given.comes(script)}
    _put((registry, "TIMERS", timers), (registry, "SCHEDULES", comes))
    _put((assembly, "kinds", lambda templates: {**kinds(templates), **given.kinds()}))
    if orders.batch:
        _put((rounds, "ENOUGH", orders.batch))
    if orders.point:
        points.arm(orders.point, orders.hits, freezes=orders.freezes)
    if orders.sign:
        in_hand.show(orders.sign)
        _tell_what_is_refused(Path(refused_sign(orders.sign)))
    asyncio.run(_work(orders, script))


def refused_sign(sign: str) -> str:
    """The name of a file that is there once the database refused this process something."""
    return f"{sign}, refused"


def _tell_what_is_refused(file: Path) -> None:
    def refused(context: ExceptionContext) -> None:
        if context.sqlalchemy_exception and is_the_databases(context.sqlalchemy_exception):
            file.touch()

    event.listen(Engine, "handle_error", refused)


def _hurry(speed: float) -> None:
    """What waits in real time waits as much shorter as the clock is faster."""
    patience, busy = slack_client.PATIENCE_SECONDS / speed, f"busy_timeout={30_000 / speed:.0f}"
    pragmas = [busy if pragma.startswith("busy_timeout") else pragma for pragma in database.SQLITE_PRAGMAS]
    job = lambda name, work, seconds: Job(name, work, min(max(seconds / speed, 0.1), LONGEST_WAIT))  # noqa: E731
    pauses = [pause / speed for pause in batch_settle.PAUSES]
    _put((slack_client, "PATIENCE_SECONDS", patience), (background_jobs, "Job", job))
    _put((database, "SQLITE_PRAGMAS", pragmas), (batch_settle, "PAUSES", pauses))


def _put(*changes: tuple[ModuleType, str, object]) -> None:
    for module, name, instead in changes:
        setattr(module, name, instead)


async def _work(orders: Orders, script: Script) -> None:
    asked_to_stop = stop_signals.on_signals()
    clock = SwiftClock(orders.began, orders.speed, orders.ahead)
    async with (
        assembly.built(ConnectedSettings(_env_file=None), clock) as app,
        lifecycle.at_work(app, takes_slack=False),
    ):
        _show_that_it_works(orders)
        saying = asyncio.create_task(_say(app.database, orders, script))
        await asked_to_stop.wait()
        saying.cancel()


def _show_that_it_works(orders: Orders) -> None:
    if orders.sign:
        Path(orders.sign).touch()


async def _say(database: Database, orders: Orders, script: Script) -> None:
    """Give all orders anew after each start, as whoever was cut off would: what was given already stays once."""
    if not orders.channels:
        return
    lines = script.mine()
    while batch := promises.owed(orders, list(islice(lines, AT_ONCE))):
        while not await _is_said(database, orders, batch):
            pass


async def _is_said(database: Database, orders: Orders, batch: Sequence[Line]) -> bool:
    with suppress(OperationalError):  # whoever was refused tries again
        missing = [line for line in batch if not await database.read(given.is_given, line)]
        if missing:
            await database.run(given.give_all, missing)
            await asyncio.sleep(0 if promises.is_enough(orders) else orders.pause)
        return True
    return False


if __name__ == "__main__":
    main()
