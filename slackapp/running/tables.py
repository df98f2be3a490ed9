"""The database as the app finds it at start: its own, reachable, and at the version of this code."""

from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlalchemy.orm import Session

from slackapp import database as databases
from slackapp import migrating, outbox
from slackapp.clock import Clock
from slackapp.database import Database
from slackapp.running import alone, watermark
from slackapp.running.cannot import CannotStart

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
        watermark.notice(database)
        yield database
        watermark.Watermark(database).now()


def migrate(url: str, clock: Clock) -> None:
    """Bring the tables to the version of this code; replicas that do it together wait for each other."""
    with _connected(url, clock) as database:
        try:
            migrating.migrate(database.engine)
        except migrating.UnknownVersion as unknown:
            raise CannotStart(f"The tables are of a later version of Afspraak ({unknown}): leave them.") from None


def are_current(session: Session) -> bool:
    """Whether the tables are those that this code expects, or of a later release, beside which it goes on working."""
    return migrating.suits(session.connection())


def _bring_to_head(database: Database) -> None:
    if not database.read_now(are_current):
        log.info("migrating the database")
        migrating.migrate(database.engine)


@contextmanager
def _connected(url: str, clock: Clock) -> Iterator[Database]:
    with alone.with_file(file_of(url)):
        database = Database(databases.connect(url), clock, outbox.put)
        try:
            _check_reachable(database)
            yield database
        finally:
            database.close()


def _check_reachable(database: Database) -> None:
    try:
        database.read_now(databases.is_reachable)
    except OperationalError as failure:
        # The driver's own words name the host and never the password.
        raise CannotStart(f"The database in DATABASE_URL cannot be reached: {str(failure.orig).strip()}") from failure


def file_of(url: str) -> str | None:
    """The file of a SQLite database; None for a server."""
    try:
        parsed = make_url(url)
    except ArgumentError as failure:
        raise CannotStart("DATABASE_URL is no SQLAlchemy URL, such as sqlite:///afspraak.db") from failure
    match parsed.get_backend_name():
        case "postgresql":
            return None
        case "sqlite" if parsed.database and parsed.database != ":memory:":
            return parsed.database
        case "sqlite":
            raise CannotStart("DATABASE_URL must name a file, such as sqlite:///afspraak.db: memory forgets.")
        case other:
            raise CannotStart(f"DATABASE_URL must begin with sqlite: or postgresql:, not {other}:")
