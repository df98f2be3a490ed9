"""What an answer of Slack means, or its absence: from what was raised to an outcome."""

import aiohttp

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
from slackapp.slack import refusals

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


def of_posting(raised: Exception) -> Outcome:
    """What it means that posting or updating raised this; the unforeseen is a doubt, which loses nothing."""
    if isinstance(raised, NEVER_REACHED):
        return NotPosted(refusals.said(raised))
    if refusals.is_throttled(raised):
        return Throttled(refusals.retry_after(raised))
    code = refusals.code(raised)
    return _of_code(code) if code else Unsure(refusals.said(raised))


def of_reading(raised: Exception) -> NotThere | Hidden | Unread:
    """What it means that looking through a channel raised this."""
    if refusals.is_throttled(raised):
        return Unread(THROTTLED, retry_after=refusals.retry_after(raised))
    code = refusals.code(raised)
    if code in UNREADABLE:
        return Hidden(code)
    if code in NOTHING_THERE:
        return NotThere()
    return Unread(code or refusals.said(raised), is_gate=code in NO_TOKEN)


def _of_code(code: str) -> Outcome:
    if code in refusals.TROUBLES:
        return Unsure(code)
    if code in LATER:
        return NotPosted(code)
    if code in NO_TOKEN:
        return Gated(code)
    if code in NO_MESSAGE:
        return Gone(code)
    # Slack has a dozen of the second kind, one for each reason for which an admin closes a channel.
    return Dead(code) if code in NO_CHANNEL or code.startswith("restricted_action") else Poison(code)
