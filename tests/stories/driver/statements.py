"""What the database is asked while somebody does something."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from tests.stories.driver.house import House


@contextmanager
def counted(house: House) -> Iterator[list[str]]:
    """What the database is asked until the block ends."""
    asked: list[str] = []

    def note(_: Any, __: Any, statement: str, *___: Any) -> None:
        asked.append(statement)

    event.listen(house.app.database.engine, "before_cursor_execute", note)
    yield asked
    event.remove(house.app.database.engine, "before_cursor_execute", note)
