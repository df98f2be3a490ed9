"""The process in which an organisation's templates run: `python -m slackapp.views.template_worker FD`.

It has no connection but the one to the app that started it, none of its settings and secrets, and ends with it.
"""

import json
import resource
import signal
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from types import FrameType

from slackapp.views import template_jobs
from slackapp.views.template_jobs import TemplateJob

READY = b"ready"
SECONDS = 2
"""Of the processor, for one job: a busy machine makes no template slow."""
MEMORY = 256 * 1024 * 1024
"""Bytes, above what the worker has when it is ready."""


def main(descriptor: int) -> None:
    """Do one job after the other, until the app closes its end."""
    connection = Connection(descriptor)
    _limit_memory()
    signal.signal(signal.SIGPROF, _too_slow)
    connection.send_bytes(READY)
    with suppress(EOFError):
        while True:
            connection.send_bytes(_answered(connection.recv()))


def _answered(job: TemplateJob) -> bytes:
    # Between two steps of Python the signal ends it, with the line; a single step that has no end is killed.
    used = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + SECONDS + 2)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        result = template_jobs.done(job)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return json.dumps([result.text, [vars(flaw) for flaw in result.flaws], result.is_over_limit]).encode()


def _too_slow(_: int, __: FrameType | None) -> None:
    raise TimeoutError(f"it takes more than {SECONDS} seconds")


def _limit_memory() -> None:
    with suppress(OSError), open("/proc/self/statm", encoding="ascii") as pages:  # noqa: PTH123 - no file of ours
        _limit(resource.RLIMIT_AS, int(pages.read().split()[0]) * resource.getpagesize() + MEMORY)


def _limit(what: int, most: int) -> None:
    with suppress(ValueError, OSError):
        resource.setrlimit(what, (most, resource.getrlimit(what)[1]))


if __name__ == "__main__":
    main(int(sys.argv[1]))
