"""What an answer of Slack means, or its absence: from what was raised to an outcome."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import ParamSpec

import aiohttp

from slackapp.slack import api_errors
from slackapp.slack.outcomes import (
    Dead,
    Gated,
    Gone,
    Hidden,
    NotPosted,
    NotThere,
    PictureRefused,
    Place,
    Poison,
    Posted,
    Sent,
    Throttled,
    Unread,
    Unsure,
)

LATER = frozenset({"team_added_to_org", "message_limit_exceeded"})
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


P = ParamSpec("P")


def classified(call: Callable[P, Awaitable[Place]]) -> Callable[P, Awaitable[Posted]]:
    """The same call, which raises nothing of Slack's or of the network's: it says what became of it."""

    @wraps(call)
    async def outcome(*args: P.args, **kwargs: P.kwargs) -> Posted:
        try:
            return Sent(await call(*args, **kwargs))
        except Exception as raised:  # noqa: BLE001 - whatever it was, Slack may have the message
            return of_posting(raised)

    return outcome


def of_posting(raised: Exception) -> Posted:
    """What it means that posting or updating raised this; the unforeseen is a doubt, which loses nothing."""
    if isinstance(raised, NEVER_REACHED):
        return NotPosted(api_errors.said(raised))
    if api_errors.is_throttled(raised):
        return Throttled(api_errors.retry_after(raised))
    code = api_errors.code(raised)
    if code and api_errors.is_about_a_file(raised):
        return PictureRefused(code)
    return _of_code(code) if code else Unsure(api_errors.said(raised))


def of_reading(raised: Exception) -> NotThere | Hidden | Unread:
    """What it means that looking through a channel raised this."""
    if api_errors.is_throttled(raised):
        return Unread(THROTTLED, retry_after=api_errors.retry_after(raised))
    code = api_errors.code(raised)
    if code in UNREADABLE:
        return Hidden(code)
    if code in NOTHING_THERE:
        return NotThere()
    return Unread(code or api_errors.said(raised), is_gate=code in NO_TOKEN)


def _of_code(code: str) -> Posted:
    if code in api_errors.TROUBLES:
        return Unsure(code)
    if code in LATER:
        return NotPosted(code)
    if code in NO_TOKEN:
        return Gated(code)
    if code in NO_MESSAGE:
        return Gone(code)
    # Slack has a dozen of the second kind, one for each reason for which an admin closes a channel.
    return Dead(code) if code in NO_CHANNEL or code.startswith("restricted_action") else Poison(code)
