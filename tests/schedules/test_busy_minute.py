"""Very much is due in the same minute: each comes once, in few questions, and nobody holds the database for long (F26).

A hundred thousand of them are measured by `python -m benchmarks.rounds`.
"""

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event, insert
from sqlalchemy.orm import Session

from scheduler.schedules import Rounds
from slackapp import outbox
from slackapp.ids import ChannelId
from slackapp.models.schedules import Schedule, ScheduleScope
from slackapp.rules import schedules
from slackapp.rules.recurrence import zone_data
from slackapp.rules.schedules import Made, Round, rounds
from tests.delivery.office import counts_are_right
from tests.schedules.club import DAILY, KIND, Club

MANY = 1000
PER_TRANSACTION = 20
"""Questions and changes, however many come in it."""


def says(session: Session, round_: Round, made: Sequence[Made]) -> None:
    for each in made:
        to, once = ChannelId(f"C{round_.ref}"), f"{round_.ref} C{round_.ref} {round_.slot} #{each.occurrence_id}"
        outbox.say(session, round_.workspace_id, to, "prompt", once=once)


WORDS = {KIND: schedules.ScheduleKind(members=lambda _session, _round: [], made=says)}


@pytest.fixture
def busy(club: Club) -> Club:
    club.stands_at("2026-11-23 08:00")
    club.database.run_now(lambda session: session.execute(insert(Schedule), [_row(club, ref) for ref in range(MANY)]))
    club.stands_at("2026-11-23 09:00")
    return club


def test_each_comes_once_in_few_questions(busy: Club) -> None:
    ticking = Rounds(busy.database, WORDS)
    with counted(busy) as transactions:
        while asyncio.run(ticking.once()):
            pass
    assert came_once(busy)
    # The tables are asked once for all that comes in a transaction, and not once for each.
    assert max(transactions) <= PER_TRANSACTION, transactions
    assert len(transactions) <= MANY // rounds.ENOUGH + 5


@pytest.mark.parametrize("database_url", [pytest.param("postgresql", marks=pytest.mark.postgresql)], indirect=True)
def test_three_replicas_share_it(busy: Club) -> None:
    replicas = [busy.replica() for _ in range(3)]
    shares: Counter[int] = Counter()

    async def works(number: int) -> None:
        ticking = Rounds(replicas[number], WORDS)
        while held := await ticking.once():
            shares[number] += len(held)

    async def all_work() -> None:
        await asyncio.gather(*(works(number) for number in range(3)))

    asyncio.run(all_work())
    for each in replicas:
        each.close()
    assert came_once(busy)
    assert (sum(shares.values()), all(shares[number] for number in range(3))) == (MANY, True)


def came_once(club: Club) -> bool:
    slot = "2026-11-23T09:00"
    assert club.said() == sorted(f"C{ref} {slot}" for ref in range(MANY))
    return club.database.read_now(counts_are_right)


@contextmanager
def counted(club: Club) -> Iterator[list[int]]:
    """How many statements each transaction had that wrote something."""
    counts: list[int] = []
    statements = [0]

    def executed(*_: Any) -> None:
        statements[0] += 1

    def committed(*_: Any) -> None:
        counts.append(statements[0])
        statements[0] = 0

    event.listen(club.database.engine, "before_cursor_execute", executed)
    event.listen(club.database.engine, "commit", committed)
    yield counts
    event.remove(club.database.engine, "before_cursor_execute", executed)
    event.remove(club.database.engine, "commit", committed)


def _row(club: Club, ref: int) -> dict[str, Any]:
    return {
        "workspace_id": club.id,
        "kind": KIND,
        "ref": ref,
        "tz": "Europe/Amsterdam",
        "scope": ScheduleScope.CHANNEL,
        "rule": DAILY.written(),
        "starts_on": club.clock.now().date(),
        "weekdays": "01234",
        "grace_s": 7200,
        "next_slot": "2026-11-23T09:00",
        "next_run_at": club.moment("2026-11-23 09:00"),
        "tzdata_version": zone_data.edition(),
        "rev": 1,
    }
