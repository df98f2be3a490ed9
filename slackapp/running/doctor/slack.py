"""What Slack says about the app: its tokens, its scopes, its clock, and how soon a message can be found again."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from scheduler import probe
from slackapp.clock import SystemClock
from slackapp.config import ConnectedSettings
from slackapp.ids import ChannelId
from slackapp.running.doctor.finding import Finding
from slackapp.slack import refusals
from slackapp.slack.manifest import manifest

MOST_SKEW = timedelta(seconds=30)
LAG_WE_WAIT_FOR = timedelta(seconds=30)
ANEW = "Put the scopes of manifest.json into the app's settings and install it again."


async def tokens(client: AsyncWebClient, settings: ConnectedSettings) -> list[Finding]:
    """Whether Slack takes the tokens, what they may do, and whether our clock is right."""
    try:
        asked = SystemClock().now()
        answer = await client.auth_test()
    except (SlackApiError, aiohttp.ClientError, TimeoutError) as failure:
        return [_refused(client, "SLACK_BOT_TOKEN", failure)]
    taken = Finding(f"SLACK_BOT_TOKEN is taken: {answer['user']} in {answer['team']}.")
    return [taken, *_scopes(answer), *_skew(answer, asked), *await _socket(client, settings)]


async def history(client: AsyncWebClient, channel: ChannelId) -> Finding:
    """How soon a message can be found again: for as long a message in doubt waits before it is looked for."""
    try:
        lag = await probe.visible_after(client, channel)
    except SlackApiError as refused:
        why = f"The history of {channel} could not be tried: {refusals.code(refused) or refusals.said(refused)}."
        return Finding(why, "Invite the app to the channel and give it the optional history scopes.")
    if lag is None or lag >= LAG_WE_WAIT_FOR:
        why = f"A message was not to be found in {channel} within {probe.PATIENCE_SECONDS} seconds."
        return Finding(why, "Messages in doubt may come twice; the second copy is taken away minutes later.")
    return Finding(f"A message was found in {channel} after {lag.total_seconds():.1f} seconds, and was taken away.")


async def _socket(client: AsyncWebClient, settings: ConnectedSettings) -> list[Finding]:
    if settings.slack_app_token is None:
        return [Finding("Slack is expected by HTTP, under SLACK_SIGNING_SECRET: only a request can prove that one.")]
    try:
        await client.apps_connections_open(app_token=settings.slack_app_token.get_secret_value())
    except (SlackApiError, aiohttp.ClientError, TimeoutError) as failure:
        return [_refused(client, "SLACK_APP_TOKEN", failure)]
    return [Finding("SLACK_APP_TOKEN is taken: Socket Mode can be opened.")]


def _refused(client: AsyncWebClient, name: str, failure: Exception) -> Finding:
    """Slack says no to a token, or does not say anything that could be believed."""
    if error := refusals.code(failure):
        return Finding(
            f"Slack does not take {name}: {error}.", "Copy the token anew from the settings of your Slack app."
        )
    why = f"Slack cannot be reached at {client.base_url} ({refusals.said(failure)})."
    return Finding(why, "Check the network, the proxy and SLACK_API_URL.")


def _scopes(answer: AsyncSlackResponse) -> Iterator[Finding]:
    told = _header(answer, "x-oauth-scopes")
    if told is None:
        yield Finding("Slack did not say which scopes the token has.", ANEW, is_hint=True)
        return
    granted, wanted = {scope.strip() for scope in told.split(",")}, manifest()["oauth_config"]["scopes"]
    if missing := sorted(set(wanted["bot"]) - granted):
        yield Finding(f"The token lacks scopes: {', '.join(missing)}.", ANEW)
    else:
        yield Finding("The token has all scopes that are needed.")
    if left_out := sorted(set(wanted["bot_optional"]) - granted):
        yield Finding(f"Optional scopes are left out: {', '.join(left_out)}.", _without(left_out), is_hint=True)


def _without(left_out: list[str]) -> str:
    """What does not work without them."""
    histories = "Without a history scope a message in doubt is sent again, and may come twice there."
    disturbing = "Without dnd:read nobody's do-not-disturb is known."
    shown = [histories] if any(scope.endswith(":history") for scope in left_out) else []
    return " ".join([*shown, *([disturbing] if "dnd:read" in left_out else [])]) or ANEW


def _skew(answer: AsyncSlackResponse, asked: datetime) -> Iterator[Finding]:
    told = _header(answer, "date")
    if told is None:
        return
    # The header has whole seconds, and the answer was on its way.
    skew = abs(parsedate_to_datetime(told).astimezone(UTC) - asked)
    if skew > MOST_SKEW:
        advice = "Let the machine follow a time server: Slack's requests are refused from five minutes on."
        yield Finding(f"The clock is {skew.total_seconds():.0f} seconds off Slack's.", advice)
    else:
        yield Finding("The clock agrees with Slack's.")


def _header(answer: AsyncSlackResponse, wanted: str) -> str | None:
    return next((str(value) for name, value in answer.headers.items() if name.lower() == wanted), None)
