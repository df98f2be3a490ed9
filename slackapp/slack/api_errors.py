"""What an answer of Slack says that is no success: its status, its word for it, and how long it asks to wait.

The only place that reads this; Slack's own client reads less than Slack, and what stands before it, sends.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from slack_sdk.errors import SlackApiError

from slackapp.clock import SystemClock

OK, TOO_MANY = 200, 429
RATE = frozenset({"ratelimited", "rate_limited"})
TROUBLES = frozenset({"internal_error", "fatal_error", "service_unavailable", "request_timeout"})
"""Slack is in trouble itself: what was asked for may have been done, or not."""
NUMBER = re.compile(r"[0-9]{1,12}(\.[0-9]*)?")


def code(raised: Exception) -> str:
    """Slack's own word for it; empty where what came back is not an answer of Slack's to this call."""
    answer = _body(raised)
    return str(answer.get("error") or "") if status(raised) == OK and answer.get("ok") is False else ""


def is_throttled(raised: Exception) -> bool:
    """Whether Slack asks to slow down."""
    return status(raised) == TOO_MANY or _body(raised).get("error") in RATE


def retry_after(raised: Exception) -> float | None:
    """How many seconds it asks to wait; None where it does not say, or nothing that can be read."""
    return seconds(getattr(getattr(raised, "response", None), "headers", None) or {})


def seconds(headers: Mapping[str, object]) -> float | None:
    """The header Retry-After in seconds: a number, or a date, counted from the answer's own. None where it is none."""
    asked = header(headers, "retry-after")
    if NUMBER.fullmatch(asked):
        return float(asked)
    moment = date(asked)
    if moment is None:
        return None
    answered = date(header(headers, "date")) or SystemClock().now()
    return max(0.0, (moment - answered).total_seconds())


def is_about_a_file(raised: Exception) -> bool:
    """Whether a file in the blocks was refused: Slack says "invalid_blocks", and only explains that it is about one."""
    return any("slack_file" in str(each) for each in _listed(_body(raised).get("errors")))


def status(raised: Exception) -> int | None:
    """The HTTP status; None where nothing came back."""
    # After broken JSON the SDK hands over the bare HTTP response, which has no status_code.
    response = raised.response if isinstance(raised, SlackApiError) else None
    return getattr(response, "status_code", None)


def said(raised: Exception) -> str:
    """What went wrong, in short. Never the body of an answer: it may hold what people wrote."""
    found = status(raised)
    return f"{type(raised).__name__} {found}" if found else type(raised).__name__


def _body(raised: Exception) -> dict[str, object]:
    response = raised.response if isinstance(raised, SlackApiError) else None
    body = getattr(response, "data", None)
    return body if isinstance(body, dict) else {}


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def header(headers: Mapping[str, object], wanted: str) -> str:
    """A header of an answer, "" where it is not there.

    The SDK gives its retry handlers lists of values, and its callers single ones.
    """
    value = next((value for name, value in headers.items() if name.lower() == wanted), "")
    first = next(iter(value), "") if isinstance(value, list | tuple) else value
    return str(first).strip()


def date(text: str) -> datetime | None:
    """The moment that a header names, aware; None where it names none."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
