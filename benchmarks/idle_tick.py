"""What a tick costs when nothing is due, and how fast it works when much is: python -m benchmarks.idle_tick [URL].

100,000 schedules, half of them paused. The idle tick is measured side by side with
the bare driver asking the same question: the median of the ratios of interleaved rounds. Without a URL a SQLite file is
made for the occasion; a PostgreSQL that is named must be empty.
"""

import asyncio
import sqlite3
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import psycopg
from sqlalchemy import insert, make_url, update
from sqlalchemy.orm import Session

from scheduler.schedules import Rounds
from slackapp import migrating, outbox
from slackapp.clock import MovableClock
from slackapp.database import Database, connect
from slackapp.ids import SlackTeamId, UserId, WorkspaceId
from slackapp.models.recurrence import Frequency, Recurrence
from slackapp.models.schedules import Schedule
from slackapp.models.workspaces import Workspace
from slackapp.rules import schedules
from slackapp.rules.recurrence import zone_data

SCHEDULES, WORKED_ON = 100_000, 4_000
ROUNDS, TIMES = 9, 100
START = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
KIND = "checkin"
QUESTION = (
    "SELECT * FROM schedules WHERE next_run_at <= {at} AND kind IN ('checkin') ORDER BY next_run_at, id LIMIT 100"
)
WORDS = {KIND: schedules.ScheduleKind(members=lambda _session, _round: [], made=lambda _session, _round, _made: None)}


def main() -> None:
    with TemporaryDirectory() as folder:
        url = sys.argv[1] if len(sys.argv) > 1 else f"sqlite:///{Path(folder) / 'benchmark.db'}"
        database = Database(connect(url), MovableClock(START), outbox.put)
        migrating.migrate(database.engine)
        database.run_now(_fill)
        print(f"{database.engine.dialect.name}, {SCHEDULES:,} schedules")
        asyncio.run(_idle(database, _driver(url)))
        asyncio.run(_busy(database))
        database.close()


async def _idle(database: Database, ask: Callable[[], object]) -> None:
    rounds = Rounds(database, WORDS)
    await rounds.once()
    pairs = [(await _ticking(rounds), _asking(ask)) for _ in range(ROUNDS)]
    ratios = [tick / raw for tick, raw in pairs]
    ticks, raws = zip(*pairs, strict=True)
    print(f"idle tick {median(ticks) * 1000:.2f} ms, bare driver {median(raws) * 1000:.3f} ms, {median(ratios):.1f}×")


async def _ticking(rounds: Rounds) -> float:
    begin = perf_counter()
    for _ in range(TIMES):
        await rounds.once()
    return (perf_counter() - begin) / TIMES


def _asking(ask: Callable[[], object]) -> float:
    begin = perf_counter()
    for _ in range(TIMES):
        ask()
    return (perf_counter() - begin) / TIMES


async def _busy(database: Database) -> None:
    due = update(Schedule).where(Schedule.ref < WORKED_ON)
    database.run_now(lambda session: session.execute(due.values(next_run_at=START, next_slot="2026-11-23T06:00")))
    begin = perf_counter()
    held = await Rounds(database, WORDS).once()
    print(f"{len(held):,} due schedules, {len(held) / (perf_counter() - begin):,.0f} a second")


def _driver(url: str) -> Callable[[], object]:
    """The same question in a transaction of its own, as short as the driver allows."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        file = sqlite3.connect(str(parsed.database), isolation_level=None)
        return lambda: _on_sqlite(file)
    server = psycopg.connect(parsed.set(drivername="postgresql").render_as_string(hide_password=False))
    return lambda: _on_postgresql(server)


def _on_sqlite(file: sqlite3.Connection) -> list[Any]:
    file.execute("BEGIN IMMEDIATE")
    found = file.execute(QUESTION.format(at="?"), [f"{START:%Y-%m-%dT%H:%M:%S.%fZ}"]).fetchall()
    file.execute("COMMIT")
    return found


def _on_postgresql(server: psycopg.Connection) -> list[Any]:
    question = QUESTION.format(at="%s") + " FOR UPDATE SKIP LOCKED"
    found = server.execute(question.encode(), [START]).fetchall()
    server.commit()
    return found


def _fill(session: Session) -> None:
    place = {"name": "Polder", "url": "", "locale": "en", "tz": "UTC"}
    workspace = Workspace(slack_id=SlackTeamId("T1"), bot_user_id=UserId("U1"), **place)
    session.add(workspace)
    session.flush()
    session.execute(insert(Schedule), [_row(workspace.id, ref) for ref in range(SCHEDULES)])


def _row(workspace_id: WorkspaceId, ref: int) -> dict[str, Any]:
    at = START + timedelta(hours=1, seconds=ref) if ref % 2 else None
    return {
        "workspace_id": workspace_id,
        "kind": KIND,
        "ref": ref,
        "tz": "UTC",
        "scope": "channel",
        "rule": Recurrence(Frequency.DAILY, time(6)).written(),
        "starts_on": date(2026, 11, 1),
        "weekdays": "0123456",
        "grace_s": 7200,
        "next_slot": f"{at:%Y-%m-%dT%H:%M}" if at else None,
        "next_run_at": at,
        "tzdata_version": zone_data.edition(),
        "rev": 1,
    }


if __name__ == "__main__":
    main()
