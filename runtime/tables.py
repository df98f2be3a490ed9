"""The database as the app finds it at start: its own, reachable, whole, and at the version of this code."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import structlog
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.orm import Session

from runtime import sqlite_file, sqlite_lock, watermark, write_probe
from runtime.cannot_start import CannotStart
from slackapp import database as databases
from slackapp import migrating, outbox
from slackapp.clock import Clock
from slackapp.database import Database

log = structlog.get_logger()


@contextmanager
def opened(url: str, clock: Clock) -> Iterator[Database]:
    """The database, ready for work, until the block ends. CannotStart says what is wrong with it.

    SQLite is migrated here: this process is the only one. On PostgreSQL the replica that happens to start first must
    not change tables under the others, so `app.py migrate` does it.
    """
    with _connected(url, clock) as database:
        if database.is_sqlite:
            _bring_to_head(database)
        elif not database.read_now(are_current):
            raise CannotStart("The tables are not those of this version: run `python app.py migrate` once, then start.")
        _check_writable(database)
        watermark.notice(database)
        yield database
        watermark.Watermark(database).now()


def migrate(url: str, clock: Clock) -> None:
    """Bring the tables to the version of this code; replicas that do it together wait for each other."""
    with _connected(url, clock) as database:
        _migrate(database)


def are_current(session: Session) -> bool:
    """Whether the tables are those that this code expects, or of a later release, beside which it goes on working."""
    return migrating.suits(session.connection())


def is_whole(session: Session) -> bool:
    """Whether a SQLite file is neither damaged nor cut off; raises what the driver raises when it cannot even tell."""
    return bool(session.scalar(text("PRAGMA quick_check(1)")) == "ok")


def _bring_to_head(database: Database) -> None:
    if not database.read_now(are_current):
        log.info("migrating the database")
        _migrate(database)


def _migrate(database: Database) -> None:
    try:
        migrating.migrate(database.engine)
    except migrating.UnknownVersion as unknown:
        raise CannotStart(f"The tables are of a later version of Afspraak ({unknown}): leave them.") from None
    except DBAPIError as failure:
        raise CannotStart(f"The tables cannot be brought to this version: {_said(failure)}.") from failure
    if file := _file(database):
        sqlite_file.remember(file)


@contextmanager
def _connected(url: str, clock: Clock) -> Iterator[Database]:
    file = sqlite_file.of(url)
    if file:
        sqlite_file.check(file)
    with sqlite_lock.with_file(file):
        database = Database(databases.connect(url), clock, outbox.put)
        try:
            _check(database)
            yield database
        finally:
            database.close()


def _check(database: Database) -> None:
    try:
        database.read_now(databases.is_reachable)
        if file := _file(database):
            _check_file(database, file)
    except OperationalError as failure:
        # The driver's own words name the host and never the password.
        raise CannotStart(f"The database in DATABASE_URL cannot be reached: {_said(failure)}") from failure
    except DBAPIError as failure:
        raise CannotStart(f"The database in DATABASE_URL cannot be used: {_said(failure)}") from failure


def _check_file(database: Database, file: Path) -> None:
    if not database.read_now(is_whole):
        raise CannotStart(f"{file} is damaged: put a back-up in its place (docs/operate.md).")
    if database.read_now(_has_tables):
        sqlite_file.remember(file)
    else:
        sqlite_file.check_kept(file)


def _check_writable(database: Database) -> None:
    try:
        database.run_now(write_probe.beat)
    except DBAPIError as failure:
        raise CannotStart(f"The database in DATABASE_URL cannot be written: {_said(failure)}.") from failure


def _has_tables(session: Session) -> bool:
    return bool(inspect(session.connection()).get_table_names())


def _file(database: Database) -> Path | None:
    return sqlite_file.of(str(database.engine.url)) if database.is_sqlite else None


def _said(failure: DBAPIError) -> str:
    return str(failure.orig).strip()
