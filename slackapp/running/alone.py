"""One process for one SQLite file."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from slackapp.running.cannot import CannotStart


@contextmanager
def with_file(file: str | None) -> Iterator[None]:
    """Hold a SQLite file until the block ends; CannotStart where another process holds it. None holds nothing."""
    if file is None:
        yield
        return
    # Beside the database: closing the file itself would drop SQLite's own locks on it.
    with Path(f"{file}.lock").open("w", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as taken:
            raise CannotStart(
                f"Another process works on {file}. A SQLite file serves one process; for several, "
                "name a PostgreSQL database in DATABASE_URL."
            ) from taken
        yield
