"""Slack over a WebSocket that the app opens itself: no public address is needed."""

import asyncio
import time

from slack_bolt.adapter.socket_mode.async_internals import send_async_response
from slack_bolt.adapter.socket_mode.internals import build_headers
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from slackapp.metrics import Metrics
from slackapp.slack import guard, request_metrics
from slackapp.slack.retries import PatientSocket


class Socket:
    """The connection of one app. Bolt's own handler forgets what is still being answered when it closes."""

    def __init__(self, app: AsyncApp, app_token: str, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics
        self._answering: set[asyncio.Task[None]] = set()
        self._is_closing = False
        self._client = PatientSocket(app_token, logger=app.logger, web_client=app.client)
        self._client.socket_mode_request_listeners.append(self._take)

    async def connect(self) -> None:
        """Open the connection; it is kept open, and tried again for as long as Slack cannot be reached."""
        await self._client.connect()  # type: ignore[no-untyped-call]

    async def is_connected(self) -> bool:
        """Whether Slack answers on it."""
        return await self._client.is_connected()

    async def drain(self) -> None:
        """Take nothing new, finish what is being answered, and close."""
        self._is_closing = True
        if self._answering:
            await asyncio.wait(self._answering)
        await self._client.close()  # type: ignore[no-untyped-call]

    async def _take(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        # What is not acknowledged here is delivered again, to the process that comes after this one.
        if not self._is_closing:
            task = asyncio.create_task(self._answer(client, request))
            self._answering.add(task)
            task.add_done_callback(self._answering.discard)
            await task

    async def _answer(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        started = time.time()  # noqa: TID251 - the SDK measures with it
        try:
            payload = guard.checked(request.payload)
        except guard.Unwelcome as unwelcome:
            unwelcome.note(self._metrics)
            return
        bolt_request = AsyncBoltRequest(mode="socket_mode", body=payload, headers=build_headers(request))
        answer = await request_metrics.dispatch(self._app, bolt_request, self._metrics)
        await send_async_response(client, request, answer, started)
