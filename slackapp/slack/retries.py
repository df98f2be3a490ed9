"""Repeating reads, as the SDK does, but for whatever Slack may say of how long to wait."""

import asyncio
from random import SystemRandom

from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.http_retry.request import HttpRequest
from slack_sdk.http_retry.response import HttpResponse
from slack_sdk.http_retry.state import RetryState
from slack_sdk.socket_mode.aiohttp import SocketModeClient

from slackapp.slack import api_errors

PATIENCE = 10
"""How often a read waits for its turn before it gives up: a large workspace takes minutes."""
USUAL, LONGEST = 30.0, 300.0
"""Seconds, where Slack names no time, and where it names a day."""

_dice = SystemRandom()


def handlers() -> list[AsyncRetryHandler]:
    """For calls that only read: to make them twice is the same as once."""
    return [
        AsyncConnectionErrorRetryHandler(max_retry_count=3),
        RateLimit(max_retry_count=PATIENCE),
        AsyncServerErrorRetryHandler(max_retry_count=3),
    ]


def pause(asked: float | None) -> float:
    """How many seconds to wait where Slack asks for so many, or does not say."""
    return min(USUAL if asked is None else asked, LONGEST) + _dice.random()


class RateLimit(AsyncRateLimitErrorRetryHandler):
    """Waits as long as Slack asks. The SDK's own takes whole numbers only, and fails at anything else."""

    async def prepare_for_next_attempt_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> None:
        """Sleep, and count the attempt."""
        if response is None:
            raise error or ValueError("there is nothing to wait for")
        state.next_attempt_requested = True
        await asyncio.sleep(pause(api_errors.seconds(response.headers)))
        state.increment_current_attempt()


class PatientSocket(SocketModeClient):
    """The same for the address of a socket."""

    async def issue_new_wss_url(self) -> str:
        """A new address to connect to. Raises what Slack's client raises; the SDK tries again after that."""
        try:
            answer = await self.web_client.apps_connections_open(app_token=self.app_token)
        except Exception as refused:
            if not api_errors.is_throttled(refused):
                raise
            await asyncio.sleep(pause(api_errors.retry_after(refused)))
            return await self.issue_new_wss_url()
        return str(answer["url"])
