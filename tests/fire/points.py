"""Where a process can be made to die: `kill -9` from inside, at a place that chance would seldom find."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from typing import Any

from scheduler import settle, take, tick
from scheduler.deliver import Deliverer
from scheduler.ledger import Ledger
from scheduler.tick import Ticker
from slackapp import outbox
from slackapp.slack import posting

Calling = Callable[..., Any]

POINTS: dict[str, tuple[Any, str, str]] = {
    "before the outbox is written": (outbox, "put", "before"),
    "after the outbox is written": (outbox, "put", "after"),
    "before the commit of a claim": (take, "due", "after"),
    "after the commit of a claim": (Deliverer, "outcome", "before"),
    "during a post": (posting, "post", "during"),
    "after a post": (posting, "post", "after"),
    "during an update": (posting, "update", "during"),
    "after an update": (posting, "update", "after"),
    "before the commit of a settlement": (settle, "settle_all", "after"),
    "after the commit of a settlement": (Ledger, "_settled", "after"),
    "before the commit of a tick": (tick, "due", "found"),
    "after the commit of a tick": (Ticker, "ring", "before"),
    "before a look": (posting, "page", "before"),
    "after a look": (posting, "page", "after"),
}


def arm(point: str, hits: int) -> None:
    """Die at this point, at the `hits`-th time that it is reached."""
    place, name, when = POINTS[point]
    left = iter(range(hits - 1, -1, -1))

    def reached() -> None:
        if next(left) == 0:
            os.kill(os.getpid(), signal.SIGKILL)

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

    def call(*args: Any, **kwargs: Any) -> Any:
        answer = real(*args, **kwargs)
        if answer:
            reached()
        return answer

    return call


def _during(real: Callable[..., Awaitable[Any]], reached: Calling) -> Calling:
    async def call(*args: Any, **kwargs: Any) -> Any:
        under_way = asyncio.ensure_future(real(*args, **kwargs))
        await asyncio.wait([under_way], timeout=0.002)
        reached()
        return await under_way

    return call


WHEN = {"before": _before, "after": _after, "during": _during, "found": _found}
