"""Somebody moves to a zone where nobody of a check-in lived: from then on they are asked at nine of their own day."""

import asyncio
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from scheduler.schedules import Rounds
from slackapp import outbox
from slackapp.database import Database, connect
from slackapp.ids import Actor, UserId
from slackapp.models.checkin_setups import Question, QuestionKind, Setup
from slackapp.models.outbox import Lane, Message
from slackapp.rules import checkins
from slackapp.rules.checkins import setting_up
from slackapp.rules.directory import people
from slackapp.rules.directory.people import Account
from tests.rules.company import Company
from tests.schedules.club import AMSTERDAM, HONOLULU, MONDAY, TOKYO, Club, WallClock

WEEK = frozenset(range(5))


@pytest.fixture
def clock() -> WallClock:
    return WallClock(MONDAY)


@pytest.fixture
def company(database_url: str, clock: WallClock) -> Iterator[Company]:
    database = Database(connect(database_url), clock, outbox.put)
    yield Company.founded(database)
    database.close()


def weekly(company: Company, *asked: Actor, tz: str | None = None) -> int:
    """Every working day at nine, for each in their own zone unless one is named."""
    setup = Setup(
        name="Daily",
        channel=company.channel("home"),
        people=tuple(each.user_id for each in asked),
        weekdays=WEEK,
        tz=tz,
        first_day=date(2026, 11, 23),
        questions=(Question("What is new?", QuestionKind.TEXT),),
    )
    number = company.do(setting_up.save, setup, checkin_id=None, by=asked[0])
    company.do(setting_up.start, number, by=asked[0])
    return number


def moves(company: Company, who: Actor, tz: str) -> None:
    company.do(people.know, company.id, [Account(who.user_id, "Aiko", tz=tz, locale="en-GB")])


def asked(company: Company, who: Actor) -> list[datetime]:
    """When they were asked."""
    theirs = select(Message.created_at).join(Lane, Lane.id == Message.lane_id).where(Lane.channel == who.user_id)
    return company.ask(lambda session: list(session.scalars(theirs.where(Message.kind == "checkin.prompt"))))


def lives_through(company: Company, clock: WallClock, until: str) -> None:
    rounds = Rounds(company.database, checkins.SCHEDULES)
    while clock.now() < Club.moment(until):
        clock.put(clock.now() + timedelta(minutes=30))
        asyncio.run(rounds.once())


@pytest.mark.parametrize(("tz", "at"), [(TOKYO, "2026-11-24 09:00"), (HONOLULU, "2026-11-24 09:00")])
def test_who_moves_is_asked_on_the_next_day_at_nine_of_their_own(
    company: Company, clock: WallClock, tz: str, at: str
) -> None:
    aiko, ben = company.person("Aiko"), company.person("Ben")
    weekly(company, ben, aiko)
    lives_through(company, clock, "2026-11-23 12:00")
    moves(company, aiko, tz)
    lives_through(company, clock, "2026-11-24 21:00")
    assert asked(company, aiko) == [Club.moment("2026-11-23 09:00"), Club.moment(at, tz)]
    assert asked(company, ben) == [Club.moment("2026-11-23 09:00"), Club.moment("2026-11-24 09:00")]


def test_a_check_in_that_lives_in_one_zone_does_not_follow(company: Company, clock: WallClock) -> None:
    aiko = company.person("Aiko")
    weekly(company, aiko, tz=AMSTERDAM)
    moves(company, aiko, HONOLULU)
    lives_through(company, clock, "2026-11-24 12:00")
    assert asked(company, aiko) == [Club.moment("2026-11-23 09:00"), Club.moment("2026-11-24 09:00")]


def test_only_what_they_take_part_in_follows(company: Company, clock: WallClock) -> None:
    aiko, ben = company.person("Aiko"), company.person("Ben")
    weekly(company, ben)
    moves(company, aiko, TOKYO)
    company.do(people.know, company.id, [Account(UserId("UNEW"), "New", tz=TOKYO)])
    lives_through(company, clock, "2026-11-24 12:00")
    assert (asked(company, aiko), len(asked(company, ben))) == ([], 2)
