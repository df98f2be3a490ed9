"""New tables under a running app: all or nothing, and the version before goes on working beside the new one."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic import command, op
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import JSON, Boolean, DateTime, Engine, Integer, MetaData, Table, inspect, text
from sqlalchemy.types import TypeEngine

from slackapp import migrating
from slackapp.database import connect
from slackapp.models.base import Base
from tests.postgresql import Cluster

BEFORE = "0003"


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
    migrating.migrate(empty, BEFORE)
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


def test_the_version_before_can_write_beside_the_new_one(empty: Engine) -> None:
    """F28: replicas are replaced one after the other."""
    migrating.migrate(empty, BEFORE)
    old = _tables(empty)
    migrating.migrate(empty)
    for name in ("workspaces", "lanes", "outbox", "gates", "timers"):
        _insert(empty, old[name])
    assert {table.name: set(table.c.keys()) - set(_columns(empty)[table.name]) for table in old.values()} == {
        table.name: set() for table in old.values()
    }


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
    _downgrade(empty, BEFORE)
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
    if isinstance(kind, JSON):
        return {}
    if isinstance(kind, DateTime):
        return datetime(2026, 11, 23, tzinfo=UTC)
    return 1 if isinstance(kind, Integer | Boolean) else "2026"
