"""Signed HTTP, as for an app with a request URL."""

import asyncio
import hashlib
import hmac
import json
from time import monotonic
from urllib.parse import urlencode

import aiohttp

from sandbox.clock import Clock, SystemClock
from sandbox.parcel import Ack, Parcel
from sandbox.payload import Payload

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"


class Signed:
    """Sends to one URL with Slack's v0 signature.

    The clock is the machine's and not the sandbox's: an app compares the timestamp with its own.
    """

    def __init__(self, url: str, secret: str, *, patience: float = 3.0, clock: Clock | None = None) -> None:
        self.url = url
        self.secret = secret
        self.patience = patience
        self.clock = clock or SystemClock()

    async def send(self, parcel: Parcel) -> Ack:
        """Post it; no answer within the patience (seconds) is an Ack with status 0."""
        body, content_type = written(parcel)
        started = monotonic()
        try:
            status, text = await self._post(body, self.headers(body, content_type) | _retry(parcel))
        except (TimeoutError, aiohttp.ClientError) as trouble:
            return Ack(0, elapsed=monotonic() - started, trouble=type(trouble).__name__)
        return Ack(status, read(text), monotonic() - started)

    def headers(self, body: str, content_type: str) -> dict[str, str]:
        """The headers with which Slack sends a body."""
        timestamp = str(int(self.clock.now().timestamp()))
        signed = hmac.new(self.secret.encode(), f"v0:{timestamp}:{body}".encode(), hashlib.sha256).hexdigest()
        return {
            "Content-Type": content_type,
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": f"v0={signed}",
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        }

    async def _post(self, body: str, headers: dict[str, str]) -> tuple[int, str]:
        async with (
            asyncio.timeout(self.patience),
            aiohttp.ClientSession() as session,
            session.post(self.url, data=body.encode(), headers=headers) as answer,
        ):
            return answer.status, await answer.text()


def written(parcel: Parcel) -> tuple[str, str]:
    """The body and its content type: a command is a form, an interaction is JSON in a form, an event is JSON."""
    if parcel.kind == "events_api":
        return json.dumps(parcel.payload), JSON
    if parcel.kind == "interactive":
        return urlencode({"payload": json.dumps(parcel.payload)}), FORM
    return urlencode(parcel.payload), FORM


def read(text: str) -> Payload:
    """The answer's body: JSON, or a plain text, which stands for a message."""
    try:
        body = json.loads(text or "{}")
    except ValueError:
        return {"text": text}
    return body if isinstance(body, dict) else {"text": text}


def _retry(parcel: Parcel) -> dict[str, str]:
    if not parcel.attempt:
        return {}
    return {"X-Slack-Retry-Num": str(parcel.attempt), "X-Slack-Retry-Reason": parcel.reason}
