"""Questions about the app's own state that must be answered while it is busy."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Generic, TypeVar

T = TypeVar("T")

PATIENCE_SECONDS = 1.0  # whoever asks for health gives up soon


class Probe(Generic[T]):
    """A question with a thread of its own, so that it waits behind no other work.

    A question that hangs is not asked a second time: whoever asks meanwhile waits for the same answer.
    """

    def __init__(self, ask: Callable[[], T]) -> None:
        """`ask` blocks; it is called in the thread."""
        self._ask = ask
        self._thread = ThreadPoolExecutor(1, "probe")
        self._asked: asyncio.Future[T] | None = None

    async def answer(self) -> T | None:
        """The answer; None where there is none within a second. Raises what the question raises."""
        if self._asked is None or self._asked.done():
            self._asked = asyncio.get_running_loop().run_in_executor(self._thread, self._ask)
            self._asked.add_done_callback(_retrieved)
        asked = self._asked
        await asyncio.wait({asked}, timeout=PATIENCE_SECONDS)
        return asked.result() if asked.done() else None


def _retrieved(asked: asyncio.Future[T]) -> None:
    """A failure that nobody waits for any more is none that asyncio has to report."""
    if not asked.cancelled():
        asked.exception()
