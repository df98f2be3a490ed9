"""What comes in one minute, and what a person waits for meanwhile: python -m benchmarks.rounds [URL].

First 100,000 schedules that are due in the same minute, each with a message for a channel of its own (F26). Then one
round of a check-in for 500 people in one zone. Measured are the time until everything is in the outbox, the longest
transaction, and how long a small change waits that comes every 20 ms, as a form does that somebody sends. Without a URL
a SQLite file is made for the occasion; a PostgreSQL that is named must be empty.
"""

import argparse
import asyncio
import resource
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from sqlalchemy import Connection, event, func, insert, select
from sqlalchemy.orm import Session

from scheduler.schedules import Rounds
from slackapp import migrating, outbox
from slackapp.clock import MovableClock
from slackapp.database import Database, connect
from slackapp.ids import Actor, ChannelId, SlackTeamId, UserId, WorkspaceId
from slackapp.models.checkin_setups import Question, QuestionKind, Setup
from slackapp.models.inbox import Delivery
from slackapp.models.outbox import Message
from slackapp.models.recurrence import Frequency, Recurrence
from slackapp.models.schedules import Occurrence, Schedule
from slackapp.models.workspaces import Workspace
from slackapp.rules import checkins, schedules
from slackapp.rules.checkins import setting_up
from slackapp.rules.directory import channels, people
from slackapp.rules.directory.channels import Conversation
from slackapp.rules.directory.people import Account
from slackapp.rules.recurrence import zone_data
from slackapp.rules.schedules import Made, Round

NINE = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
"""A Tuesday."""
KIND = "channel"
HOME = ChannelId("CHOME")


def main() -> None:
    asked = _parser().parse_args()
    with TemporaryDirectory() as folder:
        url = asked.url or f"sqlite:///{Path(folder) / 'benchmark.db'}"
        database = Database(connect(url), MovableClock(NINE - timedelta(hours=2)), outbox.put)
        migrating.migrate(database.engine)
        asyncio.run(_measure(database, asked.schedules, asked.people))
        database.close()


async def _measure(database: Database, many: int, asked: int) -> None:
    workspace_id = database.run_now(_found)
    print(
        f"{database.engine.dialect.name:12}{'made':>10}{'seconds':>10}{'longest':>10}{'a form waits: half':>20}", end=""
    )
    print(f"{'99 of 100':>11}{'longest':>10}{'memory':>10}")
    database.run_now(_fill, workspace_id, many)
    database.run_now(_set_up, workspace_id, asked)
    await _row("schedules", database, {KIND: WORD}, workspace_id)
    await _row("people", database, checkins.SCHEDULES, workspace_id)


async def _row(name: str, database: Database, words: Any, workspace_id: WorkspaceId) -> None:
    """Let what is due in a minute come, as the tick does, while somebody sends a form every 20 ms."""
    database.clock.move_to(NINE + timedelta(seconds=59))  # type: ignore[attr-defined]
    before, memory = database.read_now(_count), _memory()
    rounds, sender = Rounds(database, words), Sender(database, workspace_id)
    with _transactions(database) as lengths:
        sending = asyncio.create_task(sender.sends())
        begin = perf_counter()
        while await rounds.once():
            pass
        seconds = perf_counter() - begin
        sender.is_done = True
        await sending
    made, said = (now - then for now, then in zip(database.read_now(_count), before, strict=True))
    assert made == said, (made, said)
    waits = sorted(sender.waits)
    print(f"{name:12}{made:>10,}{seconds:>9.1f}s{max(lengths) * 1000:>8.0f}ms", end="")
    print(f"{waits[len(waits) // 2] * 1000:>18.0f}ms{waits[len(waits) * 99 // 100] * 1000:>9.0f}ms", end="")
    print(f"{waits[-1] * 1000:>8.0f}ms{_memory() - memory:>8.0f}MB", flush=True)


@dataclass
class Sender:
    """Sends a small change every 20 ms, and measures how long each takes."""

    database: Database
    workspace_id: WorkspaceId
    waits: list[float] = field(default_factory=list)
    is_done: bool = False

    async def sends(self) -> None:
        under_way: set[asyncio.Task[None]] = set()
        while not self.is_done:
            under_way.add(asyncio.create_task(self._send(len(self.waits) + len(under_way))))
            await asyncio.sleep(0.02)
            under_way = {each for each in under_way if not each.done()}
        await asyncio.gather(*under_way)

    async def _send(self, number: int) -> None:
        begin = perf_counter()
        await self.database.run(_small, self.workspace_id, f"{begin}:{number}")
        self.waits.append(perf_counter() - begin)


@contextmanager
def _transactions(database: Database) -> Iterator[list[float]]:
    """How long each transaction took, in seconds, from its first statement to its commit."""
    began: dict[int, float] = {}
    lengths = [0.0]

    def begins(connection: Connection) -> None:
        began[id(connection)] = perf_counter()

    def ends(connection: Connection) -> None:
        lengths.append(perf_counter() - began.pop(id(connection), perf_counter()))

    event.listen(database.engine, "begin", begins)
    event.listen(database.engine, "commit", ends)
    yield lengths
    event.remove(database.engine, "begin", begins)
    event.remove(database.engine, "commit", ends)


def _made(session: Session, round_: Round, made: Sequence[Made]) -> None:
    for each in made:
        to, once = ChannelId(f"C{round_.ref}"), f"{round_.ref}:{each.occurrence_id}"
        outbox.say(session, round_.workspace_id, to, "line", once=once, number=round_.ref)


WORD = schedules.ScheduleKind(members=lambda _session, _round: [], made=_made)


def _small(session: Session, workspace_id: WorkspaceId, key: str) -> None:
    session.add(Delivery(workspace_id=workspace_id, key=key, at=NINE))


def _count(session: Session) -> tuple[int, int]:
    made = session.scalar(select(func.count()).select_from(Occurrence)) or 0
    return made, session.scalar(select(func.count()).select_from(Message)) or 0


def _memory() -> float:
    """The most that this process ever held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _found(session: Session) -> WorkspaceId:
    place = {"name": "Polder", "url": "", "locale": "en", "tz": "UTC"}
    workspace = Workspace(slack_id=SlackTeamId("T1"), bot_user_id=UserId("UBOT"), **place)
    session.add(workspace)
    session.flush()
    return workspace.id


def _fill(session: Session, workspace_id: WorkspaceId, many: int) -> None:
    for start in range(0, many, 1000):
        session.execute(
            insert(Schedule), [_schedule(workspace_id, ref) for ref in range(start, min(many, start + 1000))]
        )


def _schedule(workspace_id: WorkspaceId, ref: int) -> dict[str, Any]:
    return {
        "workspace_id": workspace_id,
        "kind": KIND,
        "ref": ref,
        "tz": "UTC",
        "scope": "channel",
        "rule": Recurrence(Frequency.DAILY, time(9)).written(),
        "starts_on": date(2026, 11, 1),
        "weekdays": "0123456",
        "grace_s": 7200,
        "next_slot": f"{NINE:%Y-%m-%dT%H:%M}",
        "next_run_at": NINE,
        "tzdata_version": zone_data.edition(),
        "rev": 1,
    }


def _set_up(session: Session, workspace_id: WorkspaceId, asked: int) -> None:
    """A check-in on Wednesdays, in one zone, for so many people."""
    accounts = [Account(UserId(f"U{n}"), f"Person {n}", tz="Europe/Amsterdam", locale="nl-NL") for n in range(asked)]
    people.know(session, workspace_id, accounts)
    channels.know(session, workspace_id, [Conversation(HOME, "home", has_app=True)])
    by = Actor(workspace_id, accounts[0].user_id)
    setup = Setup(
        name="Weekly",
        channel=HOME,
        people=tuple(each.user_id for each in accounts),
        weekdays=frozenset({1}),
        at=time(10),
        tz="Europe/Amsterdam",
        first_day=date(2026, 11, 24),
        questions=(Question("What is new?", QuestionKind.TEXT),),
    )
    checkin_id = setting_up.save(session, setup, checkin_id=None, by=by)
    setting_up.start(session, checkin_id, by=by)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rounds")
    parser.add_argument("url", nargs="?")
    parser.add_argument("--schedules", type=int, default=100_000)
    parser.add_argument("--people", type=int, default=500)
    return parser


if __name__ == "__main__":
    main()
