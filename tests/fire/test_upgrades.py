"""New tables under a running app: all or nothing, and the version before goes on working beside the new one."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import UnionType
from typing import Any

import pytest
from alembic import command, op
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import JSON, Boolean, Date, DateTime, Engine, Float, Integer, MetaData, Table, Time, inspect, text
from sqlalchemy.types import TypeEngine

from slackapp import migrating
from slackapp.database import connect
from slackapp.models.base import Base
from tests.postgresql import Cluster

LONG_BEFORE = "0003"
BEFORE = str(ScriptDirectory(str(migrating.SCRIPTS)).get_revision("head").down_revision)
MOMENT = datetime(2026, 11, 23, tzinfo=UTC)
SOME: tuple[tuple[type[Any] | UnionType, Any], ...] = (
    (JSON, {}),
    (DateTime, MOMENT),
    (Date, MOMENT.date()),
    (Time, MOMENT.time()),
    (Integer | Boolean | Float, 1),
)
SEARCH = ("search", "fts")
"""What only SQLite's full-text search writes."""


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database without any table."""
    if request.param == "sqlite":
        engine = connect(f"sqlite:///{tmp_path}/empty.db")
        yield engine
        engine.dispose()
        return
    cluster: Cluster = request.getfixturevalue("postgresql_cluster")
    with cluster.copied_database() as url:
        engine = connect(url)
        with engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        yield engine
        engine.dispose()


def test_a_migration_that_fails_half_way_leaves_everything_as_it_was(
    empty: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    migrating.migrate(empty, LONG_BEFORE)
    _insert(empty, _tables(empty)["workspaces"])
    before = _columns(empty)
    with monkeypatch.context() as patch:
        patch.setattr(op, "create_table", _failing)
        with pytest.raises(ZeroDivisionError):
            migrating.migrate(empty)
    assert _columns(empty) == before
    migrating.migrate(empty)
    with empty.begin() as connection:
        assert migrating.is_at_head(connection)
        assert connection.execute(text("SELECT count(*) FROM workspaces")).scalar() == 1


@pytest.mark.parametrize("version", [LONG_BEFORE, BEFORE])
def test_the_version_before_works_on_the_tables_of_the_new_one(empty: Engine, version: str) -> None:
    """F28, in short: replicas are replaced one after the other. The releases themselves stand in tests/fire."""
    migrating.migrate(empty, version)
    old = [table for table in _sorted(empty) if not any(word in table.name for word in (*SEARCH, "alembic"))]
    migrating.migrate(empty)
    for table in old:
        _insert(empty, table)
        with empty.begin() as connection:
            assert set(connection.execute(table.select()).mappings().one()) == set(table.c.keys())
            # Every column that it writes, with what stands there.
            connection.execute(table.update().values({c: c for c in table.c}))
    with empty.begin() as connection:
        for table in reversed(old):
            connection.execute(table.delete())


def test_each_migration_adds_only_what_the_version_before_can_leave_out(empty: Engine) -> None:
    revisions = [each.revision for each in ScriptDirectory(str(migrating.SCRIPTS)).walk_revisions()][::-1]
    before: dict[str, Any] = {}
    for revision in revisions:
        migrating.migrate(empty, revision)
        tables = _tables(empty)
        added = [column for name in before for column in tables[name].c if column.name not in before[name].c]
        assert [str(each) for each in added if not each.nullable and each.server_default is None] == []
        before = {name: table for name, table in tables.items() if name != "alembic_version"}


def test_the_tables_are_those_of_the_models_also_after_going_back(empty: Engine) -> None:
    migrating.migrate(empty)
    _downgrade(empty, LONG_BEFORE)
    migrating.migrate(empty)
    with empty.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    assert [each for each in differences if "search" not in str(each)] == []


def _failing(name: str, *_: Any, **__: Any) -> None:
    raise ZeroDivisionError(name)


def _downgrade(engine: Engine, revision: str) -> None:
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(migrating.SCRIPTS))
        config.attributes["connection"] = connection
        command.downgrade(config, revision)


def _tables(engine: Engine) -> dict[str, Table]:
    reflected = MetaData()
    reflected.reflect(engine)
    return dict(reflected.tables)


def _sorted(engine: Engine) -> list[Table]:
    """Each after those to which it points."""
    reflected = MetaData()
    reflected.reflect(engine)
    return reflected.sorted_tables


def _columns(engine: Engine) -> dict[str, list[str]]:
    inspector = inspect(engine)
    return {name: [column["name"] for column in inspector.get_columns(name)] for name in inspector.get_table_names()}


def _insert(engine: Engine, table: Table) -> None:
    """A row with what the old version writes: every column that it must fill in, and no other."""
    needed = [column for column in table.c if not column.nullable and column.server_default is None]
    row = {column.name: 1 if column.foreign_keys else _some(column.type) for column in needed}
    with engine.begin() as connection:
        connection.execute(table.insert().values(**row))


def _some(kind: TypeEngine[Any]) -> Any:
    """A value of this type, whatever it is. Moments are text on SQLite."""
    return next((value for types, value in SOME if isinstance(kind, types)), "2026")
