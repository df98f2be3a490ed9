"""Starting and stopping, as an operator does it."""

import asyncio
import json
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sandbox import APP_TOKEN, Fault, Kind, Sandbox
from sandbox.workspace import Workspace
from slackapp.clock import SystemClock
from slackapp.database import connect
from tests.runtime import process
from tests.runtime.process import Process
from tests.stories.driver import Loop

MANIFEST = json.loads((process.HOUSE / "manifest.json").read_text(encoding="utf-8"))

Start = Callable[..., Process]


@pytest.fixture
def sandbox(loop: Loop) -> Iterator[Sandbox]:
    sandbox = Sandbox(SystemClock(), manifest=MANIFEST)
    sandbox.workspace()
    sandbox.socket.patience = process.PATIENCE
    loop.run(sandbox.start())
    yield sandbox
    loop.run(sandbox.stop())


@pytest.fixture
def workspace(sandbox: Sandbox) -> Workspace:
    return sandbox.workspaces[0]


@pytest.fixture
def start(sandbox: Sandbox, workspace: Workspace, sqlite_url: str, tmp_path: Path) -> Iterator[Start]:
    """Start `app.py` for this workspace, in Socket Mode and on a SQLite file."""
    processes: list[Process] = []

    def begin(*arguments: str, **settings: str) -> Process:
        usual = {
            "SLACK_BOT_TOKEN": workspace.installation.token,
            "SLACK_APP_TOKEN": APP_TOKEN,
            "SLACK_API_URL": sandbox.api_url,
            "DATABASE_URL": sqlite_url,
        }
        begun = process.started(tmp_path, *arguments, **(usual | settings))
        processes.append(begun)
        return begun

    yield begin
    for each in processes:
        each.kill()


def test_it_finishes_what_runs_before_it_stops_and_goes_on_after(
    start: Start, sandbox: Sandbox, workspace: Workspace, loop: Loop
) -> None:
    sanne = sandbox.visitor(workspace.person("Sanne de Vries"))
    design = workspace.channel("design", [sanne.person], with_app=True)
    first = start()
    _is_connected(first, sandbox, loop)
    sandbox.faults.add(Fault("views.open", Kind.SLOW, worked=True, seconds=1.0))
    pressed = loop.begin(sanne.types(design, "/teams"))
    loop.run(_becomes_true(lambda: bool(sandbox.record.calls("views.open"))))
    first.signals()
    assert pressed.result(process.PATIENCE).is_ok
    assert first.ends() == 0
    _is_connected(start(), sandbox, loop)
    assert loop.run(sanne.types(design, "/teams")).is_ok


def _is_connected(running: Process, sandbox: Sandbox, loop: Loop) -> None:
    running.becomes_ready()
    loop.run(sandbox.socket.connected())


async def _becomes_true(question: Callable[[], bool]) -> None:
    async with asyncio.timeout(process.PATIENCE):
        while not question():  # noqa: ASYNC110 - another process does it, which sets no event here
            await asyncio.sleep(0.01)


def test_a_second_signal_ends_it_at_once(start: Start, sandbox: Sandbox) -> None:
    running = start()
    running.becomes_ready()
    sandbox.faults.until_cleared(Fault("*", Kind.HANGS))
    running.signals()
    running.signals(signal.SIGINT)
    assert running.ends() in {0, 130}


def test_a_machine_that_slept_is_connected_again_and_answers(
    start: Start, sandbox: Sandbox, workspace: Workspace, loop: Loop
) -> None:
    sanne = sandbox.visitor(workspace.person("Sanne de Vries"))
    design = workspace.channel("design", [sanne.person], with_app=True)
    running = start()
    _is_connected(running, sandbox, loop)
    running.signals(signal.SIGSTOP)
    sandbox.socket.patience = 0.3
    assert not loop.run(sanne.types(design, "/teams")).is_ok
    before = sandbox.socket.connections[0]
    closing = loop.begin(sandbox.socket.cuts())
    running.signals(signal.SIGCONT)
    loop.run(sandbox.socket.connected(instead_of=before))
    sandbox.socket.patience = process.PATIENCE
    assert loop.run(sanne.types(design, "/teams")).is_ok
    closing.result(process.PATIENCE)


def test_it_tells_how_it_is(start: Start) -> None:
    address = start().becomes_ready()
    assert process.get(address, "/healthz") == (200, "alive\n")
    checks = json.loads(process.gets(address, "/readyz"))["checks"]
    names = ("database", "migrations", "writable", "tick", "deliver", "slack", "socket")
    assert checks == dict.fromkeys(names, True)
    assert "afspraak_outbox_oldest_seconds 0.0" in process.get(address, "/metrics")[1]
    assert "afspraak_schedules_due 0.0" in process.get(address, "/metrics")[1]
    assert process.get(address, "/slack/events")[0] == 404


def test_a_second_process_on_the_same_file_refuses_and_names_postgresql(start: Start) -> None:
    start().becomes_ready()
    second = start()
    assert second.ends() == 2
    assert "PostgreSQL" in "".join(second.said)


def test_settings_that_are_missing_or_wrong_are_named_without_a_trace(start: Start) -> None:
    wrong = start(SLACK_BOT_TOKEN="", PORT="many", AFSPRAAK_DEFAULT_TZ="Amsterdam")
    assert wrong.ends() == 2
    said = "".join(wrong.said)
    assert "PORT: " in said
    assert "AFSPRAAK_DEFAULT_TZ: 'Amsterdam' is no IANA time zone" in said
    missing = start(SLACK_BOT_TOKEN="")
    assert missing.ends() == 2
    assert "SLACK_BOT_TOKEN is missing" in "".join(missing.said)
    assert "Traceback" not in said + "".join(missing.said)


def test_a_token_that_slack_does_not_know_is_said_in_a_sentence(start: Start) -> None:
    refused = start(SLACK_BOT_TOKEN="xoxb-unknown")
    assert refused.ends() == 2
    (sentence,) = [line for line in refused.said if not line.startswith("{")]
    assert sentence.startswith("Slack does not take SLACK_BOT_TOKEN (invalid_auth): ")


@pytest.mark.postgresql
def test_on_postgresql_it_waits_for_the_operator_to_migrate(start: Start, postgresql_url: str) -> None:
    engine = connect(postgresql_url)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
    engine.dispose()
    early = start(DATABASE_URL=postgresql_url)
    assert early.ends() == 2
    assert "app.py migrate" in "".join(early.said)
    assert start("migrate", DATABASE_URL=postgresql_url).ends() == 0
    two = [start(DATABASE_URL=postgresql_url), start("worker", DATABASE_URL=postgresql_url)]
    assert all(each.becomes_ready() for each in two)
