"""The two databases of the tests: a copied SQLite file, and a database of a PostgreSQL started for this run.

A test that asks for `database_url` runs twice, each time on an empty, migrated database of its own.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL, Engine, make_url
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
def _statements_are_compiled_once_for_sqlite() -> Iterator[None]:
    with _compiled_once(database._sqlite, "sqlite://"):
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
def postgresql_template(postgresql_cluster: Cluster) -> Iterator[Cluster]:
    _migrate(postgresql_cluster.template_url)
    with _compiled_once(database._postgresql, postgresql_cluster.template_url):
        yield postgresql_cluster


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


@contextmanager
def _compiled_once(connect: Callable[[URL], Engine], url: str) -> Iterator[None]:
    """Each test has a database and an engine of its own; what SQLAlchemy made of the same questions serves them all."""
    compiled = LRUCache[Any, Any](5_000)
    first = connect(make_url(url))
    dialect = first.dialect
    first.connect().close()  # only then it knows the version of the database
    first.dispose()

    def connected(url: URL) -> Engine:
        engine = connect(url)
        engine.dialect = engine.pool._dialect = dialect
        engine._compiled_cache = compiled
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, connect.__name__, connected)
        yield
