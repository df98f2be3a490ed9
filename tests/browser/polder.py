"""The demo on a Tuesday morning, running beside the test."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from slackapp.demo import calendar
from slackapp.demo.running import Demo, opened
from slackapp.demo.stories.line import Line
from tests.stories.driver import Loop

TUESDAY_MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=calendar.HOME)

PATIENCE = 100
"""In seconds: three weeks take a few, on a machine that does nothing else."""


@contextmanager
def polder(lines: Sequence[Line] = ()) -> Iterator[Demo]:
    """Polder & Co with its teams, and with what the lines tell."""
    loop = Loop()
    demo = opened(0, at=TUESDAY_MORNING, lines=lines)
    try:
        yield loop.begin(demo.__aenter__()).result(PATIENCE)
    finally:
        loop.run(demo.__aexit__(None, None, None))
        loop.close()
