"""SQLite files, as an operator handles them: copied while they are written to, and put in each other's place."""

import sqlite3
from contextlib import closing
from pathlib import Path

from runtime.cannot_start import CannotStart

BESIDE = ("", "-wal", "-shm")
"""The database, and what SQLite keeps beside it while it is open."""


def copy(source: Path, target: Path) -> None:
    """A whole copy, of one moment, for the app's own user only. CannotStart where the source is no database of ours."""
    target.touch(mode=0o600)
    try:
        with closing(_opened(source)) as old, closing(sqlite3.connect(target)) as new:
            _check(old, source)
            old.backup(new)
    except sqlite3.Error as failure:
        remove(target)
        raise CannotStart(f"{source} cannot be copied to {target}: {failure}.") from failure
    except CannotStart:
        remove(target)
        raise


def replace(file: Path, new: Path) -> None:
    """Put a file that nobody has open in the place of another, which is kept as `….replaced`."""
    for ending in BESIDE:
        old = file.with_name(file.name + ending)
        if old.exists():
            old.replace(file.with_name(f"{file.name}.replaced{ending}"))
    new.replace(file)


def remove(file: Path) -> None:
    """Take a file away, with all that is beside it; it need not be there."""
    for ending in BESIDE:
        file.with_name(file.name + ending).unlink(missing_ok=True)


def _opened(file: Path) -> sqlite3.Connection:
    if not file.is_file():
        raise CannotStart(f"There is no file {file}.")
    # Never made where it is not there, and read also while the app writes.
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=rw", uri=True)


def _check(database: sqlite3.Connection, file: Path) -> None:
    try:
        is_ours = database.execute("SELECT count(*) FROM alembic_version").fetchone() == (1,)
        state = database.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as failure:
        raise CannotStart(f"{file} is no database of Afspraak: {failure}.") from failure
    if not is_ours or state != "ok":
        raise CannotStart(f"{file} is no whole database of Afspraak: {state}.")
