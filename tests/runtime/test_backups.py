"""`app.py backup`, `restore` and `restored`, as an operator uses them (issue 11, E1)."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import text

from runtime import backups, sqlite_lock, tables, watermark
from runtime.cannot_start import CannotStart
from slackapp import database, migrating
from slackapp.clock import MovableClock
from tests.runtime import process
from tests.stories.driver.opening import TUESDAY_MORNING


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(TUESDAY_MORNING)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "monday.backup"


def test_what_was_written_after_the_backup_is_gone_and_the_rest_is_there(
    database_url: str, clock: MovableClock, target: Path
) -> None:
    _notes(database_url, clock, "before")
    backups.backup(database_url, target, clock)
    _notes(database_url, clock, "after")
    clock.move(timedelta(hours=2))
    lost = backups.restore(database_url, target, clock)
    assert _noted(database_url, clock) == ["before"]
    assert (lost.since, lost.until) == (TUESDAY_MORNING, clock.now())
    assert target.stat().st_mode & 0o077 == 0, "what people wrote is for the app's own user only"


def test_a_backup_is_whole_while_somebody_writes(sqlite_url: str, clock: MovableClock, target: Path) -> None:
    _notes(sqlite_url, clock, "before")
    with closing(sqlite3.connect(_file(sqlite_url), isolation_level=None)) as writing:
        writing.execute("BEGIN IMMEDIATE")
        writing.execute("INSERT INTO notes VALUES ('half')")
        backups.backup(sqlite_url, target, clock)
        writing.execute("COMMIT")
    backups.restore(sqlite_url, target, clock)
    assert _noted(sqlite_url, clock) == ["before"]


def test_a_backup_is_never_written_over(database_url: str, clock: MovableClock, target: Path) -> None:
    target.write_text("precious", encoding="ascii")
    with pytest.raises(CannotStart, match="never written over"):
        backups.backup(database_url, target, clock)
    assert target.read_text(encoding="ascii") == "precious"


@pytest.mark.parametrize("content", [b"", b"no database at all, of course", None])
def test_what_is_no_backup_changes_nothing(
    database_url: str, clock: MovableClock, target: Path, content: bytes | None
) -> None:
    _notes(database_url, clock, "there")
    if content is not None:
        target.write_bytes(content)
    with pytest.raises(CannotStart):
        backups.restore(database_url, target, clock)
    assert _noted(database_url, clock) == ["there"]


def test_another_programs_file_is_no_backup(sqlite_url: str, clock: MovableClock, target: Path) -> None:
    with closing(sqlite3.connect(target)) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(CannotStart, match="is no database of Afspraak"):
        backups.restore(sqlite_url, target, clock)


def test_a_backup_of_a_later_version_changes_nothing(sqlite_url: str, clock: MovableClock, target: Path) -> None:
    _notes(sqlite_url, clock, "there")
    shutil.copy(_file(sqlite_url), target)
    with closing(sqlite3.connect(target)) as later:
        later.execute("UPDATE alembic_version SET version_num = '9999'")
        later.commit()
    with pytest.raises(CannotStart, match="of a later version of Afspraak"):
        backups.restore(sqlite_url, target, clock)
    assert _noted(sqlite_url, clock) == ["there"]


def test_a_backup_of_an_older_version_is_brought_up_to_date(
    database_url: str, clock: MovableClock, target: Path
) -> None:
    _downgrade(database_url, "0007")
    backups.backup(database_url, target, clock)
    _upgrade(database_url)
    backups.restore(database_url, target, clock)
    with tables.opened(database_url, clock) as opened:
        assert opened.read_now(tables.are_current)


def test_what_was_there_before_is_kept_and_a_broken_file_is_replaced(
    sqlite_url: str, clock: MovableClock, target: Path
) -> None:
    _notes(sqlite_url, clock, "there")
    backups.backup(sqlite_url, target, clock)
    _file(sqlite_url).write_bytes(b"a disk has died " * 1000)
    backups.restore(sqlite_url, target, clock)
    assert _noted(sqlite_url, clock) == ["there"]
    assert _file(sqlite_url).with_name("afspraak.db.replaced").read_bytes().startswith(b"a disk")


def test_nothing_is_restored_under_an_app_that_works(database_url: str, clock: MovableClock, target: Path) -> None:
    backups.backup(database_url, target, clock)
    with tables.opened(database_url, clock) as working:
        working.read_now(tables.are_current)
        with pytest.raises(CannotStart, match=r"Another process works on|stop every process"):
            backups.restore(database_url, target, clock)
        if working.is_sqlite:
            with pytest.raises(CannotStart, match="Another process works on"):
                backups.restored(database_url, clock)


def test_restored_by_other_means(sqlite_url: str, clock: MovableClock, target: Path) -> None:
    """A snapshot of a disk looks as if nothing had happened: the operator says so."""
    with tables.opened(sqlite_url, clock):
        pass
    lost = backups.restored(sqlite_url, clock, numbers=5000)
    assert "between 2026-11-24 08:00 and 2026-11-24 08:01 UTC is lost" in backups.told(lost, 5000)
    assert watermark.read(str(_file(sqlite_url))).ids["incarnations"] > int(TUESDAY_MORNING.timestamp()) * 1000


@pytest.mark.postgresql
def test_without_the_tools_of_postgresql_it_says_what_to_do(
    postgresql_url: str, clock: MovableClock, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(target.parent))
    with pytest.raises(CannotStart, match=r"pg_dump is not on this machine\. Make the back-up where it is"):
        backups.backup(postgresql_url, target, clock)
    target.write_bytes(b"PGDMP")
    with pytest.raises(CannotStart, match=r"pg_restore is not on this machine. Stop every process .* app.py restored"):
        backups.restore(postgresql_url, target, clock)


def test_the_commands_say_what_they_did(sqlite_url: str, tmp_path: Path) -> None:
    assert _types(tmp_path, sqlite_url, "backup", "copy") == (0, "The back-up is in copy.\n", "")
    status, said, _ = _types(tmp_path, sqlite_url, "restore", "copy")
    assert (status, said.startswith("Restored. What was made between ")) == (0, True)
    status, _, refused = _types(tmp_path, sqlite_url, "restore", "nowhere")
    assert (status, refused) == (2, "There is no file nowhere.\n")
    with sqlite_lock.with_file(_file(sqlite_url)):
        status, _, refused = _types(tmp_path, sqlite_url, "restore", "copy")
    assert (status, refused.startswith("Another process works on")) == (2, True)


def _types(folder: Path, url: str, *words: str) -> tuple[int, str, str]:
    asked = [sys.executable, str(process.HOUSE / "app.py"), *words]
    env = {"DATABASE_URL": url, "PYTHONPATH": str(process.HOUSE), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(asked, cwd=folder, env=env, capture_output=True, text=True, check=False)
    logged = [line for line in done.stderr.splitlines(keepends=True) if not line.startswith("{")]
    return done.returncode, done.stdout, "".join(logged)


def _notes(url: str, clock: MovableClock, note: str) -> None:
    with tables.opened(url, clock) as opened:
        opened.run_now(lambda session: session.execute(text("CREATE TABLE IF NOT EXISTS notes (note TEXT)")))
        opened.run_now(lambda session: session.execute(text("INSERT INTO notes VALUES (:note)"), {"note": note}))


def _noted(url: str, clock: MovableClock) -> list[str]:
    with tables.opened(url, clock) as opened:
        return opened.read_now(lambda session: list(session.scalars(text("SELECT note FROM notes"))))


def _file(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


def _upgrade(url: str) -> None:
    engine = database.connect(url)
    migrating.migrate(engine)
    engine.dispose()


def _downgrade(url: str, revision: str) -> None:
    engine = database.connect(url)
    with engine.begin() as connection:
        command.downgrade(migrating._config(connection), revision)
    engine.dispose()
