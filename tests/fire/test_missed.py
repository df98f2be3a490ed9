"""A line whose time was past its grace when somebody was there again: recorded as missed, and so not lost."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from itertools import count

import pytest
from sqlalchemy import select

from sandbox import Sandbox
from scheduler.schedules import Rounds
from slackapp import outbox
from slackapp.database import Database, connect
from slackapp.models.schedules import Occurrence
from tests.fire import orders, turns
from tests.fire.clock import MONDAY_MORNING
from tests.fire.lines import Lines
from tests.fire.plan import Plan, Result
from tests.rules.company import Company
from tests.schedules.club import WallClock


class Fought:
    """One line in one channel, which a schedule says."""

    def __init__(self, url: str) -> None:
        self.clock = WallClock(MONDAY_MORNING)
        self.database = Database(connect(url), self.clock, outbox.put)
        Company.founded(self.database)
        workspace = Sandbox(self.clock).workspace()
        plans = (Plan(seed, 1, messages=1, channels=1) for seed in count())
        self.lines = next(lines for plan in plans if 0.1 <= (lines := Lines(plan, workspace)).script[0].chance < 0.2)
        self.database.run_now(orders.give_all, self.lines.wanted())

    def sleeps(self, length: timedelta) -> None:
        self.clock.put(self.clock.now() + length)
        asyncio.run(Rounds(self.database, {orders.LINE: orders.comes(self.lines.script)}).once())

    def lost(self) -> int:
        result = Result("", 1, 1)
        self.database.read_now(self.lines.count, result)
        return result.lost


@pytest.fixture
def fought(database_url: str) -> Iterator[Fought]:
    fought = Fought(database_url)
    yield fought
    fought.database.close()


def test_what_was_missed_within_its_rules_is_no_loss(fought: Fought) -> None:
    assert fought.lost() == 1
    fought.sleeps(timedelta(hours=2, minutes=5))
    assert fought.lost() == 0
    assert fought.database.read_now(fought.lines.are_all_ended)
    assert not fought.database.read_now(turns.broken)


def test_what_was_made_and_does_not_stand_there_is_lost(fought: Fought) -> None:
    fought.sleeps(timedelta(hours=2))
    assert fought.lost() == 1
    assert not fought.database.read_now(fought.lines.are_all_ended)


def test_what_is_called_missed_before_its_grace_is_over_breaks_the_rules(fought: Fought) -> None:
    fought.sleeps(timedelta(hours=2, minutes=5))
    fought.database.run_now(lambda session: setattr(session.scalars(select(Occurrence)).one(), "late_s", 7200))
    assert [found[:2] for found in fought.database.read_now(turns.broken)] == ["I1"]
