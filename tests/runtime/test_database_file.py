"""The file of a SQLite database: locked whatever it is called, missed when it is gone, and for nobody else to read."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import app
from runtime import sqlite_file, tables
from runtime.cannot_start import CannotStart
from slackapp.clock import SystemClock
from tests.logged import Log

HELD = "Another process works on"


@contextmanager
def at_work(file: Path) -> Iterator[None]:
    with tables.opened(f"sqlite:///{file}", SystemClock()):
        yield


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the app has been at work."""
    found = tmp_path / "afspraak.db"
    with at_work(found):
        pass
    return found


def refused(file: Path) -> str:
    with pytest.raises(CannotStart) as reason, at_work(file):
        pass
    return str(reason.value)


@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_it_is_held_by_every_name(file: Path, tmp_path: Path, link: object) -> None:
    other = tmp_path / "other.db"
    assert callable(link)
    link(file, other)
    with at_work(file):
        assert HELD in refused(other)


def test_it_is_held_when_what_lies_beside_it_is_removed(file: Path) -> None:
    with at_work(file):
        for beside in (".installed", ".lock"):
            file.with_name(file.name + beside).unlink(missing_ok=True)
        assert HELD in refused(file)


def test_it_is_free_again_when_the_work_has_ended(file: Path) -> None:
    for _ in range(2):
        with at_work(file):
            pass


def test_an_empty_file_where_there_was_a_database_is_noticed(file: Path) -> None:
    file.write_bytes(b"")
    assert "Afspraak has worked with it before: put a back-up in its place" in refused(file)
    file.unlink()
    assert "is gone" in refused(file)
    file.with_name("afspraak.db.installed").unlink()
    with at_work(file):
        pass


def test_a_file_from_before_there_were_markers_gets_one(file: Path) -> None:
    marker = file.with_name("afspraak.db.installed")
    marker.unlink()
    with at_work(file):
        assert marker.exists()


def test_nobody_else_may_read_what_it_makes(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with at_work(tmp_path / "afspraak.db"):
            made = {each.name: stat.S_IMODE(each.stat().st_mode) for each in tmp_path.iterdir()}
    finally:
        os.umask(before)
    names = ("afspraak.db", "afspraak.db-wal", "afspraak.db-shm", "afspraak.db.installed", "afspraak.db.seen")
    assert made == dict.fromkeys(names, 0o600)


def _of_garbage(file: Path) -> None:
    file.write_bytes(os.urandom(5000))


def _cut_off(file: Path) -> None:
    os.truncate(file, 3 * 4096)


def _overwritten(file: Path) -> None:
    with file.open("r+b") as database:
        database.seek(4096)
        database.write(b"\xff" * 40_000)


@pytest.mark.parametrize("damage", [_of_garbage, _cut_off, _overwritten])
def test_a_damaged_file_is_said_to_be_damaged(file: Path, damage: object) -> None:
    assert callable(damage)
    damage(file)
    assert "damaged" in refused(file) or "malformed" in refused(file)


NOWHERE = [
    ("sqlite:////no/such/folder/afspraak.db", "The folder /no/such/folder of the database does not exist"),
    ("sqlite:////sys/afspraak.db", "/sys/afspraak.db cannot be written"),
    ("sqlite:////tmp", "/tmp is no file"),
    ("sqlite:////dev/null", "/dev/null is no file"),
    ("sqlite:///file:afspraak.db?uri=true", "not a file: address"),
    ("sqlite:///" + "a" * 300, "cannot be read: File name too long"),
    ("sqlite:///a%00b.db", "DATABASE_URL names no file"),
    ("sqlite://", "memory forgets"),
    ("sqlite+aiosqlite:///afspraak.db", "without the driver aiosqlite"),
    ("mysql://db/afspraak", "not mysql"),
    ("nonsense://db/afspraak", "not nonsense"),
    ("postgresql://db:port/afspraak", "no SQLAlchemy URL"),
    ("afspraak.db", "no SQLAlchemy URL"),
]


@pytest.fixture
def umask() -> Iterator[None]:
    """As it was, after what the command line sets."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.parametrize(("url", "sentence"), NOWHERE)
@pytest.mark.parametrize("command", ["migrate", "tick", "run", "worker", "tick --dry-run"])
def test_a_database_that_cannot_be_is_a_sentence_and_status_2(
    url: str,
    sentence: str,
    command: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    log: Log,
    umask: None,
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    monkeypatch.setenv("SLACK_APP_TOKEN", "xapp-1")
    assert runs(command, monkeypatch) == 2
    said = capsys.readouterr().err
    assert sentence in said
    assert "Traceback" not in said


def test_the_demo_says_it_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], log: Log, umask: None
) -> None:
    assert runs("demo --port 0 --keep /no/such/folder/demo.db", monkeypatch) == 2
    assert capsys.readouterr().err.startswith("The folder /no/such/folder of the database does not exist")


def runs(command: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """`python app.py …` in this process; the exit status."""
    monkeypatch.setattr("sys.argv", ["app.py", *command.split()])
    return app.main()


def test_what_a_later_release_has_made_is_not_migrated_and_said_so(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'of tomorrow'")
    with pytest.raises(CannotStart, match="of a later version of Afspraak"):
        tables.migrate(f"sqlite:///{file}", SystemClock())


def test_what_others_may_read_is_found(file: Path) -> None:
    assert sqlite_file.open_to_others(file) == []
    file.chmod(0o640)
    assert sqlite_file.open_to_others(file) == [file]
