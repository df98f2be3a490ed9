"""SQLite as it was measured to lose nothing (docs/decisions/databases.md)."""

import sqlite3
from pathlib import Path

import pytest

from slackapp.database import connect


def test_a_transaction_that_reads_first_may_still_write(tmp_path: Path) -> None:
    """It has the write lock from the start: nobody writes between what it reads and what it writes."""
    file = tmp_path / "afspraak.db"
    engine = connect(f"sqlite:///{file}")
    with engine.begin() as ours:
        ours.exec_driver_sql("SELECT count(*) FROM sqlite_master")
        theirs = sqlite3.connect(file, timeout=0, isolation_level=None)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            theirs.execute("BEGIN IMMEDIATE")
        theirs.close()
        ours.exec_driver_sql("CREATE TABLE written (id INTEGER)")
    engine.dispose()


def test_what_is_committed_is_on_the_disk(tmp_path: Path) -> None:
    """FULL, as SQLite numbers it: https://www.sqlite.org/pragma.html#pragma_synchronous."""
    engine = connect(f"sqlite:///{tmp_path / 'afspraak.db'}")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    engine.dispose()
