"""Cursors: pages of a list, in the way of Slack."""

import base64
import binascii
from collections.abc import Sequence
from typing import TypeVar

from sandbox.payload import Payload
from sandbox.refusal import Refused
from sandbox.web.call import Call

Item = TypeVar("Item")
MOST = 1000


def page(call: Call, items: Sequence[Item], *, default: int = 100) -> tuple[Sequence[Item], Payload]:
    """The items of the page that was asked for, and what the answer says about the next."""
    limit = call.number("limit", default)
    if not 1 <= limit <= MOST:
        raise Refused("invalid_limit")
    start = _read(call.text("cursor"))
    end = start + limit
    cursor = _write(end) if end < len(items) else ""
    return items[start:end], {"response_metadata": {"next_cursor": cursor}}


def _write(start: int) -> str:
    return base64.b64encode(f"next:{start}".encode()).decode()


def _read(cursor: str) -> int:
    if not cursor:
        return 0
    try:
        return int(base64.b64decode(cursor, validate=True).decode().removeprefix("next:"))
    except (binascii.Error, ValueError) as broken:
        raise Refused("invalid_cursor") from broken
