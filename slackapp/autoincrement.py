"""On SQLite an id never comes back, as on PostgreSQL.

A plain integer key is one more than the largest that stands in the table, so the id of a row that was removed last, or
that a restored back-up does not have, is given to the next row: what buttons and keys in Slack carry would then mean
another thing. AUTOINCREMENT remembers the largest id that was ever given.
"""

import re

from sqlalchemy import Table, text
from sqlalchemy.engine import Connection

from slackapp import models  # noqa: F401 - registers the tables
from slackapp.models.base import Base

KEY = re.compile(r"\bid INTEGER NOT NULL\b")
CONSTRAINT = re.compile(r",\s*(CONSTRAINT \"?\w+\"? )?PRIMARY KEY \(id\)")
NAME = re.compile(r"^CREATE TABLE \"?\w+\"?")


def numbered() -> list[Table]:
    """The tables whose ids the database gives."""
    return [table for table in Base.metadata.sorted_tables if table.autoincrement_column is not None]


def ensure(connection: Connection) -> None:
    """Make every table so that is not yet, in the caller's transaction.

    The keys of other tables must not be enforced meanwhile (`PRAGMA foreign_keys`): a table is copied, and its name
    given to the copy (https://www.sqlite.org/lang_altertable.html, section 7).
    """
    changed = [table.name for table in numbered() if _gives_ids_again(_made(connection, table.name))]
    for name in changed:
        _rebuild(connection, name)
    if changed and connection.execute(text("PRAGMA foreign_key_check")).first():
        raise RuntimeError("rows point to rows that are not there: the tables are left as they were")


def _made(connection: Connection, name: str) -> str:
    """The statement that made a table; empty where this version of the tables has none of that name."""
    found = text("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = :name")
    return connection.scalar(found, {"name": name}) or ""


def _gives_ids_again(made: str) -> bool:
    return bool(made) and "AUTOINCREMENT" not in made


def _rebuild(connection: Connection, name: str) -> None:
    made = CONSTRAINT.sub("", _made(connection, name))
    made = KEY.sub("id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT", made, count=1)
    others = text("SELECT sql FROM sqlite_master WHERE tbl_name = :name AND type != 'table' AND sql IS NOT NULL")
    kept = connection.scalars(others, {"name": name}).all()
    for statement in (
        NAME.sub(f'CREATE TABLE "{name}_copied"', made),
        f'INSERT INTO "{name}_copied" SELECT * FROM "{name}"',  # noqa: S608 - names of our own
        f'DROP TABLE "{name}"',
        f'ALTER TABLE "{name}_copied" RENAME TO "{name}"',
        *kept,
    ):
        connection.exec_driver_sql(statement)
