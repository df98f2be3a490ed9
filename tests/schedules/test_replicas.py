"""Several replicas on one PostgreSQL, and people who change things while they tick (F14, F15, F23)."""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from scheduler.schedules import Rounds, hold_due
from slackapp.models.schedules import Schedule, ScheduleScope
from slackapp.rules import schedules
from slackapp.rules.schedules import rounds
from tests.schedules.club import AMSTERDAM, DAILY, HONOLULU, TOKYO, Club, person
from tests.schedules.test_changes import AT_THREE, MONDAYS

pytestmark = pytest.mark.postgresql
ROUNDS_OF_A_RACE = 12


@pytest.fixture
def club(postgresql_url: str) -> Iterator[Club]:
    club = Club(postgresql_url)
    try:
        yield club
        assert club.is_sound()
    finally:
        club.database.close()


@pytest.fixture
def replicas(club: Club) -> Iterator[list[Rounds]]:
    databases = [club.replica() for _ in range(3)]
    yield [Rounds(database, club.words) for database in databases]
    for database in databases:
        database.close()


async def all_at_once(replicas: list[Rounds]) -> int:
    return sum(len(held) for held in await asyncio.gather(*(each.once() for each in replicas)))


def test_one_due_schedule_comes_on_one_of_three_replicas(club: Club, replicas: list[Rounds]) -> None:
    club.sets()
    club.stands_at("2026-11-23 09:00")
    assert (asyncio.run(all_at_once(replicas)), len(club.said())) == (1, 1)


def test_three_replicas_share_the_work_and_nothing_comes_twice(
    club: Club, replicas: list[Rounds], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scheduler.schedules.AT_ONCE", 5)
    club.members = [person("USANNE"), person("UAIKO", TOKYO), person("UKAI", HONOLULU)]
    for ref in range(1, 31):
        club.sets(DAILY, AMSTERDAM, TOKYO, HONOLULU, ref=ref, scope=ScheduleScope.OWN_ZONE)
    for moment in ("2026-11-23 09:00", "2026-11-23 20:00", "2026-11-24 01:00"):
        club.stands_at(moment)
        while asyncio.run(all_at_once(replicas)):
            pass
    assert len(set(club.said())) == 3
    assert len(club.said()) == 90


def test_without_the_claim_the_unique_key_still_holds(club: Club) -> None:
    club.sets()
    club.stands_at("2026-11-23 09:00")
    meeting = Barrier(2)

    def unclaimed(session: Session) -> None:
        found = session.scalars(select(Schedule)).all()
        meeting.wait(10)
        rounds.hold(session, found, club.words)

    together(lambda: club.database.run_now(unclaimed), lambda: club.database.run_now(unclaimed))
    assert club.became() == [("11-23T09:00", "", "made")]


MISSED = [("11-23T09:00", "", "missed")]


@pytest.mark.parametrize(("rule", "how"), [(schedules.pause, {}), (schedules.move, {"to": HONOLULU})])
def test_a_change_that_meets_a_tick_comes_before_it_or_after(club: Club, rule: Any, how: dict[str, Any]) -> None:
    refs = range(1, ROUNDS_OF_A_RACE)
    for ref in refs:
        club.sets(ref=ref)
    club.stands_at("2026-11-23 09:00")
    for ref in refs:
        together(partial(tick, club), partial(club.does, rule, ref, **how))
    assert all(club.became(ref) in ([], [("11-23T09:00", "", "made")], MISSED) for ref in refs)


def test_a_thing_that_is_deleted_while_a_tick_comes_is_gone(club: Club) -> None:
    refs = range(1, ROUNDS_OF_A_RACE)
    for ref in refs:
        club.sets(ref=ref)
    club.stands_at("2026-11-23 09:00")
    for ref in refs:
        together(partial(tick, club), partial(club.does, schedules.delete, ref))
    assert (club.ticks(), [club.next(ref) for ref in refs], len(club.said()) < ROUNDS_OF_A_RACE) == (
        0,
        [[]] * len(refs),
        True,
    )
    club.forgets_what_was_said()


@pytest.mark.parametrize("new", [AT_THREE, MONDAYS])
def test_an_edit_that_meets_a_tick_brings_it_once_that_day(club: Club, new: Any) -> None:
    refs = range(1, ROUNDS_OF_A_RACE)
    for ref in refs:
        club.sets(ref=ref)
    club.stands_at("2026-11-23 09:00")
    for ref in refs:
        together(partial(tick, club), partial(club.sets, new, ref=ref))
    club.lives_through("2026-11-23 23:00")
    assert [sum(state == "made" for _, _, state in club.became(ref)) for ref in refs] == [1] * len(refs)


def test_zones_that_two_ticks_and_a_change_add_at_once_are_added_once(club: Club) -> None:
    club.members = [person("USANNE"), person("UAIKO", TOKYO), person("UKAI", HONOLULU)]
    for ref in range(1, ROUNDS_OF_A_RACE):
        club.sets(ref=ref, scope=ScheduleScope.OWN_ZONE)
    club.stands_at("2026-11-23 09:00")
    together(
        partial(tick, club),
        partial(tick, club),
        *(partial(club.does, schedules.follow, ref, tzs={TOKYO}) for ref in range(1, ROUNDS_OF_A_RACE)),
    )
    zones = [sorted(coming.tz for coming in club.next(ref)) for ref in range(1, ROUNDS_OF_A_RACE)]
    assert zones == [sorted([AMSTERDAM, HONOLULU, TOKYO])] * (ROUNDS_OF_A_RACE - 1)


def tick(club: Club) -> None:
    while club.database.run_now(hold_due, club.words):
        pass


def together(*works: Callable[[], object]) -> None:
    """At the same moment; a tick that is refused by the database comes again."""
    with ThreadPoolExecutor(len(works)) as threads:
        for done in [threads.submit(work) for work in works]:
            assert done.exception() is None or isinstance(done.exception(), SQLAlchemyError)
