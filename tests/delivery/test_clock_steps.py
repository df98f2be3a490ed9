"""The machine's clock is put back an hour: nothing that was busy waits that hour (E3)."""

import re
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from aiohttp import ClientSession
from sqlalchemy import event, select, update
from sqlalchemy.orm import Session

from delivery import claiming, clock_steps, rate_limits
from delivery.clock_steps import ClockSteps
from delivery.worker import Worker
from sandbox import Sandbox
from sandbox.faults import Kind
from scheduler.tick import Ticker
from slackapp import outbox
from slackapp.clock import MovableClock
from slackapp.database import Database, connect
from slackapp.ids import WorkspaceId
from slackapp.models.outbox import Lane, Message, Progress, Reading
from slackapp.models.timers import Timer
from slackapp.rules import quarantine, timers
from slackapp.rules.quarantine import Case
from tests.delivery.conftest import MONDAY_MORNING
from tests.delivery.office import SECOND, Office
from tests.delivery.planned import plans

pytestmark = pytest.mark.anyio
HOUR = timedelta(hours=1)
PATIENCE = timedelta(minutes=7)
"""A backoff, a lease and a look, each at its longest in these stories."""


class Ahead:
    """The machine's clock, so far ahead of Slack's until it is put right."""

    def __init__(self, clock: MovableClock) -> None:
        self._clock = clock
        self.by = HOUR

    def now(self) -> datetime:
        return self._clock.now() + self.by


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[Office]:
    clock = MovableClock(MONDAY_MORNING)
    database = Database(connect(database_url), Ahead(clock), outbox.put)
    async with Sandbox(clock) as sandbox, ClientSession() as session:
        slack = sandbox.workspace()
        yield Office(sandbox, clock, slack, database, session, slack.channel("design", with_app=True))
    database.close()


def goes_back(office: Office, by: timedelta = HOUR) -> None:
    assert isinstance(office.database.clock, Ahead)
    office.database.clock.by -= by


async def goes_by(office: Office, length: timedelta = PATIENCE) -> None:
    until = office.clock.now() + length
    while office.clock.now() < until:
        await ClockSteps(office.database).once()
        for _ in range(5):
            await office.deliverer.once()
            await office.reconciler.once()
            office.clock.move(3 * SECOND)


async def test_a_lane_that_was_at_work_goes_on_within_seconds(office: Office) -> None:
    for text in ("one", "two"):
        office.says(text)
    await office.deliverer.once()
    goes_back(office)
    await goes_by(office, timedelta(seconds=15))
    assert (office.sees(), office.posts()) == (["one", "two"], 2)


async def test_what_was_said_and_not_called_yet_is_called_at_once(office: Office) -> None:
    office.says("one")
    goes_back(office)
    await goes_by(office, timedelta(seconds=15))
    assert office.sees() == ["one"]


@pytest.mark.parametrize("kind", [Kind.TOO_FAST, Kind.UNAVAILABLE])
async def test_a_lane_that_waited_to_try_again_waits_no_longer_than_it_was_to(office: Office, kind: Kind) -> None:
    office.fails(kind, retry_after=20)
    for text in ("one", "two"):
        office.says(text)
    await office.deliverer.once()
    goes_back(office)
    await goes_by(office, timedelta(minutes=2))
    assert (office.sees(), office.posts() - (kind is Kind.UNAVAILABLE)) == (
        ["one", "two"],
        3 - (kind is Kind.UNAVAILABLE),
    )


async def test_a_lost_answer_is_found_although_it_was_posted_under_another_clock(office: Office) -> None:
    office.fails(Kind.DROPS, worked=True)
    for text in ("one", "two"):
        office.says(text)
    await office.deliverer.once()
    goes_back(office)
    await goes_by(office, timedelta(minutes=2))
    assert (office.sees(), office.posts(), office.states()) == (["one", "two"], 2, ["sent", "sent"])


async def test_the_lease_of_a_worker_that_died_ends_when_it_should(office: Office) -> None:
    office.says("one")
    office.database.run_now(claiming.due, Worker("killed", office.kinds()))
    goes_back(office)
    await goes_by(office, timedelta(minutes=4))
    assert (office.sees(), office.states()) == (["one"], ["sent"])


async def test_a_workspace_that_was_shut_is_tried_at_once(office: Office) -> None:
    office.fails(Kind.TOO_FAST, retry_after=None)
    office.says("one")
    await office.deliverer.once()
    goes_back(office)
    await goes_by(office, timedelta(minutes=2))
    assert office.sees() == ["one"]


async def test_a_wait_that_nothing_can_have_asked_for_is_cut(office: Office) -> None:
    office.says("one")
    office.database.run_now(_waits_for_a_year, office.database.clock.now() + timedelta(days=365))
    assert await ClockSteps(office.database).once() == 1
    office.clock.move(timedelta(minutes=76))
    await office.deliverer.once()
    assert office.sees() == ["one"]


async def test_a_timer_whose_rule_failed_and_what_was_set_aside_come_as_soon(office: Office) -> None:
    ticker = Ticker(office.database, {"request": _fails})
    office.database.run_now(timers.set, office.id, "request", 1, stage="", at=office.database.clock.now())
    office.database.run_now(timers.set, office.id, "request", 2, stage="", at=office.database.clock.now() + 2 * HOUR)
    await ticker.once()
    goes_back(office)
    await ClockSteps(office.database).once()
    at = office.clock.now()
    due = office.database.read_now(lambda s: list(s.scalars(select(Timer.due_at).order_by(Timer.ref))))
    assert due == [at + timedelta(minutes=1), at + 3 * HOUR]
    case = Case(office.id, "timer", "request 1")
    assert office.database.run_now(quarantine.failures, case) == 1
    (odd,) = office.database.read_now(lambda s: list(quarantine.of(s, "timer")))
    assert odd.not_before == at + timedelta(minutes=1)


async def test_a_slow_history_is_asked_again_within_minutes(office: Office) -> None:
    office.database.run_now(rate_limits.slow_down, office.id, 3 * HOUR)
    goes_back(office)
    await ClockSteps(office.database).once()
    waits = office.database.read_now(lambda s: s.scalars(select(Reading.not_before)).one()) - office.clock.now()
    assert waits <= timedelta(minutes=5)


@pytest.mark.parametrize("step", [timedelta(0), timedelta(seconds=100)])
async def test_nothing_is_mended_where_no_clock_was_put_back(office: Office, step: timedelta) -> None:
    """Nor where the clock of another replica is a little ahead."""
    office.fails(Kind.TOO_FAST, retry_after=50)
    office.fails(Kind.DROPS, worked=True)
    for name in ("one", "two", "three"):
        office.says(name, to=office.slack.channel(name, with_app=True))
    await office.deliverer.once()
    goes_back(office, step)
    assert await ClockSteps(office.database).once() == 0


def _fails(_session: Session, _workspace: WorkspaceId, _ref: int, _stage: str) -> None:
    raise ZeroDivisionError


def _waits_for_a_year(session: Session, until: object) -> None:
    session.execute(update(Lane).values(not_before=until))


async def test_what_is_looked_for_is_found_by_an_index(office: Office) -> None:
    asked = list[tuple[str, Any]]()
    for number in range(300):
        office.says(str(number))
    done = update(Message).values(state=Progress.SENT, attempt_at=office.clock.now())
    office.database.run_now(lambda session: session.execute(done))
    office.database.run_now(lambda session: session.execute(update(Lane).values(pending=0)))
    event.listen(office.database.engine, "before_cursor_execute", lambda *about: asked.append((about[2], about[3])))
    for mend in (clock_steps._lanes, clock_steps._doubts):
        office.database.run_now(mend)
    steps = office.database.read_now(plans, [each for each in asked if not each[0].startswith("BEGIN")])
    assert not [step for step in steps if re.search(r"SCAN outbox(?! USING)|Seq Scan on outbox", step)]
