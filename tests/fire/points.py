"""Where a process can be made to die, or to stand still: from inside, at a place that chance would seldom find."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from typing import Any

from delivery import claiming, settle, shared_files
from delivery.batch_settle import BatchSettler
from delivery.deliver import Deliverer
from scheduler import schedules, tick
from scheduler.schedules import Rounds
from scheduler.tick import Ticker
from slackapp import outbox
from slackapp.rules.checkins import places
from slackapp.rules.schedules import occurrences
from slackapp.slack import history, posting, uploading

Calling = Callable[..., Any]

Point = tuple[Any, str, str]

POINTS: dict[str, Point] = {
    "before the outbox is written": (outbox, "put", "before"),
    "after the outbox is written": (outbox, "put", "after"),
    "before the commit of a claim": (claiming, "due", "after"),
    "after the commit of a claim": (Deliverer, "outcome", "before"),
    "right before a post": (posting, "post", "before"),
    "during a post": (posting, "post", "during"),
    "after a post": (posting, "post", "after"),
    "during an update": (posting, "update", "during"),
    "after an update": (posting, "update", "after"),
    "before a share of files": (uploading, "share", "before"),
    "before the commit of the files' ids": (shared_files, "note", "after"),
    "after the commit of the files' ids": (Deliverer, "_note", "after"),
    "after a share of files": (uploading, "share", "after"),
    "before the commit of a settlement": (settle, "settle_all", "after"),
    "after the commit of a settlement": (BatchSettler, "_settled", "after"),
    "before the commit of a tick": (tick, "due", "found"),
    "after the commit of a tick": (Ticker, "ring", "before"),
    "before a look": (history, "page", "before"),
    "after a look": (history, "page", "after"),
    "before the occurrences of a round": (occurrences, "insert", "given"),
    "after the occurrences of a round": (occurrences, "insert", "found"),
    "before the commit of a round": (schedules, "hold_due", "found"),
    "after the commit of a round": (Rounds, "_batch", "found"),
}
OF_A_CHECKIN: dict[str, Point] = {
    "in the middle of asking": (places, "show_prompt", "after"),
    "before the commit of a closing": (places, "show_summary", "after"),
    "after the commit of a timer's rule": (Ticker, "ring", "after"),
}
ASLEEP = (
    "after the commit of a claim",
    "right before a post",
    "after a post",
    "before the commit of a settlement",
    "after the commit of a tick",
    "after the occurrences of a round",
    "after a look",
)
"""Where to stand still hurts most: between lease and call, between call and settlement (F9)."""


IN_THE_ROUND = (
    "before the occurrences of a round",
    "after the occurrences of a round",
    "in the middle of asking",
    "before the commit of a round",
    "after the commit of a round",
    "after a post",
)
AT_ITS_CLOSE = ("before the commit of a closing", "after the commit of a timer's rule")
OFTEN = {"in the middle of asking": 60}
"""A place that is reached again and again."""


def arm(point: str, hits: int, *, freezes: bool = False) -> None:
    """Die at this point, or stand still, at the `hits`-th time that it is reached."""
    place, name, when = (POINTS | OF_A_CHECKIN)[point]
    left, sent = iter(range(hits - 1, -1, -1)), signal.SIGSTOP if freezes else signal.SIGKILL

    def reached() -> None:
        if next(left, None) == 0:
            os.kill(os.getpid(), sent)

    setattr(place, name, WHEN[when](getattr(place, name), reached))


def _before(real: Calling, reached: Calling) -> Calling:
    if asyncio.iscoroutinefunction(real):
        return _then(reached, real)

    def call(*args: Any, **kwargs: Any) -> Any:
        reached()
        return real(*args, **kwargs)

    return call


def _then(reached: Calling, real: Calling) -> Calling:
    async def call(*args: Any, **kwargs: Any) -> Any:
        reached()
        return await real(*args, **kwargs)

    return call


def _after(real: Calling, reached: Calling) -> Calling:
    if asyncio.iscoroutinefunction(real):
        return _awaited(real, reached)

    def call(*args: Any, **kwargs: Any) -> Any:
        answer = real(*args, **kwargs)
        reached()
        return answer

    return call


def _awaited(real: Callable[..., Awaitable[Any]], reached: Calling) -> Calling:
    async def call(*args: Any, **kwargs: Any) -> Any:
        answer = await real(*args, **kwargs)
        reached()
        return answer

    return call


def _found(real: Calling, reached: Calling) -> Calling:
    """After a question that found something: most ticks find nothing."""
    if asyncio.iscoroutinefunction(real):
        return _found_later(real, reached)

    def call(*args: Any, **kwargs: Any) -> Any:
        answer = real(*args, **kwargs)
        if answer:
            reached()
        return answer

    return call


def _found_later(real: Callable[..., Awaitable[Any]], reached: Calling) -> Calling:
    async def call(*args: Any, **kwargs: Any) -> Any:
        answer = await real(*args, **kwargs)
        if answer:
            reached()
        return answer

    return call


def _given(real: Calling, reached: Calling) -> Calling:
    """Before something is done with what was given, if anything was."""

    def call(*args: Any, **kwargs: Any) -> Any:
        if args[-1]:
            reached()
        return real(*args, **kwargs)

    return call


def _during(real: Callable[..., Awaitable[Any]], reached: Calling) -> Calling:
    async def call(*args: Any, **kwargs: Any) -> Any:
        under_way = asyncio.ensure_future(real(*args, **kwargs))
        await asyncio.wait([under_way], timeout=0.002)
        reached()
        return await under_way

    return call


WHEN = {"before": _before, "after": _after, "during": _during, "found": _found, "given": _given}
