"""Breaking the app from outside, as operations do."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.stories.driver.house import House


@contextmanager
def without(house: House, table: str) -> Iterator[None]:
    """A table is gone until the block ends, as during a migration that went wrong."""
    house.knows_everybody()
    _rename(house, table, "gone")
    # Odd events would fail as well: there nothing is told by that.
    noise, house.sandbox.noise = house.sandbox.noise, None
    yield
    house.sandbox.noise = noise
    _rename(house, "gone", table)


def _rename(house: House, table: str, name: str) -> None:
    with house.app.database.engine.begin() as connection:
        connection.exec_driver_sql(f"ALTER TABLE {table} RENAME TO {name}")
