"""Whom it concerns is told, once, of what cannot be delivered, and of what can be again."""

from datetime import time, timedelta

import pytest
from sqlalchemy.orm import Session

from delivery import gates
from delivery.dead_letters import DeadLetters
from sandbox.faults import Kind
from sandbox.people import Person as Account
from slackapp.ids import UserId
from slackapp.models.people import Person
from slackapp.models.teams import Team
from tests.delivery.office import Office

pytestmark = pytest.mark.anyio


async def told(office: Office, seconds: int = 5) -> None:
    await office.works(seconds)
    await DeadLetters(office.database).once()
    await office.works(seconds)


@pytest.fixture
def noor(office: Office) -> Account:
    """Leads the team that lives in #design."""
    noor = office.slack.person("Noor Bakker")
    office.database.run_now(_knows, office, noor.id)
    office.database.run_now(_founds, office, noor.id)
    return noor


@pytest.fixture
def ada(office: Office) -> Account:
    """Administers the workspace."""
    ada = office.slack.person("Ada Admin")
    office.database.run_now(_knows, office, ada.id, is_admin=True)
    return ada


async def test_the_lead_of_the_channel_is_told_once(office: Office, noor: Account, ada: Account) -> None:
    office.design.is_archived = True
    for text in ("one", "two", "three"):
        office.says(text)
    await told(office)
    await told(office)
    office.says("four")
    await told(office)
    assert office.sees(office.direct(noor)) == [f"{office.design.id}: is_archived"]
    assert office.sees(office.direct(ada)) == []


async def test_another_reason_is_told_as_well(office: Office, noor: Account) -> None:
    office.design.is_archived = True
    office.says("one")
    await told(office)
    office.design.is_archived = False
    office.fails(Kind.ERROR, error="invalid_blocks")
    office.says("two")
    await told(office)
    assert len(office.sees(office.direct(noor))) == 2


async def test_of_a_channel_without_a_team_the_administrators_are_told(office: Office, ada: Account) -> None:
    office.fails(Kind.ERROR, error="msg_too_long")
    office.says("one")
    await told(office)
    assert office.sees(office.direct(ada)) == [f"{office.design.id}: msg_too_long"]


async def test_nobody_is_told_that_they_could_not_be_told(office: Office, ada: Account) -> None:
    office.fails(Kind.ERROR, error="msg_too_long", times=2)
    office.says("one")
    await told(office)
    await told(office)
    assert office.sees(office.direct(ada)) == []
    assert office.states() == ["dead", "dead"]


async def test_the_administrators_are_told_when_a_new_token_resumes(office: Office, ada: Account) -> None:
    office.slack.installation.token_revoked = True
    office.says("one")
    await told(office)
    office.slack.installation.token_revoked = False
    office.database.run_now(gates.lift, office.id)
    await told(office)
    await told(office)
    assert (office.sees(), office.sees(office.direct(ada))) == (["one"], ["token_revoked is over"])


async def test_they_are_told_as_well_when_the_token_came_back_by_itself(office: Office, ada: Account) -> None:
    office.slack.installation.token_revoked = True
    office.says("one")
    await told(office)
    office.slack.installation.token_revoked = False
    office.clock.move(timedelta(minutes=5))
    await told(office)
    assert office.sees(office.direct(ada)) == ["token_revoked is over"]


async def test_of_a_pause_that_slack_asked_for_nobody_is_told(office: Office, ada: Account) -> None:
    office.fails(Kind.TOO_FAST, retry_after=None)
    office.says("one")
    await told(office, seconds=50)
    assert (office.sees(), office.sees(office.direct(ada))) == (["one"], [])


def _knows(session: Session, office: Office, user_id: UserId, *, is_admin: bool = False) -> None:
    somebody = {"name": "Noor", "tz": "Europe/Amsterdam", "locale": "en-GB", "is_admin": is_admin}
    session.add(Person(workspace_id=office.id, user_id=user_id, **somebody))


def _founds(session: Session, office: Office, lead: UserId) -> None:
    hours = {"tz": "Europe/Amsterdam", "weekdays": "01234", "starts": time(9), "ends": time(17)}
    named = {"name": "Design", "key": "design", "locale": "en", "lead_id": lead, "home_channel": office.design.id}
    session.add(Team(workspace_id=office.id, **named, **hours))
