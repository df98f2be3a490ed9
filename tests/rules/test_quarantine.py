"""What fails is undone, set aside and named without what people wrote; the rest of the transaction is kept."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from slackapp import outbox
from slackapp.clock import MovableClock
from slackapp.database import Database, connect
from slackapp.ids import ChannelId, SlackTeamId, UserId, WorkspaceId
from slackapp.models.outbox import Message
from slackapp.models.quarantine import Quarantined
from slackapp.models.workspaces import Workspace
from slackapp.queries import quarantine as queries
from slackapp.rules import quarantine
from slackapp.rules.quarantine import Case


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(connect(database_url), MovableClock(datetime(2026, 11, 23, tzinfo=UTC)), outbox.put)
    yield database
    database.close()


def _installed(session: Session) -> WorkspaceId:
    place = {"name": "Polder", "url": "", "locale": "en", "tz": "UTC"}
    workspace = Workspace(slack_id=SlackTeamId("T1"), bot_user_id=UserId("U1"), **place)
    session.add(workspace)
    session.flush()
    return workspace.id


def _says_to_three(session: Session, workspace_id: WorkspaceId) -> None:
    for channel in ("C1", "C2", "C3"):
        with quarantine.attempt(session, Case(workspace_id, "saying", channel)):
            outbox.say(session, workspace_id, ChannelId(channel), "line", once=channel)
            session.execute(text("SELECT 1" if channel != "C2" else "SELECT no_such_column FROM workspaces"))


def test_one_of_many_fails_and_the_others_are_kept(database: Database) -> None:
    workspace_id = database.run_now(_installed)
    database.run_now(_says_to_three, workspace_id)
    assert database.read_now(lambda s: sorted(s.scalars(select(Message.dedupe_key)))) == ["C1", "C3"]
    (row,) = database.read_now(queries.worst)
    assert (row.job, row.ref, row.failures, "no_such_column" in row.reason) == ("saying", "C2", 1, False)
    assert "Error (" in row.reason
    assert "slackapp/rules/quarantine.py:" in row.reason
    assert database.read_now(queries.counts) == {"saying": 1}


def test_what_fails_again_waits_ever_longer_and_never_over_an_hour(database: Database) -> None:
    case = Case(database.run_now(_installed), "job", "1")
    assert [_waits(database, case) for _ in range(9)] == [1, 2, 4, 8, 16, 32, 64, 64, 64]
    (row,) = database.read_now(queries.worst)
    assert (row.reason, row.failures) == ("ValueError", 9)
    database.run_now(quarantine.release, case)
    assert database.read_now(queries.worst) == []


def _waits(database: Database, case: Case) -> float:
    database.run_now(quarantine.set_aside, case, ValueError("what somebody wrote"))
    (row,) = database.read_now(lambda s: list(s.scalars(select(Quarantined))))
    return (row.not_before - row.failed_at) / timedelta(minutes=1)
