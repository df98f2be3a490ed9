"""What is turned away at the door, before anything reads it: Bolt would answer 500 to some of it, and log the body."""

import json
from collections.abc import Mapping
from urllib.parse import parse_qs

from slack_sdk.signature import SignatureVerifier
from starlette.requests import Request

LARGEST = 1_000_000
"""Bytes. Slack's own limit for a view is a quarter of it."""
JSON = "application/json"


class Unwelcome(Exception):
    """A request that is not Slack's, or not whole; `reason` quotes nothing of it, so it may be logged."""

    def __init__(self, status: int, reason: str) -> None:
        """Keep the HTTP status that it is answered with, and why."""
        super().__init__(status, reason)
        self.status = status
        self.reason = reason


class Guard:
    """Knows Slack's requests by their signature, no older than five minutes by the machine's clock."""

    def __init__(self, signing_secret: str) -> None:
        """With the secret of the Slack app."""
        self._verifier = SignatureVerifier(signing_secret)

    async def admit(self, request: Request) -> bytes:
        """The body of a request that is Slack's and whole; Unwelcome otherwise."""
        timestamp = request.headers.get("x-slack-request-timestamp", "")
        # `isdecimal` takes digits of every script, and so does the verifier's int().
        if not (timestamp.isascii() and timestamp.isdecimal()):
            raise Unwelcome(401, "no timestamp")
        body = await _body(request)
        self._verify(body, timestamp, request.headers.get("x-slack-signature", ""))
        _check_whole(body, request.headers)
        return body

    def _verify(self, body: bytes, timestamp: str, signature: str) -> None:
        if abs(self._verifier.clock.now() - int(timestamp)) > 300:  # noqa: PLR2004 - Slack's five minutes
            raise Unwelcome(401, "old timestamp")
        try:
            is_right = self._verifier.is_valid(body, timestamp, signature)
        except ValueError:  # neither bytes that are text nor a signature that is ASCII
            is_right = False
        if not is_right:
            raise Unwelcome(401, "wrong signature")


async def _body(request: Request) -> bytes:
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > LARGEST:
        raise Unwelcome(413, "too large")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise Unwelcome(413, "too large")
    return bytes(body)


def _check_whole(body: bytes, headers: Mapping[str, str]) -> None:
    try:
        payload = _payload(body.decode(), headers.get("content-type", ""))
    except (ValueError, KeyError) as broken:
        raise Unwelcome(400, "broken payload") from broken
    if not isinstance(payload, dict):
        raise Unwelcome(400, "broken payload")


def _payload(text: str, content_type: str) -> object:
    """An event is JSON; a command is a form; anything else is JSON in a form."""
    if content_type.startswith(JSON):
        return json.loads(text)
    fields = parse_qs(text, keep_blank_values=True)
    return fields if "command" in fields or "ssl_check" in fields else json.loads(fields["payload"][0])
