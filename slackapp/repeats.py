"""The same error again and again is logged once a minute, with a count: an outage must not fill a disk with traces."""

import logging
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import monotonic
from types import TracebackType
from typing import TextIO

MINUTE = 60.0

Key = tuple[str, str, str, str, int]
"""Which logger, what it said, and of an exception the type and the place; not what differs each time."""


@dataclass
class Seen:
    """An error that was written down, and how often it has come since."""

    at: float
    level: int
    more: int = 0


class SparingHandler(logging.StreamHandler[TextIO]):
    """Writes every record but repeated errors; of those with a reference number a line without the trace."""

    def __init__(self, stream: TextIO, seconds: Callable[[], float] = monotonic) -> None:
        """`seconds` is a clock that never goes back."""
        super().__init__(stream)
        self._seconds = seconds
        self._seen: dict[Key, Seen] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """What is due of it; the handler's lock is held."""
        for due in (*self._counts(), *self._due(record)):
            super().emit(due)

    def _counts(self) -> Iterator[logging.LogRecord]:
        """Of every error whose minute is over, how often it came again."""
        over = [key for key, seen in self._seen.items() if self._seconds() - seen.at >= MINUTE]
        for key in over:
            seen = self._seen.pop(key)
            if seen.more:
                yield _count(key, seen)

    def _due(self, record: logging.LogRecord) -> Iterator[logging.LogRecord]:
        failure = _failure(record)
        if failure is None and record.levelno < logging.ERROR:
            yield record
            return
        key = (record.name, _said(record), *_place(failure))
        if seen := self._seen.get(key):
            seen.more += 1
            yield from _referred_to(record)
        else:
            self._seen[key] = Seen(self._seconds(), record.levelno)
            yield record


def _count(key: Key, seen: Seen) -> logging.LogRecord:
    logger, said, *_ = key
    words = f"{said} ({'once' if seen.more == 1 else f'{seen.more} times'} more within a minute)"
    return logging.LogRecord(logger, seen.level, __file__, 0, words, None, None)


def _referred_to(record: logging.LogRecord) -> Iterator[logging.LogRecord]:
    """Somebody may ask for its number: that line is written, and the trace stands under the first one."""
    if isinstance(record.msg, dict) and "reference" in record.msg:
        record.msg = {name: value for name, value in record.msg.items() if name != "exc_info"} | {"trace": "as before"}
        yield record


def _said(record: logging.LogRecord) -> str:
    return str(record.msg.get("event") if isinstance(record.msg, dict) else record.msg)


def _failure(record: logging.LogRecord) -> BaseException | None:
    """The exception that is logged; of a group the first."""
    told = record.msg.get("exc_info") if isinstance(record.msg, dict) else record.exc_info
    failure = sys.exc_info()[1] if told is True else told[1] if isinstance(told, tuple) else told
    while isinstance(failure, BaseExceptionGroup):
        failure = failure.exceptions[0]
    return failure if isinstance(failure, BaseException) else None


def _place(failure: BaseException | None) -> tuple[str, str, int]:
    if failure is None:
        return "", "", 0
    trace: TracebackType | None = failure.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = (trace.tb_frame.f_code.co_filename, trace.tb_lineno) if trace else ("", 0)
    return type(failure).__name__, *where
