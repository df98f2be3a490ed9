"""`app.py doctor` finds what is wrong and says what to do."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import make_url

from runtime.doctor import Finding, examine
from runtime.registry import open_doors
from sandbox import APP_TOKEN, Fault, Kind, Sandbox
from sandbox.workspace import Workspace
from slackapp import outbox
from slackapp.clock import SystemClock
from slackapp.config import ConnectedSettings
from slackapp.database import Database, connect
from slackapp.ids import ChannelId, SlackTeamId, UserId
from slackapp.rules import quarantine, workspaces
from slackapp.rules.quarantine import Case
from slackapp.slack.manifest import manifest
from tests.stories.driver import Loop


@pytest.fixture
def sandbox(loop: Loop) -> Iterator[Sandbox]:
    open_doors()
    sandbox = Sandbox(SystemClock(), manifest=manifest())
    sandbox.workspace()
    loop.run(sandbox.start())
    yield sandbox
    loop.run(sandbox.stop())


@pytest.fixture
def workspace(sandbox: Sandbox) -> Workspace:
    return sandbox.workspaces[0]


def examined(loop: Loop, sandbox: Sandbox, url: str, probe: ChannelId | None = None) -> list[Finding]:
    settings = ConnectedSettings(
        _env_file=None,
        database_url=url,
        slack_api_url=sandbox.api_url,
        slack_bot_token=SecretStr(sandbox.workspaces[0].installation.token),
        slack_app_token=SecretStr(APP_TOKEN),
    )
    return loop.run(examine(settings, SystemClock(), probe=probe))


def troubles(found: list[Finding]) -> list[str]:
    return [str(finding) for finding in found if finding.is_trouble]


def test_a_healthy_app_has_no_findings(loop: Loop, sandbox: Sandbox, database_url: str) -> None:
    found = examined(loop, sandbox, database_url)
    assert troubles(found) == []
    said = "\n".join(map(str, found))
    for words in ("SLACK_BOT_TOKEN is taken", "Socket Mode can be opened", "clock agrees", "tables are those"):
        assert words in said


def test_a_revoked_token_is_found(loop: Loop, sandbox: Sandbox, workspace: Workspace, sqlite_url: str) -> None:
    workspace.installation.token_revoked = True
    (found,) = troubles(examined(loop, sandbox, sqlite_url))
    assert "Slack does not take SLACK_BOT_TOKEN" in found
    assert "Copy the token anew" in found


def test_a_missing_scope_is_named(loop: Loop, sandbox: Sandbox, workspace: Workspace, sqlite_url: str) -> None:
    workspace.installation.scopes -= {"users:read", "dnd:read"}
    found = examined(loop, sandbox, sqlite_url)
    assert [each.what for each in found if each.is_trouble] == ["The token lacks scopes: users:read."]
    assert any(each.is_hint and "dnd:read" in each.what for each in found)


def test_old_tables_are_found(loop: Loop, sandbox: Sandbox, sqlite_url: str) -> None:
    engine = connect(sqlite_url)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    engine.dispose()
    (found,) = troubles(examined(loop, sandbox, sqlite_url))
    assert "app.py migrate" in found


def test_a_database_that_is_not_there_yet_is_not_made(loop: Loop, sandbox: Sandbox, tmp_path: Path) -> None:
    file = tmp_path / "new.db"
    assert troubles(examined(loop, sandbox, f"sqlite:///{file}")) == []
    assert not file.exists()


def test_a_database_that_is_gone_is_missed(loop: Loop, sandbox: Sandbox, tmp_path: Path) -> None:
    (tmp_path / "afspraak.db.installed").touch()
    (found,) = troubles(examined(loop, sandbox, f"sqlite:///{tmp_path}/afspraak.db"))
    assert "put a back-up in its place" in found


@pytest.mark.parametrize("url", ["sqlite:////no/such/folder/afspraak.db", "sqlite:////tmp", "mysql://db/afspraak"])
def test_a_database_that_cannot_be_is_found(loop: Loop, sandbox: Sandbox, url: str) -> None:
    assert len(troubles(examined(loop, sandbox, url))) == 1


def test_a_damaged_file_is_found(loop: Loop, sandbox: Sandbox, sqlite_url: str) -> None:
    os.truncate(str(make_url(sqlite_url).database), 3 * 4096)
    (found,) = troubles(examined(loop, sandbox, sqlite_url))
    assert "put a back-up" in found


def test_a_file_that_others_may_read_is_found(loop: Loop, sandbox: Sandbox, sqlite_url: str) -> None:
    file = Path(str(make_url(sqlite_url).database))
    file.chmod(0o644)
    (found,) = troubles(examined(loop, sandbox, sqlite_url))
    assert f"chmod go= {file}" in found


def test_a_slack_that_cannot_be_reached_is_found(loop: Loop, sandbox: Sandbox, sqlite_url: str) -> None:
    sandbox.address = "http://127.0.0.1:9"
    (found,) = troubles(examined(loop, sandbox, sqlite_url))
    assert "Slack cannot be reached" in found


def test_how_soon_a_message_is_found_is_measured(
    loop: Loop, sandbox: Sandbox, workspace: Workspace, sqlite_url: str
) -> None:
    channel = workspace.channel("probe", with_app=True)
    found = examined(loop, sandbox, sqlite_url, probe=channel.id)[-1]
    assert "was found in" in found.what
    assert list(channel.posted()) == []


def test_a_channel_whose_history_is_closed_is_found(
    loop: Loop, sandbox: Sandbox, workspace: Workspace, sqlite_url: str
) -> None:
    channel = workspace.channel("probe", with_app=True)
    sandbox.faults.add(Fault("conversations.history", Kind.ERROR, error="missing_scope"))
    found = examined(loop, sandbox, sqlite_url, probe=channel.id)[-1]
    assert found.is_trouble
    assert list(channel.posted()) == []


def test_what_a_job_failed_at_is_named(loop: Loop, sandbox: Sandbox, sqlite_url: str) -> None:
    database = Database(connect(sqlite_url), SystemClock(), outbox.put)
    workspace_id = database.run_now(
        workspaces.install,
        SlackTeamId("T1"),
        name="Polder",
        url="",
        bot_user_id=UserId("U1"),
        locale="en",
        tz="UTC",
    )
    database.run_now(quarantine.set_aside, Case(workspace_id, "timer", "request 12"), ValueError("their words"))
    database.close()
    (trouble,) = troubles(examined(loop, sandbox, sqlite_url))
    assert "timer request 12 failed 1 times since " in trouble
    assert ": ValueError." in trouble
    assert "their words" not in trouble
