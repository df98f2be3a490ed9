"""Timers ring when they are due, once, and never in each other's way."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from scheduler import tick
from scheduler.tick import Ticker
from slackapp import outbox
from slackapp.clock import MovableClock
from slackapp.database import Database, connect
from slackapp.ids import SlackTeamId, UserId, WorkspaceId
from slackapp.models.quarantine import Quarantined
from slackapp.models.timers import Timer
from slackapp.models.workspaces import Workspace
from slackapp.rules import timers

pytestmark = pytest.mark.anyio
HOUR = timedelta(hours=1)


@dataclass
class Desk:
    database: Database
    clock: MovableClock
    id: WorkspaceId
    rung: list[tuple[int, str]] = field(default_factory=list)
    broken: set[int] = field(default_factory=set)

    def looks(self, session: Session, _: WorkspaceId, ref: int, stage: str) -> None:
        if ref in self.broken:
            raise ZeroDivisionError
        self.rung.append((ref, stage))
        if stage == "reminder":
            timers.set(session, self.id, "request", ref, stage="limit", at=self.clock.now() + HOUR)

    def sets(self, ref: int, stage: str = "limit", after: timedelta = HOUR) -> None:
        at = self.clock.now() + after
        self.database.run_now(timers.set, self.id, "request", ref, stage=stage, at=at)

    def clears(self, ref: int) -> None:
        self.database.run_now(timers.clear, self.id, "request", ref)

    async def ticks(self, after: timedelta = timedelta(0)) -> int:
        self.clock.move(after)
        return await Ticker(self.database, {"request": self.looks}).once()

    def aside(self) -> list[tuple[str, str, int]]:
        rows = self.database.read_now(lambda session: list(session.scalars(select(Quarantined))))
        return [(row.ref, row.reason, row.failures) for row in rows]

    def waiting(self) -> int:
        return self.database.read_now(lambda session: session.scalar(select(func.count()).select_from(Timer)) or 0)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def desk(database_url: str) -> Iterator[Desk]:
    clock = MovableClock(datetime(2026, 11, 23, tzinfo=UTC))
    database = Database(connect(database_url), clock, outbox.put)
    yield Desk(database, clock, database.run_now(_installed))
    database.close()


async def test_a_timer_rings_once_when_it_is_due(desk: Desk) -> None:
    desk.sets(1)
    assert await desk.ticks() == 0
    assert [await desk.ticks(HOUR), await desk.ticks(HOUR)] == [1, 0]
    assert (desk.rung, desk.waiting()) == ([(1, "limit")], 0)


async def test_a_timer_that_is_set_again_moves(desk: Desk) -> None:
    desk.sets(1, "reminder")
    desk.sets(1, "limit", after=2 * HOUR)
    await desk.ticks(HOUR)
    assert (desk.rung, desk.waiting()) == ([], 1)
    await desk.ticks(HOUR)
    assert desk.rung == [(1, "limit")]


async def test_a_cleared_timer_does_not_ring(desk: Desk) -> None:
    desk.sets(1)
    desk.clears(1)
    await desk.ticks(HOUR)
    assert desk.rung == []


async def test_a_rule_sets_the_next_timer_of_the_same_thing(desk: Desk) -> None:
    desk.sets(1, "reminder")
    await desk.ticks(HOUR)
    await desk.ticks(HOUR)
    assert (desk.rung, desk.waiting()) == ([(1, "reminder"), (1, "limit")], 0)


async def test_a_rule_that_fails_stops_no_other_and_is_tried_again_ever_later(desk: Desk) -> None:
    desk.broken = {1}
    desk.sets(1)
    desk.sets(2)
    await desk.ticks(HOUR)
    assert desk.rung == [(2, "limit")]
    tries = [await desk.ticks(timedelta(minutes=1)) for _ in range(7)]
    assert tries == [1, 0, 1, 0, 0, 0, 1]
    ((ref, reason, failures),) = desk.aside()
    assert (ref, reason.partition(" at ")[0], failures) == ("request 1", "ZeroDivisionError", 4)
    desk.broken = set()
    await desk.ticks(HOUR)
    assert (desk.rung, desk.waiting(), desk.aside()) == ([(2, "limit"), (1, "limit")], 0, [])


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_timer_whose_row_cannot_be_read_stops_no_other(desk: Desk) -> None:
    for ref in (1, 2, 3):
        desk.sets(ref)
    desk.database.run_now(lambda session: session.execute(text("UPDATE timers SET due_at = '0' WHERE ref = 2")))
    await desk.ticks(HOUR)
    assert sorted(desk.rung) == [(1, "limit"), (3, "limit")]
    assert [(ref, failures) for ref, _, failures in desk.aside()] == [("2", 1)]
    assert await desk.ticks(timedelta(seconds=30)) == 0
    await desk.ticks(HOUR)
    assert [failures for _, _, failures in desk.aside()] == [2]


async def test_a_kind_that_nobody_knows_stops_no_other(desk: Desk) -> None:
    desk.database.run_now(timers.set, desk.id, "unheard of", 1, stage="", at=desk.clock.now())
    desk.sets(2, after=timedelta(0))
    await desk.ticks()
    assert (desk.rung, desk.waiting()) == ([(2, "limit")], 1)


async def test_a_timer_that_only_another_release_knows_rings_there_at_once(desk: Desk) -> None:
    desk.sets(1)
    desk.clock.move(HOUR)
    assert await Ticker(desk.database, {"another": desk.looks}).once() == 0
    assert (await desk.ticks(), desk.rung) == (1, [(1, "limit")])


async def test_a_timer_that_was_cut_off_while_it_rang_rings_again(desk: Desk) -> None:
    desk.sets(1)
    desk.clock.move(HOUR)
    desk.database.run_now(tick.due, ["request"])
    assert await desk.ticks() == 0
    await desk.ticks(timedelta(minutes=1))
    assert desk.rung == [(1, "limit")]


def _installed(session: Session) -> WorkspaceId:
    place = {"name": "Polder", "url": "", "locale": "en", "tz": "UTC"}
    workspace = Workspace(slack_id=SlackTeamId("T1"), bot_user_id=UserId("U1"), **place)
    session.add(workspace)
    session.flush()
    return workspace.id
