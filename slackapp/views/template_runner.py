"""Has an organisation's templates run in a process of their own, where one that has no end stops nobody."""

import json
import os
import subprocess
import sys
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import NamedTuple, Self

import structlog

from slackapp.views.template_flaws import Flaw
from slackapp.views.template_jobs import Result, TemplateJob

WORKER = "slackapp.views.template_worker"
STARTS = 60.0
"""Seconds that a worker may take until it is ready; it reads a part of the app first."""
ANSWERS = 10.0
"""Seconds until an answer is given up: the worker has a limit of its own, in seconds of the processor."""
STOPPED = "it takes more time or memory than a template may"
LARGEST = 4 * 1024 * 1024  # of what a template makes; Slack takes a hundredth of it

log = structlog.get_logger()


class Running(NamedTuple):
    """A worker, and our end of the connection to it."""

    process: subprocess.Popen[bytes]
    connection: Connection


class TemplateRunner:
    """A worker that is started when it is needed, and started anew after it had to be killed. Any thread may ask it."""

    def __init__(self, *, answers: float = ANSWERS) -> None:
        """`answers` is how many seconds an answer may take."""
        self._answers = answers
        self._running: Running | None = None
        self._is_ready = False
        self._lock = Lock()

    def __enter__(self) -> Self:
        """For a `with` that ends the worker."""
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        """End it."""
        self.close()

    @property
    def pid(self) -> int | None:
        """The worker's number; None where none runs."""
        return self._running.process.pid if self._running else None

    def ask(self, job: TemplateJob) -> Result:
        """What came of it; never raises for anything that a template does."""
        with self._lock:
            try:
                return self._asked(job)
            except (EOFError, OSError) as failure:
                log.warning("the process of the templates was stopped", template=job.name, why=str(failure))
                self._end()
                with suppress(OSError):
                    self._started()
                return Result(flaws=[Flaw(job.name, job.name, 1, STOPPED)], is_over_limit=True)

    def close(self) -> None:
        """End it."""
        with self._lock:
            self._end()

    def _asked(self, job: TemplateJob) -> Result:
        connection = self._started().connection
        if not self._is_ready:
            self._is_ready = _answer(connection, STARTS) is not None
        connection.send(job)
        text, found, is_over_limit = json.loads(_answer(connection, self._answers))
        return Result(text, [Flaw(**each) for each in found], is_over_limit)

    def _started(self) -> Running:
        if self._running is None:
            ours, theirs = Pipe()
            with theirs:
                self._running = Running(_spawned(theirs.fileno()), ours)
            self._is_ready = False
        return self._running

    def _end(self) -> None:
        if running := self._running:
            self._running = None
            running.connection.close()
            running.process.kill()
            running.process.wait()


def _answer(connection: Connection, seconds: float) -> bytes:
    if not connection.poll(seconds):
        raise TimeoutError("no answer")
    return connection.recv_bytes(LARGEST)


def _spawned(descriptor: int) -> subprocess.Popen[bytes]:
    # Nothing of the app's environment: its tokens are no template's business.
    environment = {"PYTHONPATH": os.pathsep.join(str(Path(path).resolve()) for path in sys.path)}
    return subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", WORKER, str(descriptor)],
        pass_fds=[descriptor],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C is for the app, which then ends this
    )
