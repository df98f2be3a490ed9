"""The fixtures themselves: each test has a database of its own, at head, on both kinds."""

import pytest
from sqlalchemy import inspect

from slackapp import database, migrating
from slackapp.models.base import Base


@pytest.mark.parametrize("turn", [1, 2])
def test_each_test_finds_an_empty_migrated_database(database_url: str, turn: int) -> None:
    engine = database.connect(database_url)
    with engine.begin() as connection:
        assert migrating.is_at_head(connection)
        assert set(Base.metadata.tables) <= set(inspect(connection).get_table_names())
        connection.exec_driver_sql("CREATE TABLE left_behind (turn INTEGER)")
    engine.dispose()
