"""What is turned away at the door, before anything reads it: Bolt would answer 500 to some of it, and log the body."""

import asyncio
import json
import re
from typing import Any
from urllib.parse import parse_qsl

import structlog
from slack_sdk.signature import SignatureVerifier
from starlette.requests import ClientDisconnect, Request

from slackapp.metrics import Metrics
from slackapp.slack import shapes

LARGEST = 1_000_000
"""Bytes. Slack's own limit for a view is a quarter of it."""
BODY_SECONDS = 5.0
"""For the whole body: Slack sends it at once, and itself waits three for the answer."""
FRESH_SECONDS = 300
"""Slack's five minutes."""
JSON = "application/json"
TIMESTAMP = re.compile(r"[0-9]{1,12}")
SIGNATURE = re.compile(r"v0=[0-9a-f]{64}")

log = structlog.get_logger()


class Unwelcome(Exception):
    """A request that is not Slack's, or not whole; `reason` quotes nothing of it, so it may be logged."""

    def __init__(self, status: int, reason: str) -> None:
        """Keep the HTTP status that it is answered with, and why."""
        super().__init__(status, reason)
        self.status = status
        self.reason = reason

    def note(self, metrics: Metrics) -> None:
        """One line in the log, and one more in the figures."""
        log.warning("request turned away", status=self.status, reason=self.reason)
        metrics.refusals.labels(self.reason).inc()


class Guard:
    """Knows Slack's requests by their signature, no older than five minutes by the machine's clock."""

    def __init__(self, signing_secret: str, patience: float = BODY_SECONDS) -> None:
        """With the secret of the Slack app; `patience` is for how many seconds a body is waited for."""
        self._verifier = SignatureVerifier(signing_secret)
        self._patience = patience

    async def admit(self, request: Request) -> dict[str, Any]:
        """The payload of a request that is Slack's and whole; Unwelcome otherwise."""
        timestamp = self._timestamp(request)
        signature = request.headers.get("x-slack-signature", "")
        if not SIGNATURE.fullmatch(signature):
            raise Unwelcome(401, "wrong signature")
        body = await self._body(request)
        if not self._verifier.is_valid(body, timestamp, signature):
            raise Unwelcome(401, "wrong signature")
        return checked(_payload(body, request.headers.get("content-type", "")))

    def _timestamp(self, request: Request) -> str:
        timestamp = request.headers.get("x-slack-request-timestamp", "")
        if not TIMESTAMP.fullmatch(timestamp):
            raise Unwelcome(401, "no timestamp")
        if abs(self._verifier.clock.now() - int(timestamp)) > FRESH_SECONDS:
            raise Unwelcome(401, "old timestamp")
        return timestamp

    async def _body(self, request: Request) -> bytes:
        try:
            async with asyncio.timeout(self._patience):
                return await _read(request)
        except TimeoutError as slow:
            raise Unwelcome(408, "too slow") from slow
        except ClientDisconnect as gone:
            raise Unwelcome(400, "aborted") from gone


def checked(payload: object) -> dict[str, Any]:
    """A payload in the shape in which Slack sends it; Unwelcome otherwise."""
    try:
        return shapes.check(payload)
    except (ValueError, RecursionError) as broken:
        raise Unwelcome(400, "broken payload") from broken


def _payload(body: bytes, content_type: str) -> object:
    """An event is JSON; a command is a form; anything else is JSON in a form."""
    try:
        text = body.decode()
        if content_type.startswith(JSON):
            return json.loads(text)
        # Not by Bolt: it drops a command in whose text the word "payload" stands.
        fields = dict(parse_qsl(text, keep_blank_values=True))
        return fields if "command" in fields or "ssl_check" in fields else json.loads(fields["payload"])
    except (ValueError, KeyError, RecursionError) as broken:
        raise Unwelcome(400, "broken payload") from broken


async def _read(request: Request) -> bytes:
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and len(declared) > len(str(LARGEST)):
        raise Unwelcome(413, "too large")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise Unwelcome(413, "too large")
    return bytes(body)
