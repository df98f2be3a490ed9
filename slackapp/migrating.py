"""Bringing the tables to the version of this code, and telling whether they are."""

from collections.abc import Iterator
from contextlib import contextmanager
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
    heads = set(ScriptDirectory.from_config(_config(connection)).get_heads())
    return set(MigrationContext.configure(connection).get_current_heads()) == heads


def suits(connection: Connection) -> bool:
    """Whether this code can work on the tables: they are those that it expects, or those of a later release.

    A migration only adds what the release before can leave out (tests/fire/test_upgrades.py), so that replicas can be
    replaced one after the other, and the release before can be put back.
    """
    found = set(MigrationContext.configure(connection).get_current_heads())
    return is_at_head(connection) or (bool(found) and not found & _known(connection))


def _check_known(connection: Connection) -> None:
    found = set(MigrationContext.configure(connection).get_current_heads())
    if unknown := found - _known(connection):
        raise UnknownVersion(", ".join(sorted(unknown)))


def _known(connection: Connection) -> set[str]:
    return {script.revision for script in ScriptDirectory.from_config(_config(connection)).walk_revisions()}


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
