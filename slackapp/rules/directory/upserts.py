"""Many rows at once, whether they are new or known: the same on both databases, and safe to repeat."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from slackapp.models.base import Base

ROWS = 500
"""So many at a time, so that the statement neither grows without end nor is sent ten thousand times."""

Row = dict[str, Any]
Insert = sqlite.Insert | postgresql.Insert


def keep(session: Session, table: type[Base], rows: Sequence[Row], *, but: Sequence[str] = ()) -> None:
    """Insert the rows, or update those that are there except for the columns `but`.

    Every row has the same columns.
    """
    key = _key(table)

    def update(insert: Insert) -> Insert:
        changed = {name: insert.excluded[name] for name in rows[0] if name not in {*key, *but}}
        return insert.on_conflict_do_update(index_elements=key, set_=changed)

    _insert(session, table, rows, update)
    # What was loaded before is out of date now.
    session.expire_all()


def add(session: Session, table: type[Base], rows: Sequence[Row]) -> None:
    """Insert the rows that are not there yet."""
    _insert(session, table, rows, lambda insert: insert.on_conflict_do_nothing())


def _insert(session: Session, table: type[Base], rows: Sequence[Row], known: Callable[[Insert], Insert]) -> None:
    session.flush()
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    for some in _sorted_chunks(rows, _key(table)):
        session.execute(known(insert(table)), some)


def _sorted_chunks(rows: Sequence[Row], key: Sequence[str]) -> Iterator[list[Row]]:
    # Sorted, so that two transactions that keep the same rows wait in line and not for each other.
    ordered = sorted(rows, key=lambda row: [row[name] for name in key])
    for start in range(0, len(ordered), ROWS):
        yield ordered[start : start + ROWS]


def _key(table: type[Base]) -> list[str]:
    return [column.name for column in inspect(table).primary_key]
