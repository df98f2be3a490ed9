"""Each answer of Slack in its class."""

from typing import Any

import aiohttp
import pytest
from aiohttp.client_reqrep import ConnectionKey
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from slackapp.slack import classification, outcomes
from slackapp.slack.outcomes import Dead, Gated, Gone, Hidden, NotPosted, NotThere, Poison, Throttled, Unread, Unsure


def answer(error: str = "", status: int = 200, **headers: str) -> SlackApiError:
    body: Any = {"ok": False, "error": error} if error else {}
    response = AsyncSlackResponse(
        client=None, http_verb="POST", api_url="", req_args={}, data=body, headers=headers, status_code=status
    )
    return failed(response)


def failed(response: AsyncSlackResponse | None) -> SlackApiError:
    return SlackApiError("no", response)  # type: ignore[no-untyped-call]  # the SDK leaves it untyped


def refused() -> aiohttp.ClientConnectorError:
    key = ConnectionKey("slack.com", 443, is_ssl=True, ssl=True, proxy=None, proxy_auth=None, proxy_headers_hash=None)
    return aiohttp.ClientConnectorError(key, OSError("refused"))


@pytest.mark.parametrize(
    ("raised", "meant"),
    [
        (answer("ratelimited", 429, **{"Retry-After": "7"}), Throttled(7)),
        (answer("rate_limited", 200, **{"retry-after": "0"}), Throttled(0)),
        (answer("", 429), Throttled(None)),
        (answer("", 429, **{"Retry-After": "soon"}), Throttled(None)),
        (refused(), NotPosted("ClientConnectorError")),
        (answer("team_added_to_org"), NotPosted("team_added_to_org")),
        (answer("internal_error"), Unsure("internal_error")),
        (answer("fatal_error"), Unsure("fatal_error")),
        (answer("invalid_auth", 500), Unsure("SlackApiError 500")),
        (answer(), Unsure("SlackApiError 200")),
        (failed(None), Unsure("SlackApiError")),
        (TimeoutError(), Unsure("TimeoutError")),
        (aiohttp.ServerDisconnectedError(), Unsure("ServerDisconnectedError")),
        (ConnectionResetError(), Unsure("ConnectionResetError")),
        (AttributeError("a plain text answer"), Unsure("AttributeError")),
        (answer("message_not_found"), Gone("message_not_found")),
        (answer("channel_not_found"), Dead("channel_not_found")),
        (answer("restricted_action_thread_only_channel"), Dead("restricted_action_thread_only_channel")),
        (answer("invalid_blocks"), Poison("invalid_blocks")),
        (answer("something_new"), Poison("something_new")),
        (answer("token_revoked"), Gated("token_revoked")),
    ],
)
def test_what_an_answer_to_a_post_means(raised: Exception, meant: outcomes.Outcome) -> None:
    assert classification.of_posting(raised) == meant


@pytest.mark.parametrize(
    ("raised", "meant"),
    [
        (answer("missing_scope"), Hidden("missing_scope")),
        (answer("not_in_channel"), Hidden("not_in_channel")),
        (answer("thread_not_found"), NotThere()),
        (answer("ratelimited", 429, **{"Retry-After": "60"}), Unread("ratelimited", retry_after=60)),
        (answer("token_revoked"), Unread("token_revoked", is_gate=True)),
        (answer("", 503), Unread("SlackApiError 503")),
        (TimeoutError(), Unread("TimeoutError")),
    ],
)
def test_what_an_answer_to_a_look_means(raised: Exception, meant: outcomes.Outcome) -> None:
    assert classification.of_reading(raised) == meant
