"""What the app writes into its log during a test."""

import io
import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
import structlog

from slackapp import logs


@dataclass
class Log:
    """The log so far."""

    stream: io.StringIO = field(default_factory=io.StringIO)

    @property
    def text(self) -> str:
        return self.stream.getvalue()

    @property
    def events(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.text.splitlines()]

    def named(self, event: str) -> dict[str, Any]:
        """The one event of this name."""
        (found,) = [each for each in self.events if each["event"] == event]
        return found


@contextmanager
def to(stream: io.StringIO) -> Iterator[Log]:
    """Log as in production, to this stream, until the block ends."""
    handlers, level, before = list(logging.root.handlers), logging.root.level, structlog.get_config()
    logs.configure(stream)
    yield Log(stream)
    structlog.configure(**before)
    logging.root.handlers, logging.root.level = handlers, level


@pytest.fixture
def log() -> Iterator[Log]:
    with to(io.StringIO()) as log:
        yield log


@pytest.fixture(scope="session", autouse=True)
def _as_in_production() -> Iterator[None]:
    """structlog's own way of writing a trace takes a second; pytest shows the log of a test that fails."""
    with to(io.StringIO()):
        yield
