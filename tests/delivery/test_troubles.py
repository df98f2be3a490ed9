"""What is in trouble is not Slack: the database, the disk, a view, or a call that never ends."""

import asyncio
import shutil
import sqlite3
import threading
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from delivery import batch_settle, settle
from delivery.settle import Return
from sandbox.faults import Kind
from slackapp.database import Database
from slackapp.slack import client as slack_client
from tests.delivery.office import Office

pytestmark = pytest.mark.anyio


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch_settle, "PAUSES", (0.01,) * 5)


async def test_a_call_that_hangs_holds_up_no_other_channel(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    sales = office.slack.channel("sales", with_app=True)
    monkeypatch.setattr(slack_client, "PATIENCE_SECONDS", 4)
    office.fails(Kind.HANGS, channel=office.design.id)
    office.says("one")
    await office.deliverer.begin()
    for number in range(3):
        office.says(str(number), to=sales)
        await asyncio.wait_for(office.worker("first").once(), 3)
        office.clock.move(timedelta(seconds=1))
    assert (office.sees(sales), office.sees()) == (["0", "1", "2"], [])
    await office.deliverer.ended()
    await office.works(seconds=40)
    assert office.sees() == ["one"]


async def test_the_database_is_away_while_a_call_is_settled(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settle, "settle_all", _failing(times=3))
    office.says("one")
    office.says("two")
    await office.works()
    assert (office.sees(), office.posts(), office.states()) == (["one", "two"], 2, ["sent", "sent"])


async def test_a_commit_whose_answer_was_lost_is_settled_once(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office.database, "run", _cut_off_after_the_commit(office.database))
    office.says("one")
    office.says("two")
    await office.works()
    assert (office.sees(), office.posts(), office.states()) == (["one", "two"], 2, ["sent", "sent"])
    assert office.count_is_right()


async def test_one_claim_that_cannot_be_settled_spoils_no_other(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    sales = office.slack.channel("sales", with_app=True)
    office.says("one")
    office.says("two", to=sales)
    first = office.rows()[0].id
    monkeypatch.setattr(settle, "settle_all", _failing(times=99, about=first))
    await office.deliverer.once()
    assert office.states() == ["sending", "sent"]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_another_program_writes_to_the_file_for_a_while(office: Office) -> None:
    office.says("one")
    other = sqlite3.connect(str(office.database.engine.url.database), isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    threading.Timer(0.7, other.execute, ["COMMIT"]).start()
    await office.works()
    assert (office.sees(), office.states()) == (["one"], ["sent"])
    other.close()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_full_disk_loses_nothing(office: Office) -> None:
    office.says("one")
    office.database.run_now(lambda session: session.execute(text("CREATE TABLE ballast (stuff BLOB)")))
    with pytest.raises(OperationalError):
        office.database.run_now(_fill)
    await office.works()
    office.database.run_now(lambda session: session.execute(text("PRAGMA max_page_count = 1000000")))
    office.says("two")
    await office.works(seconds=100)
    assert (office.sees(), office.states()) == (["one", "two"], ["sent", "sent"])


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_yesterdays_backup_is_restored_and_nothing_is_posted_again(office: Office, tmp_path: Path) -> None:
    sales = office.slack.channel("sales", with_app=True)
    for number in range(3):
        office.says(f"design {number}")
        office.says(f"sales {number}", to=sales)
    await office.deliverer.once()
    file = Path(str(office.database.engine.url.database))
    _back_up(file, tmp_path / "backup.db")
    await office.works(seconds=10)
    office.clock.move(timedelta(days=1))
    office.database.engine.dispose()
    for each in (file, file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-shm")):
        each.unlink(missing_ok=True)
    shutil.copy(tmp_path / "backup.db", file)
    await office.works(seconds=30)
    assert (office.sees(), office.sees(sales)) == ([f"design {n}" for n in range(3)], [f"sales {n}" for n in range(3)])
    assert set(office.states()) == {"sent"}


@pytest.mark.parametrize("jump", [timedelta(hours=-1), timedelta(hours=1), timedelta(days=1)])
async def test_the_clock_of_the_machine_jumps(office: Office, jump: timedelta) -> None:
    office.fails(Kind.DROPS, worked=True)
    for said in ("one", "two"):
        office.says(said)
    await office.deliverer.once()
    office.clock._now += jump
    await office.works(seconds=40)
    office.clock._now -= min(jump, timedelta(0))
    await office.works(seconds=60)
    assert (office.sees(), office.posts(), office.states()) == (["one", "two"], 2, ["sent", "sent"])


def _back_up(file: Path, copy: Path) -> None:
    source, target = sqlite3.connect(file), sqlite3.connect(copy)
    source.backup(target)
    source.close()
    target.close()


def _fill(session: Session) -> None:
    pages = session.scalar(text("PRAGMA page_count")) or 0
    session.execute(text(f"PRAGMA max_page_count = {pages + 4}"))
    for _ in range(100):
        session.execute(text("INSERT INTO ballast VALUES (zeroblob(4096))"))


def _failing(times: int, about: int | None = None) -> Callable[[Session, Sequence[Return]], None]:
    real, left = settle.settle_all, [times]

    def settle_all(session: Session, returned: Sequence[Return]) -> None:
        if left[0] and about in {None, *(each.claim.message_id for each in returned)}:
            left[0] -= 1
            raise OperationalError("", {}, Exception("the server is being restarted"))
        real(session, returned)

    return settle_all


def _cut_off_after_the_commit(database: Database) -> Callable[..., Any]:
    real = database.run
    settled: list[object] = []

    async def run(rule: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        answer = await real(rule, *args, **kwargs)
        if rule is settle.settle_all and not settled:
            settled.append(rule)
            raise OperationalError("", {}, Exception("the connection was cut"))
        return answer

    return run
