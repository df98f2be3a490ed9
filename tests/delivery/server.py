"""A PostgreSQL that can be stopped in the middle of everything, as by an operator in a hurry, and started again."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from slackapp import migrating
from slackapp.database import connect
from tests import postgresql
from tests.postgresql import Cluster


@dataclass(frozen=True)
class Server:
    """It keeps what it has committed, unlike the server of the other tests, which is in a hurry itself."""

    cluster: Cluster
    url: str
    pg_ctl: Path

    def stop(self) -> None:
        """Cut off everybody at once; what was not committed is gone."""
        self._does("stop", "-m", "immediate")

    def start(self) -> None:
        """Return once it takes connections again."""
        options = f"-k {self.cluster.folder} -c listen_addresses="
        self._does("start", "-o", options, "-l", str(self.cluster.folder / "log"))

    def _does(self, *what: str) -> None:
        data, owner = self.cluster.folder / "data", self.cluster.folder.stat().st_uid
        command = [str(self.pg_ctl), "-D", str(data), "-w", *what]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, user=owner, cwd=self.cluster.folder)


@contextmanager
def running() -> Iterator[Server]:
    """A server of its own, with an empty, migrated database."""
    binary = postgresql.initdb()
    assert binary is not None
    with postgresql.cluster() as cluster, cluster.connect() as connection:
        # A setting of the database wins over those with which the server was started.
        connection.execute("ALTER DATABASE template_of_tests SET synchronous_commit = on")
        _migrate(cluster.template_url)
        server = Server(cluster, cluster.template_url, binary.with_name("pg_ctl"))
        yield server
        # It may be another than the one that the cluster started, and would outlive its folder.
        server.stop()


def _migrate(url: str) -> None:
    engine = connect(url)
    migrating.migrate(engine)
    engine.dispose()
