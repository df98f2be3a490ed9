"""The demo on a Tuesday morning, running beside the test."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

from demo import calendar
from demo.running import Demo, opened
from demo.stories.line import Line
from tests.stories.driver import Loop

TUESDAY_MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=calendar.HOME)

PATIENCE = 250
"""In seconds: three weeks take a few, on a machine that does nothing else."""

SLACK_PATIENCE = 60
"""In seconds, where Slack has three: what is slow on a busy machine is no failure of the app."""


@contextmanager
def polder(lines: Sequence[Line] = ()) -> Iterator[Demo]:
    """Polder & Co with its teams, and with what the lines tell."""
    loop = Loop()
    demo = opened(0, at=TUESDAY_MORNING, lines=lines)
    try:
        yield _patient(loop.begin(demo.__aenter__()).result(PATIENCE))
    finally:
        loop.begin(demo.__aexit__(None, None, None)).result(PATIENCE)
        loop.close()


def _patient(demo: Demo) -> Demo:
    demo.sandbox.socket.patience = SLACK_PATIENCE
    for workspace in demo.sandbox.workspaces:
        workspace.triggers.last = timedelta(seconds=SLACK_PATIENCE)
    return demo
