"""Posting to the app's request URL as Slack does, and as somebody does who only pretends to be Slack."""

import hashlib
import hmac
import json
import time
from collections.abc import AsyncIterator
from typing import Any

import aiohttp

from slackapp.slack.http import PATH
from tests.stories.driver.house import House
from tests.stories.driver.opening import SECRET

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"


def posts(house: House, body: str, **changed: Any) -> int:
    """Send to the request URL, signed by Slack at this moment unless something is changed; the status."""
    return house.loop.run(_posted(house, body.encode(), **changed))


def tells(house: House, event: dict[str, Any], number: int = 1) -> int:
    """An event in the envelope of Slack's reference (docs.slack.dev/apis/events-api), signed; the status."""
    return posts(house, json.dumps(envelope(house, event, number)), content_type=JSON)


def envelope(house: House, event: dict[str, Any], number: int = 1) -> dict[str, Any]:
    team, installation = house.workspace.id, house.workspace.installation
    return {
        "token": "XXYYZZ",
        "team_id": team,
        "api_app_id": installation.app_id,
        "event": event,
        "type": "event_callback",
        "event_context": "EC123ABC456",
        "event_id": f"Ev123ABC{number:03}",
        "event_time": 1234567890,
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": team,
                "user_id": installation.bot_user,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
    }


async def _posted(
    house: House,
    body: bytes,
    *,
    timestamp: str | None = None,
    secret: str = SECRET,
    signature: str | None = None,
    content_type: str = FORM,
    chunked: bool = False,
) -> int:
    at = str(int(time.time())) if timestamp is None else timestamp  # noqa: TID251 - Slack's own clock
    signed = hmac.new(secret.encode(), b"v0:" + at.encode() + b":" + body, hashlib.sha256).hexdigest()
    headers = {
        "X-Slack-Request-Timestamp": at,
        "X-Slack-Signature": f"v0={signed}" if signature is None else signature,
        "Content-Type": content_type,
    }
    async with aiohttp.ClientSession() as session:
        sent = _in_chunks(body) if chunked else body
        async with session.post(house.address + PATH, data=sent, headers=headers) as answer:
            return answer.status


async def _in_chunks(body: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(body), 65536):
        yield body[start : start + 65536]
