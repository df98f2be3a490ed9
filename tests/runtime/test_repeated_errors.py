"""The same error again and again is logged once a minute, with a count."""

import asyncio
import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import structlog

from delivery.gather import all_of
from slackapp import logs
from tests import logged
from tests.logged import Log

logger = structlog.get_logger("scheduler")


@dataclass
class Clock:
    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def log(clock: Clock) -> Iterator[Log]:
    with logged.to(io.StringIO()) as log:
        logs.configure(log.stream, clock)
        yield log


def fails(number: int = 0, **about: object) -> None:
    try:
        connects(number)
    except ConnectionError:
        logger.exception("a job failed", **about)


def connects(port: int) -> None:
    raise ConnectionError(f"no connection to port {port}")


def test_an_outage_of_a_minute_is_one_trace_and_one_count(log: Log, clock: Clock) -> None:
    for number in range(833):
        fails(number, job="tick")
        clock.seconds += 59 / 833
    assert [each["event"] for each in log.events] == ["a job failed"]
    clock.seconds += 60
    logger.info("ready")
    assert [each["event"] for each in log.events[1:]] == ["a job failed (832 times more within a minute)", "ready"]
    assert log.text.count("Traceback") == 1


def test_an_outage_that_lasts_is_told_every_minute(log: Log, clock: Clock) -> None:
    for _ in range(10):
        fails()
        clock.seconds += 30
    assert log.text.count("Traceback") == 5


def test_another_error_is_told_at_once(log: Log) -> None:
    fails()
    try:
        int("x")
    except ValueError:
        logger.exception("a job failed")
    logger.error("a job failed")
    assert len(log.events) == 3


def test_of_a_group_the_first_error_tells_which_one_it_is(log: Log) -> None:
    async def breaks(error: Exception) -> None:
        raise error

    for error in (KeyError("a"), KeyError("b"), IndexError()):
        try:
            asyncio.run(all_of([breaks(error)]))
        except ExceptionGroup:
            logger.exception("a job failed")
    assert len(log.events) == 2


def test_a_number_that_somebody_was_given_is_always_found(log: Log) -> None:
    for reference in ("4F09A1", "4F09A2"):
        fails(reference=reference)
    first, second = log.events
    assert (first["reference"], second["reference"]) == ("4F09A1", "4F09A2")
    assert ("Traceback" in first["exception"], second["trace"]) == (True, "as before")


def test_a_library_that_fails_again_and_again_is_held_back_too(log: Log) -> None:
    for number in range(5):
        logging.getLogger("asyncio").error("connection %s was lost", number)
    assert [each["event"] for each in log.events] == ["connection 0 was lost"]


def test_what_is_no_error_is_written_each_time(log: Log) -> None:
    for _ in range(3):
        logger.warning("request turned away")
    assert len(log.events) == 3
