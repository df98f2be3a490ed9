"""What is done to processes at a moment that chance chooses, beside killing them."""

import signal
import sqlite3
import threading
import time
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import make_url

if TYPE_CHECKING:
    from tests.fire.fight import Fight

NIGHT = timedelta(hours=1)
A_WHILE = 0.3
HOLDS = 40
"""So many seconds of the clock, at least, a foreign program writes to a SQLite file; the driver waits thirty."""
MOST = 60
"""Seconds in which somebody must have wanted to write as well."""


def freeze(fight: "Fight") -> None:
    """One process stands still, perhaps past the end of its lease, and goes on as if nothing had been."""
    replica = fight.dice.randrange(fight.plan.replicas)
    fight.comes_to_work(replica)
    process = fight.processes[replica]
    process.send_signal(signal.SIGSTOP)
    pause(fight.dice.uniform(1, 11))
    fight.excuse(replica)
    process.send_signal(signal.SIGCONT)


def suspend(fight: "Fight") -> None:
    """The machine sleeps for an hour: nobody runs, the clock on the wall goes on, and the monotonic one does not."""
    for replica in fight.processes:
        fight.comes_to_work(replica)
    for process in fight.processes.values():
        process.send_signal(signal.SIGSTOP)
    pause(A_WHILE)
    fight.clock.travel(NIGHT)
    for replica, process in fight.processes.items():
        fight.excuse(replica)
        process.send_signal(signal.SIGCONT)


def occupy(fight: "Fight") -> None:
    """A foreign program holds the write lock of the SQLite file for longer than the driver waits (F17)."""
    other = sqlite3.connect(str(make_url(fight.url).database), isolation_level=None, timeout=60)
    other.execute("BEGIN IMMEDIATE")
    fight.forget_refusals()
    give_up = time.monotonic() + MOST
    pause(HOLDS / fight.plan.speed)
    while not fight.was_refused() and time.monotonic() < give_up:
        pause(0.2)
    if not fight.was_refused():
        fight.result.idle.append("nobody wanted to write while a foreign program did")
    other.execute("COMMIT")
    other.close()


BLOWS: Mapping[str, Callable[["Fight"], None]] = {"freeze": freeze, "suspend": suspend, "occupy": occupy}


def pause(seconds: float) -> None:
    threading.Event().wait(seconds)
