"""Calls that have begun and are not waited for: one that hangs holds up nobody."""

import asyncio
from collections.abc import Coroutine

import structlog

log = structlog.get_logger()


class BackgroundTasks:
    """Work that goes on by itself, up to so much at once."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def room(self) -> int:
        """How much more may begin."""
        return self._most - len(self._tasks)

    def begin(self, work: Coroutine[None, None, None]) -> None:
        """Let it run to its own end; a call to Slack is never cut off because another one failed."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    async def ended(self) -> None:
        """Wait for all that has begun."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (failure := task.exception()):
            log.error("work on a message failed", exc_info=failure)
