"""Bringing the tables to the version of this code, and telling whether they are."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text
from sqlalchemy.engine import Connection

from slackapp import autoincrement

SCRIPTS = Path(__file__).resolve().parent.parent / "migrations"
ONE_AT_A_TIME = 7_237_726
"""The advisory lock under which replicas that start together migrate one after another."""


class UnknownVersion(Exception):
    """The tables are of a version that this code does not know; its text is that version."""


def migrate(engine: Engine, revision: str = "head") -> None:
    """Upgrade in one transaction: a migration that fails half-way leaves the tables as they were.

    Raises UnknownVersion for tables of a later release.
    """
    is_sqlite = engine.dialect.name == "sqlite"
    with _without_foreign_keys(engine) if is_sqlite else engine.begin() as connection:
        if not is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ONE_AT_A_TIME})
        _check_known(connection)
        command.upgrade(_config(connection), revision)
        if is_sqlite:
            autoincrement.ensure(connection)


def is_at_head(connection: Connection) -> bool:
    """Whether the tables are those that this code expects."""
    return _found(connection) == _revisions().heads


def suits(connection: Connection) -> bool:
    """Whether this code can work on the tables: they are those that it expects, or those of a later release.

    A migration only adds what the release before can leave out (tests/fire/test_upgrades.py), so that replicas can be
    replaced one after the other, and the release before can be put back.
    """
    found, revisions = _found(connection), _revisions()
    return found == revisions.heads or (bool(found) and not found & revisions.known)


@dataclass(frozen=True)
class _Revisions:
    known: frozenset[str]
    heads: frozenset[str]


@cache
def _revisions() -> _Revisions:
    """Those of this code, whose files Alembic compiles anew each time that it reads them."""
    scripts = ScriptDirectory(str(SCRIPTS))
    known = frozenset(script.revision for script in scripts.walk_revisions())
    return _Revisions(known, frozenset(scripts.get_heads()))


def _found(connection: Connection) -> set[str]:
    return set(MigrationContext.configure(connection).get_current_heads())


def _check_known(connection: Connection) -> None:
    if unknown := _found(connection) - _revisions().known:
        raise UnknownVersion(", ".join(sorted(unknown)))


@contextmanager
def _without_foreign_keys(engine: Engine) -> Iterator[Connection]:
    """A transaction in which SQLite lets a table be replaced by its copy; it can only be said outside of one."""
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        if driver is None:
            raise RuntimeError("the connection was lost")
        driver.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                yield connection
        finally:
            driver.execute("PRAGMA foreign_keys=ON")


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes["connection"] = connection
    return config
