"""Several calls at once, each to its own end."""

import asyncio
from collections.abc import Coroutine, Iterable


async def all_of(work: Iterable[Coroutine[None, None, None]]) -> None:
    """Wait for all of them, also when one fails: a call to Slack is never cut off because another one failed.

    Raises an ExceptionGroup of what failed, once all have ended.
    """
    ended = await asyncio.gather(*work, return_exceptions=True)
    failed = [each for each in ended if isinstance(each, Exception)]
    if failed:
        raise ExceptionGroup("not all of it worked", failed)
