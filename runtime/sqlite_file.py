"""The file of a SQLite database: what can be wrong with it, who may read it, and that there was one."""

import os
import stat
from pathlib import Path

import structlog
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from runtime.cannot_start import CannotStart
from runtime.sqlite_copies import BESIDE as OF_SQLITE

MARKER = ".installed"
"""The end of the name of a small file beside the database, by which one that has gone or is empty is noticed."""
REMEMBERED = "Afspraak keeps its data in the database beside this file. Remove both to begin anew.\n"
BESIDE = (*OF_SQLITE, MARKER, ".lock", ".seen")
HEADER = b"SQLite format 3\0"
OTHERS = stat.S_IRWXG | stat.S_IRWXO
EXAMPLE = "such as sqlite:///afspraak.db"

log = structlog.get_logger()


def of(url: str) -> Path | None:
    """The file in DATABASE_URL, whatever links lead to it; None for a server. CannotStart where it names neither."""
    parsed = _parsed(url)
    match parsed.drivername.partition("+"):
        case "postgresql", *_:
            return None
        case "sqlite", _, "" | "pysqlite":
            return _path(parsed.database)
        case "sqlite", _, driver:
            raise CannotStart(f"DATABASE_URL must begin with sqlite:, without the driver {driver}.")
        case other, *_:
            raise CannotStart(f"DATABASE_URL must begin with sqlite: or postgresql:, not {other}:")


def check(file: Path) -> None:
    """CannotStart where this can be no database; one that is not there yet can become one."""
    try:
        begins = _beginning(file)
    except OSError as failure:
        raise CannotStart(f"{file} cannot be read: {failure.strerror}.") from failure
    if begins not in {b"", HEADER}:
        raise CannotStart(f"{file} is no SQLite database, or a damaged one: put a back-up in its place.")


def opened(file: Path) -> int:
    """A descriptor of a file, which is made for our own user alone if need be. CannotStart where that is refused."""
    try:
        return os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as failure:
        raise CannotStart(f"{file} cannot be written: {failure.strerror}.") from failure


def remember(file: Path) -> None:
    """Leave the marker beside a database that has tables; a disk that is full does not stop anybody here."""
    try:
        descriptor = os.open(_marker(file), os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as marker:
            marker.write(REMEMBERED)
    except OSError as failure:
        log.warning("cannot write beside the database", why=failure.strerror)


def check_kept(file: Path) -> None:
    """CannotStart where there was a database: this one is empty, or has only just been made."""
    if _marker(file).exists():
        raise CannotStart(
            f"{file} is gone or has no tables, and Afspraak has worked with it before: put a back-up in its place. "
            f"To begin anew, remove {_marker(file)}."
        )


def open_to_others(file: Path) -> list[Path]:
    """What of the database other users of this machine may read or write."""
    beside = [file.with_name(file.name + ending) for ending in BESIDE]
    return [each for each in beside if each.exists() and each.stat().st_mode & OTHERS]


def _parsed(url: str) -> URL:
    try:
        return make_url(url)
    except (ArgumentError, ValueError) as failure:
        raise CannotStart(f"DATABASE_URL is no SQLAlchemy URL, {EXAMPLE}") from failure


def _path(database: str | None) -> Path:
    if not database or database == ":memory:":
        raise CannotStart(f"DATABASE_URL must name a file, {EXAMPLE}: memory forgets.")
    if database.startswith("file:"):
        raise CannotStart(f"DATABASE_URL must name the file itself, {EXAMPLE}, and not a file: address.")
    try:
        return Path(database).resolve()
    except (OSError, ValueError, RuntimeError) as failure:
        raise CannotStart(f"DATABASE_URL names no file that there can be, {EXAMPLE}.") from failure


def _beginning(file: Path) -> bytes:
    if not file.parent.is_dir():
        raise CannotStart(f"The folder {file.parent} of the database does not exist: make it, or change DATABASE_URL.")
    if not file.exists():
        return b""
    if not file.is_file():
        raise CannotStart(f"{file} is no file: DATABASE_URL must name one, {EXAMPLE}.")
    with file.open("rb") as database:
        return database.read(len(HEADER))


def _marker(file: Path) -> Path:
    return file.with_name(file.name + MARKER)
