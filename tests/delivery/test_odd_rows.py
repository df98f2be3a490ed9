"""One odd row, person or message stops nobody else; it is tried again, and named (A1)."""

from collections.abc import Callable
from datetime import time, timedelta
from typing import Any

import pytest
from sqlalchemy import text, update
from sqlalchemy.orm import Session

from delivery import gates
from delivery.deliver import Deliverer
from sandbox.channels import Channel
from sandbox.faults import Kind
from sandbox.people import Person as Account
from slackapp.language import Language
from slackapp.models.outbox import Message
from slackapp.models.people import Person
from slackapp.models.quarantine import Quarantined
from slackapp.models.teams import Team
from slackapp.views.message import Content, Files, MessageKind
from tests.delivery.office import SECOND, Office

pytestmark = pytest.mark.anyio


@pytest.fixture
def sales(office: Office) -> Channel:
    return office.slack.channel("sales", with_app=True)


@pytest.fixture
def sanne(office: Office) -> Account:
    """Leads a team whose working days nobody can read: each look at her hours raises."""
    sanne = office.slack.person("Sanne de Vries")
    office.database.run_now(_leads_an_odd_team, office, sanne)
    return sanne


def aside(office: Office) -> list[tuple[str, str, int]]:
    rows = office.database.read_now(lambda session: session.query(Quarantined).all())
    return [(row.job, row.reason.split(" at ")[0], row.failures) for row in rows]


async def goes_by(office: Office, length: timedelta) -> None:
    """As long, in big steps."""
    until = office.clock.now() + length
    while office.clock.now() < until:
        await office.deliverer.once()
        await office.reconciler.once()
        office.clock.move(timedelta(seconds=10))


async def test_a_person_whose_hours_cannot_be_told_stops_nobody(office: Office, sanne: Account, sales: Channel) -> None:
    office.says_to(sanne, "to Sanne")
    for number in range(3):
        office.says(f"design {number}")
        office.says(f"sales {number}", to=sales)
    assert await office.deliverer.once() == 2
    await office.works(seconds=3)
    assert (office.sees(), office.sees(sales)) == ([f"design {n}" for n in range(3)], [f"sales {n}" for n in range(3)])
    ((job, reason, failures),) = aside(office)
    assert (job, reason, failures > 1) == ("deliver", "ValueError", True)


async def test_what_waits_for_that_person_comes_after_all(office: Office, sanne: Account) -> None:
    office.says_to(sanne, "to Sanne")
    await goes_by(office, timedelta(minutes=5))
    assert (office.sees(office.direct(sanne)), office.states(), aside(office)) == (["to Sanne"], ["sent"], [])
    assert office.count_is_right()


async def test_a_person_who_is_put_right_gets_their_message_at_once(office: Office, sanne: Account) -> None:
    office.says_to(sanne, "to Sanne")
    await office.deliverer.once()
    office.database.run_now(lambda session: session.execute(update(Team).values(weekdays="01234")))
    office.clock.move(2 * SECOND)
    await office.deliverer.once()
    assert (office.sees(office.direct(sanne)), aside(office)) == (["to Sanne"], [])


async def test_a_message_that_cannot_be_rendered_is_tried_again_and_then_dead(office: Office, sales: Channel) -> None:
    office.says("one", kind="broken")
    office.says("two")
    office.says("three", to=sales)
    await office.works()
    assert (office.sees(), office.sees(sales), office.states()) == ([], ["three"], ["pending", "pending", "sent"])
    await goes_by(office, timedelta(minutes=5))
    assert (office.sees(), office.states()) == (["two"], ["dead", "sent", "sent"])
    assert office.rows()[0].error.startswith("it could not be prepared: ZeroDivisionError")
    assert (aside(office), office.count_is_right()) == ([], True)


async def test_a_question_with_a_mistake_stops_nobody_and_ends_as_a_dead_letter(office: Office) -> None:
    """On PostgreSQL it spoils the transaction in which it is asked."""
    kinds = office.kinds() | {"mistaken": MessageKind(lambda session, _, __: _ask(session), lambda _, __: Content(""))}
    office.deliverer = Deliverer(office.database, office.client, kinds, "first")
    jan = office.slack.channel("jan", with_app=True)
    office.says("one", kind="mistaken")
    office.says("two")
    office.says("three", to=jan)
    await office.deliverer.once()
    assert office.sees(jan) == ["three"]
    await goes_by(office, timedelta(minutes=5))
    assert (office.sees(), office.states()) == (["two"], ["dead", "sent", "sent"])


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_lane_that_cannot_even_be_read_stops_no_other(office: Office, sales: Channel) -> None:
    office.says("one")
    office.says("two", to=sales)
    spoil = text("UPDATE lanes SET not_before = '0' WHERE channel = :channel")
    office.database.run_now(lambda session: session.execute(spoil, {"channel": office.design.id}))
    await goes_by(office, timedelta(minutes=14))
    assert office.sees(sales) == ["two"]
    ((job, reason, failures),) = aside(office)
    assert (job, reason, failures > 8) == ("deliver", "ValueError", True)


async def test_a_doubt_that_cannot_be_looked_into_stops_no_other_and_ends(office: Office, sales: Channel) -> None:
    office.fails(Kind.DROPS, worked=True, times=2)
    office.says("one")
    office.says("two", to=sales)
    await office.deliverer.once()
    office.database.run_now(_loses_its_words, "one")
    await goes_by(office, timedelta(seconds=50))
    assert office.sees(sales) == ["two"]
    assert office.states() == ["sending", "sent"]
    await goes_by(office, timedelta(minutes=5))
    assert office.states() == ["dead", "sent"]
    assert office.count_is_right()


async def test_files_that_cannot_be_made_are_tried_again_and_then_the_message_is_dead(office: Office) -> None:
    files = Files[Any](lambda _session, _workspace, _refs: 1 // 0, lambda _, __: ())
    shown = MessageKind[Any](lambda _session, _workspace, refs: refs["text"], _with_files, files=files)
    office.deliverer = Deliverer(office.database, office.client, office.kinds() | {"export": shown}, "first")
    office.says("one", kind="export")
    office.says("two")
    await goes_by(office, timedelta(seconds=20))
    assert office.states() == ["pending", "pending"]
    await goes_by(office, timedelta(minutes=5))
    assert (office.sees(), office.states()) == (["two"], ["dead", "sent"])
    assert "its files could not be made: ZeroDivisionError" in office.rows()[0].error


async def test_an_odd_lane_is_looked_at_by_itself_and_the_others_together(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.says("one", kind="broken")
    await office.deliverer.once()
    for number in range(5):
        office.says(str(number), to=office.slack.channel(f"team-{number}", with_app=True))
    office.clock.move(2 * SECOND)
    transactions, real = list[str](), office.database.run

    async def counted(rule: Callable[..., Any], *args: Any, **how: Any) -> Any:
        transactions.append(rule.__name__)
        return await real(rule, *args, **how)

    monkeypatch.setattr(office.database, "run", counted)
    assert await office.deliverer.once() == 5
    assert (transactions.count("_batch"), transactions.count("_one")) == (1, 1)


async def test_an_odd_lane_of_a_workspace_that_is_shut_is_not_asked_all_the_time(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.says("one", kind="broken")
    await office.deliverer.once()
    office.clock.move(2 * SECOND)
    office.database.run_now(gates.shut, office.id, "token_revoked", timedelta(minutes=5))
    transactions, real = list[str](), office.database.run

    async def counted(rule: Callable[..., Any], *args: Any, **how: Any) -> Any:
        transactions.append(rule.__name__)
        return await real(rule, *args, **how)

    monkeypatch.setattr(office.database, "run", counted)
    await office.deliverer.once()
    assert transactions == ["_batch"]


def _with_files(text: str, _: Language) -> Content:
    return Content(text, has_files=True)


def _leads_an_odd_team(session: Session, office: Office, person: Account) -> None:
    who = {"name": "Sanne", "tz": "Europe/Amsterdam", "locale": "en"}
    session.add(Person(workspace_id=office.id, user_id=person.id, **who))
    hours = {"tz": "Europe/Amsterdam", "weekdays": "x", "starts": time(9), "ends": time(17)}
    named = {"name": "Odd", "key": "odd", "locale": "en", "lead_id": person.id, "home_channel": office.design.id}
    session.add(Team(workspace_id=office.id, **named, **hours))


def _loses_its_words(session: Session, key: str) -> None:
    session.execute(update(Message).where(Message.dedupe_key == key).values(payload={}))


def _ask(session: Session) -> int:
    return int(session.scalar(text("SELECT no_such_column FROM workspaces")) or 0)
