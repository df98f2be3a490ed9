"""Engine, sessions, and the bridge from the event loop to the database threads."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

import structlog
from sqlalchemy import URL, Dialect, Engine, Row, Table, create_engine, event, inspect, literal, make_url, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.types import DateTime, String, TypeDecorator, TypeEngine

from slackapp import holiday_calendars, zones
from slackapp.clock import Clock

P = ParamSpec("P")
R = TypeVar("R")

log = structlog.get_logger()

POSTGRESQL_OPTIONS = "-c statement_timeout=15s -c lock_timeout=5s -c idle_in_transaction_session_timeout=30s"
ROWS = 500
"""So many in one statement; a database takes only so many values."""
SQLITE_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=30000")


class Database:
    """One database: `run` for changes, `read` for questions, each in one transaction in a thread.

    SQLite has one writer, so that no transaction waits for a lock with the event loop behind it; its readers never
    wait for the writer (WAL). PostgreSQL shares one pool of threads for both.
    """

    def __init__(self, engine: Engine, clock: Clock, before_commit: Callable[[Session], None]) -> None:
        """Open the threads; the engine connects at first use. `before_commit` writes what a transaction owes."""
        self.engine = engine
        self.clock = clock
        self.is_sqlite = engine.dialect.name == "sqlite"
        self._sessions = sessionmaker(engine, info={"clock": clock}, expire_on_commit=False)
        event.listen(self._sessions, "before_commit", before_commit)
        self._reading = sessionmaker(
            engine.execution_options(read_only=True), info={"clock": clock}, expire_on_commit=False
        )
        self._writers = ThreadPoolExecutor(1 if self.is_sqlite else 8, "database")
        self._readers = ThreadPoolExecutor(4, "reading") if self.is_sqlite else self._writers

    async def run(self, rule: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Call a rule in a transaction of its own and commit it; whatever the rule raises rolls it back."""
        return await self._in(self._writers, lambda: self.run_now(rule, *args, **kwargs))

    async def read(self, query: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Ask a question; nothing that it might change is kept."""
        return await self._in(self._readers, lambda: self.read_now(query, *args, **kwargs))

    def run_now(self, rule: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The same as `run` for code that has no event loop: the command line, migrations, tests."""
        with self._sessions.begin() as session:
            return rule(session, *args, **kwargs)

    def read_now(self, query: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The same as `read` for code that has no event loop."""
        with self._reading() as session:
            return query(session, *args, **kwargs)

    def close(self) -> None:
        """Let what runs finish, then give back threads and connections."""
        self._writers.shutdown()
        self._readers.shutdown()
        self.engine.dispose()

    async def _in(self, threads: ThreadPoolExecutor, call: Callable[[], R]) -> R:
        return await asyncio.get_running_loop().run_in_executor(threads, call)


def connect(url: str) -> Engine:
    """An engine with the settings that were measured to lose nothing (docs/decisions/databases.md)."""
    parsed = make_url(url)
    return _sqlite(parsed) if parsed.get_backend_name() == "sqlite" else _postgresql(parsed)


def _postgresql(url: URL) -> Engine:
    return create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_size=8,
        max_overflow=4,  # for the questions about health, which have threads of their own
        pool_pre_ping=True,
        hide_parameters=True,  # what people wrote must not stand in a trace
        connect_args={"options": POSTGRESQL_OPTIONS, "connect_timeout": 5},
    )


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, pool_size=6, hide_parameters=True)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    # The driver would begin transactions by itself, too late to hold the write lock: 686 of 800 updates were lost.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in SQLITE_PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    read_only = connection.get_execution_options().get("read_only", False)
    connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")


def is_reachable(session: Session) -> bool:
    """Whether the database answers at all; raises what the driver raises when it does not."""
    return bool(session.scalar(text("SELECT 1")))


def insert_new(session: Session, table: type[DeclarativeBase], **values: object) -> bool:
    """Insert a row unless one with the same unique key stands already; whether it was new.

    On PostgreSQL this waits for another transaction that is inserting the same key.
    """
    statement = _insert(session, table).values(**values).on_conflict_do_nothing().returning(literal(1))
    return session.scalar(statement) is not None


def insert_all_new(
    session: Session, table: type[DeclarativeBase], rows: Sequence[Mapping[str, object]], told: Sequence[str] = ("id",)
) -> list[Row[Any]]:
    """The same for many rows, which are numbered in their order; these columns of those that were new.

    Every row has the same columns.
    """
    columns = cast("Table", inspect(table).local_table)
    statement = _insert(session, columns).on_conflict_do_nothing().returning(*(columns.c[name] for name in told))
    found: list[Row[Any]] = []
    for start in range(0, len(rows), ROWS):
        found += session.execute(statement, [dict(row) for row in rows[start : start + ROWS]]).all()
    return found


def _insert(session: Session, table: type[DeclarativeBase] | Table) -> sqlite.Insert | postgresql.Insert:
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    return insert(table)


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware in, aware UTC out, naive refused. timestamptz on PostgreSQL, fixed-width text on SQLite."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[datetime] | TypeEngine[str]:
        """Text of a fixed width sorts as time does, which SQLite's own dates do not promise."""
        return String(27) if dialect.name == "sqlite" else DateTime(timezone=True)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | str | None:
        """Refuse a moment without a zone; ValueError."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone cannot be stored")
        moment = value.astimezone(UTC)
        return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ") if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | str | None, dialect: Dialect) -> datetime | None:
        """Every moment that leaves the database is aware and in UTC."""
        if value is None:
            return None
        return datetime.fromisoformat(value) if isinstance(value, str) else value.astimezone(UTC)


class ZoneName(TypeDecorator[str]):
    """The name of a time zone. One that this machine does not know, as after a move to an older one, reads as UTC."""

    impl = String(64)
    cache_ok = True

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Every name that leaves the database is that of a clock that can be read."""
        return value if value is None or zones.is_known(value) else zones.UTC


class CalendarName(TypeDecorator[str]):
    """Whose holidays are kept: "NL", "DE-BY". One that is not known any more reads as its country's, or as none."""

    impl = String(40)
    cache_ok = True

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Every calendar that leaves the database can be looked into."""
        return holiday_calendars.known(value)
