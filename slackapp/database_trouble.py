"""Telling a database that is in trouble from a question that is wrong: both come as the same kind of error."""

import sqlite3

from sqlalchemy.exc import DBAPIError

OF_SQLITE = frozenset(
    {
        *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_READONLY),
        *(sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PROTOCOL),
    }
)
OF_POSTGRESQL = ("08", "53", "57P", "58", "55P03", "40", "25006")
"""Beginnings of SQLSTATE: connection, resources, shutdown, system, locks, deadlocks, a read-only server.

A statement that took too long (57014) is not among them: it is the question that is too much.
"""


def is_the_databases(failure: BaseException) -> bool:
    """Whether it is the database that cannot work now, so that any other question would fail as well."""
    if not isinstance(failure, DBAPIError):
        return False
    if failure.connection_invalidated:
        return True
    code = getattr(failure.orig, "sqlite_errorcode", None)
    if code is not None:
        return code & 0xFF in OF_SQLITE
    state = getattr(failure.orig, "sqlstate", None)
    return state.startswith(OF_POSTGRESQL) if state else _has_no_answer(failure)


def _has_no_answer(failure: DBAPIError) -> bool:
    """PostgreSQL did not say anything: the connection could not be made or was cut."""
    return type(failure).__name__ in {"OperationalError", "InterfaceError"}
