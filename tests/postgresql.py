"""A PostgreSQL of the tests' own: made in a temporary folder, gone with the process that asked for it."""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from pathlib import Path

import psycopg

# Reads from a pipe that nobody writes to: when it ends, by `close` or because the tests were killed,
# the server is stopped and its folder removed.
GUARDED_SERVER = """
"$1" -D "$2/data" -k "$2" -c listen_addresses= -c max_connections=60 -c timezone=Asia/Kathmandu \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off >"$2/log" 2>&1 </dev/null &
read -r _
kill -QUIT $! 2>/dev/null
wait
rm -rf "$2"
"""
INITDB = ["--auth=trust", "--username=afspraak", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
START_SECONDS = 60
MEMORY = Path("/dev/shm")
MEMORY_BYTES = 1_000_000_000
"""For several servers beside each other, one for each process of the tests. In a container there is often less."""


@dataclass(frozen=True)
class Cluster:
    """A running server that is reached through the socket in its folder: no port, so none can be taken."""

    folder: Path
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    @property
    def template_url(self) -> str:
        return self._url("template_of_tests")

    @contextmanager
    def copied_database(self) -> Iterator[str]:
        name = f"test_{next(self._numbers)}"
        self._execute(f"CREATE DATABASE {name} TEMPLATE template_of_tests {self._as_files}")
        try:
            yield self._url(name)
        finally:
            self._execute(f"DROP DATABASE {name} WITH (FORCE)")

    def create_template(self) -> None:
        self._execute("CREATE DATABASE template_of_tests")

    @cached_property
    def _as_files(self) -> str:
        """Since version 15 each page is written to the log too, unless one asks for the way of before."""
        with self.connect() as connection:
            return "STRATEGY FILE_COPY" if connection.info.server_version >= 150_000 else ""

    def _url(self, name: str) -> str:
        return f"postgresql+psycopg://afspraak@/{name}?host={self.folder}"

    def _execute(self, statement: str) -> None:
        with self.connect() as connection:
            connection.execute(statement.encode())

    def connect(self) -> psycopg.Connection:
        return psycopg.connect(host=str(self.folder), user="afspraak", dbname="postgres", autocommit=True)


def initdb() -> Path | None:
    """The newest installed initdb; the server lies beside it."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve()
    return max(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_version, default=None)


@contextmanager
def cluster() -> Iterator[Cluster]:
    """A started server with an empty template; RuntimeError with the server's log if it does not start."""
    binary = initdb()
    assert binary is not None
    # Short on purpose: the path of a socket has at most 107 bytes.
    folder = Path(tempfile.mkdtemp(prefix="afspraak-", dir=_in_memory() or "/tmp"))
    user = _owner_of(folder)
    command = [str(binary), *INITDB, "-D", str(folder / "data")]
    subprocess.run(command, check=True, capture_output=True, user=user, cwd=folder)
    with _guarded_server(binary.with_name("postgres"), folder, user):
        running = Cluster(folder)
        _wait_until_it_answers(running)
        running.create_template()
        yield running


def _in_memory() -> Path | None:
    """Each database is three hundred files, and hundreds are made and dropped: on a disk that is half of the work."""
    fits = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > MEMORY_BYTES
    return MEMORY if fits else None


def _guarded_server(binary: Path, folder: Path, user: int | None) -> subprocess.Popen[bytes]:
    command = ["/bin/sh", "-c", GUARDED_SERVER, "sh", str(binary), str(folder)]
    # A session of its own: Ctrl-C is for the tests, which then close the pipe.
    return subprocess.Popen(command, stdin=subprocess.PIPE, user=user, cwd=folder, start_new_session=True)


def _owner_of(folder: Path) -> int | None:
    """PostgreSQL refuses to run as root: hand the folder to somebody else then."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name: entry.pw_uid for entry in pwd.getpwall()}
    user = names.get("postgres", names["nobody"])
    os.chown(folder, user, -1)
    return user


def _wait_until_it_answers(running: Cluster) -> None:
    give_up = time.monotonic() + START_SECONDS
    while True:
        try:
            running.connect().close()
        except psycopg.OperationalError as refusal:
            if time.monotonic() > give_up:
                raise RuntimeError((running.folder / "log").read_text()) from refusal
            time.sleep(0.05)  # noqa: TID251 - a server outside Python has no clock that can be moved
        else:
            return


def _version(binary: Path) -> int:
    return int(binary.parts[-3])
