"""Who is there on a day: their own word before everything that is only seen (CHK-3)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from slackapp import outbox
from slackapp.clock import MovableClock
from slackapp.database import Database, connect
from slackapp.errors import InvalidInput
from slackapp.ids import Actor
from slackapp.queries import absences as asked
from slackapp.rules import absences
from tests.rules.company import Company

MONDAY = datetime(2026, 10, 19, 7, 0, tzinfo=UTC)
TODAY = date(2026, 10, 19)


@pytest.fixture
def company(database_url: str) -> Iterator[Company]:
    database = Database(connect(database_url), MovableClock(MONDAY), outbox.put)
    yield Company.founded(database)
    database.close()


@pytest.fixture
def liv(company: Company) -> Actor:
    return company.person("Liv", tz="America/New_York")


def is_away(company: Company, who: Actor, day: int) -> bool | None:
    return company.ask(asked.is_away, who.workspace_id, who.user_id, date(2026, 10, day))


def test_a_status_of_vacation_is_an_absence_until_it_ends(company: Company, liv: Actor) -> None:
    until = MONDAY + timedelta(days=3)
    company.do(absences.follow_status, company.id, liv.user_id, emoji=":palm_tree:", until=until)
    assert [is_away(company, liv, day) for day in (19, 22, 23)] == [True, True, None]
    company.do(absences.follow_status, company.id, liv.user_id, emoji=":coffee:", until=None)
    assert is_away(company, liv, 19) is None


def test_their_own_word_wins_over_their_status(company: Company, liv: Actor) -> None:
    company.do(absences.tell, first_day=TODAY, last_day=TODAY, is_away=False, by=liv)
    company.do(absences.follow_status, company.id, liv.user_id, emoji=":palm_tree:", until=None)
    assert [is_away(company, liv, day) for day in (19, 20)] == [False, True]


def test_what_was_said_last_counts(company: Company, liv: Actor) -> None:
    company.do(absences.tell, first_day=TODAY, last_day=date(2026, 10, 30), is_away=True, by=liv)
    company.do(absences.tell, first_day=date(2026, 10, 21), last_day=date(2026, 10, 21), is_away=False, by=liv)
    assert [is_away(company, liv, day) for day in (20, 21, 22)] == [True, False, True]


@pytest.mark.parametrize(
    ("first", "last"),
    [(date(2026, 10, 22), date(2026, 10, 21)), (date(2026, 10, 1), date(2026, 10, 2)), (TODAY, date(2028, 1, 1))],
)
def test_days_that_cannot_be_are_refused_at_the_field(company: Company, liv: Actor, first: date, last: date) -> None:
    with pytest.raises(InvalidInput) as refused:
        company.do(absences.tell, first_day=first, last_day=last, is_away=True, by=liv)
    assert refused.value.field == "last_day"
