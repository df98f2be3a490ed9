"""One process for one SQLite file."""

import fcntl
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from runtime import sqlite_file
from runtime.cannot_start import CannotStart

LOCKS_THE_DATABASE = sys.platform == "linux"
"""There flock() and the locks of SQLite do not see each other; elsewhere they do, and a file beside it is locked."""


@contextmanager
def with_file(file: Path | None) -> Iterator[None]:
    """Hold a SQLite file until the block ends; CannotStart where that cannot be. None holds nothing.

    The lock is on the file itself, by whatever name it is reached, and holds when that name is removed. The block must
    close its connections before it ends: closing this descriptor drops SQLite's own locks.
    """
    if file is None:
        yield
        return
    descriptor = sqlite_file.opened(file if LOCKS_THE_DATABASE else file.with_name(f"{file.name}.lock"))
    try:
        _lock(descriptor, file)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int, file: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as taken:
        raise CannotStart(
            f"Another process works on {file}. A SQLite file serves one process; for several, "
            "name a PostgreSQL database in DATABASE_URL."
        ) from taken
