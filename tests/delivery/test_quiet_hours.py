"""Direct messages wait for whoever does not want to be disturbed, and nothing is lost on the way (QUI-1, QUI-2)."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from sandbox.faults import Kind
from sandbox.people import Person as Account
from scheduler.tick import Ticker
from slackapp.models.people import Person
from slackapp.models.quiet import Quiet
from slackapp.rules import bundles
from tests.delivery.office import Office

pytestmark = pytest.mark.anyio


@pytest.fixture
def sanne(office: Office) -> Account:
    sanne = office.slack.person("Sanne de Vries")
    office.database.run_now(knows, office, sanne.id)
    return sanne


async def goes_by(office: Office, length: timedelta) -> None:
    office.clock.move(length)
    await Ticker(office.database, {bundles.KIND: bundles.deliver}).once()
    await office.works(seconds=10)


async def test_slacks_do_not_disturb_is_kept(office: Office, sanne: Account) -> None:
    sanne.snoozes_until = int((office.clock.now() + timedelta(hours=2)).timestamp())
    office.says_to(sanne, "one")
    await goes_by(office, timedelta(0))
    assert (office.sees(office.direct(sanne)), office.states()) == ([], ["held"])
    await goes_by(office, timedelta(hours=2))
    assert (office.sees(office.direct(sanne)), office.states()) == (["one"], ["sent"])
    assert office.count_is_right()


async def test_without_the_scope_nobody_is_asked_again_for_an_hour(office: Office, sanne: Account) -> None:
    office.slack.installation.scopes = frozenset({"chat:write", "im:write"})
    for text in ("one", "two"):
        office.says_to(sanne, text)
    await goes_by(office, timedelta(0))
    assert office.sees(office.direct(sanne)) == ["one", "two"]
    assert len(office.sandbox.record.calls("dnd.info")) == 1


async def test_a_card_that_was_held_comes_with_its_lines_behind_it(office: Office, sanne: Account) -> None:
    office.database.run_now(wants_quiet, office, sanne)
    office.shows_to(sanne, "open")
    office.says_to(sanne, "accepted", thread=f"card:R-1:{sanne.id}")
    office.shows_to(sanne, "accepted")
    await goes_by(office, timedelta(0))
    assert office.states() == ["held", "held"]
    await goes_by(office, timedelta(hours=3))
    card, line = office.direct(sanne).posted()
    assert (card.text, line.text, line.thread_ts) == ("accepted", "accepted", card.ts)
    assert office.count_is_right()


async def test_what_is_held_for_one_holds_up_nobody_else(office: Office, sanne: Account) -> None:
    jan = office.slack.person("Jan Smit")
    office.database.run_now(knows, office, jan.id)
    office.database.run_now(wants_quiet, office, sanne)
    office.says_to(sanne, "to Sanne")
    office.says_to(jan, "to Jan")
    await goes_by(office, timedelta(0))
    assert (office.sees(office.direct(jan)), office.states()) == (["to Jan"], ["held", "sent"])


async def test_nobody_gets_more_than_the_budget_on_any_day_and_all_of_it_comes(office: Office, sanne: Account) -> None:
    for number in range(12):
        office.says_to(sanne, f"line {number}")
    days = []
    for _ in range(3):
        before = len(office.sees(office.direct(sanne)))
        await goes_by(office, timedelta(0))
        days.append(len(office.sees(office.direct(sanne))) - before)
        office.clock.move(timedelta(days=1))
    assert days == [5, 1, 0]
    assert office.sees(office.direct(sanne))[-1] == ", ".join(f"line {number}" for number in range(5, 12))
    assert set(office.states()) == {"sent"}


async def test_a_bundle_that_slack_refuses_leaves_dead_letters_and_no_silence(office: Office, sanne: Account) -> None:
    for number in range(7):
        office.says_to(sanne, f"line {number}")
    await goes_by(office, timedelta(0))
    office.fails(Kind.ERROR, error="msg_too_long")
    await goes_by(office, timedelta(days=1))
    assert office.states() == ["sent"] * 5 + ["dead"] * 3
    assert {row.error for row in office.rows()[5:]} == {"msg_too_long"}


def knows(session: Session, office: Office, user_id: str) -> None:
    session.add(Person(workspace_id=office.id, user_id=user_id, name="Sanne", tz="Europe/Amsterdam", locale="en"))


def wants_quiet(session: Session, office: Office, person: Account) -> None:
    until = office.clock.now() + timedelta(hours=2)
    session.add(Quiet(workspace_id=office.id, user_id=person.id, until=until))
