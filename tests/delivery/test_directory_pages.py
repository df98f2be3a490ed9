"""One odd account, channel or group in an answer of Slack: the others are learned all the same."""

from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from slackapp.ids import UserId, WorkspaceId
from slackapp.models.people import Person
from slackapp.queries import quarantine
from slackapp.rules.directory import people
from slackapp.rules.directory.people import Account
from slackapp.slack.directory_pages import DirectoryPages
from tests.delivery.office import Office

pytestmark = pytest.mark.anyio
LISTED: list[dict[str, Any]] = [{"id": "U1"}, {"id": "U2"}, {"name": "has no id"}, {"id": "U3"}]


async def test_the_others_of_a_page_are_kept_and_the_odd_ones_are_named(office: Office) -> None:
    known = await DirectoryPages(office.database, office.id).know(_know, LISTED, _read)
    assert [account.user_id for account in known] == ["U1", "U3"]
    assert office.database.read_now(lambda s: sorted(s.scalars(select(Person.user_id)))) == ["U1", "U3"]
    odd = office.database.read_now(quarantine.worst)
    assert sorted((each.job, each.ref, each.reason.split()[0]) for each in odd) == [
        ("directory", "", "KeyError"),
        ("directory", "U2", "OperationalError" if office.database.is_sqlite else "ProgrammingError"),
    ]


def _read(user: Any) -> Account:
    return Account(UserId(user["id"]), name=user["id"])


def _know(session: Session, workspace_id: WorkspaceId, accounts: Sequence[Account]) -> None:
    people.know(session, workspace_id, accounts)
    if any(account.user_id == "U2" for account in accounts):
        session.execute(text("SELECT no_such_column FROM people"))
