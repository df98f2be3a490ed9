"""What an answer of Slack means, or its absence: from what was raised to an outcome."""

import aiohttp
from slack_sdk.errors import SlackApiError

from scheduler.outcomes import (
    Dead,
    Gated,
    Gone,
    Hidden,
    NotPosted,
    NotThere,
    Outcome,
    Poison,
    Throttled,
    Unread,
    Unsure,
)

LATER = frozenset({"team_added_to_org", "message_limit_exceeded"})
DOUBTFUL = frozenset({"internal_error", "fatal_error", "service_unavailable", "request_timeout"})
RATE = frozenset({"ratelimited", "rate_limited"})
NO_MESSAGE = frozenset({"message_not_found", "edit_window_closed", "cant_update_message"})
NO_CHANNEL = frozenset(
    {
        *("channel_not_found", "not_in_channel", "is_archived", "is_inactive", "ekm_access_denied"),
        *("user_not_found", "user_disabled", "user_not_visible", "cannot_dm_bot", "messages_tab_disabled"),
    }
)
NO_TOKEN = frozenset(
    {
        *("token_revoked", "token_expired", "invalid_auth", "not_authed", "account_inactive"),
        *("missing_scope", "no_permission", "org_login_required", "app_uninstalled"),
    }
)
UNREADABLE = frozenset({"missing_scope", "not_in_channel"})
"""Looking it up needs more than we were given."""
NOTHING_THERE = frozenset({"channel_not_found", "thread_not_found"})
THROTTLED = "ratelimited"

NEVER_REACHED = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)
OK, TOO_MANY = 200, 429


def of_posting(raised: Exception) -> Outcome:
    """What it means that posting or updating raised this; the unforeseen is a doubt, which loses nothing."""
    if isinstance(raised, NEVER_REACHED):
        return NotPosted(_said(raised))
    if _is_throttled(raised):
        return Throttled(_retry_after(raised))
    code = _code(raised)
    return _of_code(code) if code else Unsure(_said(raised))


def of_reading(raised: Exception) -> NotThere | Hidden | Unread:
    """What it means that looking through a channel raised this."""
    if _is_throttled(raised):
        return Unread(THROTTLED, retry_after=_retry_after(raised))
    code = _code(raised)
    if code in UNREADABLE:
        return Hidden(code)
    if code in NOTHING_THERE:
        return NotThere()
    return Unread(code or _said(raised), is_gate=code in NO_TOKEN)


def _of_code(code: str) -> Outcome:
    if code in DOUBTFUL:
        return Unsure(code)
    if code in LATER:
        return NotPosted(code)
    if code in NO_TOKEN:
        return Gated(code)
    if code in NO_MESSAGE:
        return Gone(code)
    # Slack has a dozen of the second kind, one for each reason for which an admin closes a channel.
    return Dead(code) if code in NO_CHANNEL or code.startswith("restricted_action") else Poison(code)


def _code(raised: Exception) -> str:
    """Slack's own word for it; empty where what came back is not an answer of Slack's to this call."""
    answer = _body(raised)
    return str(answer.get("error") or "") if _status(raised) == OK and answer.get("ok") is False else ""


def _is_throttled(raised: Exception) -> bool:
    return _status(raised) == TOO_MANY or _body(raised).get("error") in RATE


def _retry_after(raised: Exception) -> float | None:
    headers = getattr(getattr(raised, "response", None), "headers", None) or {}
    seconds = next((str(value) for name, value in headers.items() if name.lower() == "retry-after"), "")
    return float(seconds) if seconds.isdecimal() else None


def _status(raised: Exception) -> int | None:
    # After broken JSON the SDK hands over the bare HTTP response, which has no status_code.
    response = raised.response if isinstance(raised, SlackApiError) else None
    return getattr(response, "status_code", None)


def _body(raised: Exception) -> dict[str, object]:
    response = raised.response if isinstance(raised, SlackApiError) else None
    body = getattr(response, "data", None)
    return body if isinstance(body, dict) else {}


def _said(raised: Exception) -> str:
    """What went wrong, in short. Never the body of an answer: it may hold what people wrote."""
    status = _status(raised)
    return f"{type(raised).__name__} {status}" if status else type(raised).__name__
