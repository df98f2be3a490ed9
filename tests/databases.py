"""The two databases of the tests: a copied SQLite file, and a database of a PostgreSQL started for this run.

A test that asks for `database_url` runs twice, each time on an empty, migrated database of its own.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlalchemy.util import LRUCache

from slackapp import database, migrating
from tests import postgresql
from tests.postgresql import Cluster

BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]


@pytest.fixture(params=BOTH)
def database_url(request: pytest.FixtureRequest) -> str:
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture(scope="session", autouse=True)
def _statements_are_compiled_once() -> Iterator[None]:
    """Each test has a file and an engine of its own; what SQLAlchemy made of the same questions serves them all."""
    connect, compiled = database._sqlite, LRUCache[Any, Any](5_000)
    first = connect("sqlite://")
    dialect = first.dialect
    first.connect().close()  # only then it knows the version of SQLite
    first.dispose()

    def connected(url: str) -> Engine:
        engine = connect(url)
        engine.dialect = engine.pool._dialect = dialect
        engine._compiled_cache = compiled
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "_sqlite", connected)
        yield


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    file = tmp_path / "afspraak.db"
    shutil.copy(sqlite_template, file)
    return f"sqlite:///{file}"


@pytest.fixture
def postgresql_url(postgresql_template: Cluster) -> Iterator[str]:
    with postgresql_template.copied_database() as url:
        yield url


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sqlite") / "template.db"
    _migrate(f"sqlite:///{file}")
    # A copy takes the file alone, so nothing may be left in the write-ahead log beside it.
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    file.chmod(0o600)  # as the app makes it
    return file


@pytest.fixture(scope="session")
def postgresql_template(postgresql_cluster: Cluster) -> Cluster:
    _migrate(postgresql_cluster.template_url)
    return postgresql_cluster


@pytest.fixture(scope="session")
def postgresql_cluster() -> Iterator[Cluster]:
    if postgresql.initdb() is None:
        pytest.skip("no PostgreSQL here: initdb is neither in PATH nor in /usr/lib/postgresql/*/bin")
    with postgresql.cluster() as running:
        yield running


def _migrate(url: str) -> None:
    engine = database.connect(url)
    try:
        migrating.migrate(engine)
    finally:
        engine.dispose()
