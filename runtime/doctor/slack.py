"""What Slack says about the app: its tokens, its scopes, its clock, and how soon a message can be found again."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from delivery import history_lag
from runtime.doctor.finding import Finding
from slackapp.clock import SystemClock
from slackapp.config import ConnectedSettings
from slackapp.ids import ChannelId
from slackapp.slack.client import Client
from slackapp.slack.manifest import manifest
from slackapp.slack.tokens import Identity, NotTaken, check_app_token, identity

MOST_SKEW = timedelta(seconds=30)  # Slack refuses signatures from five minutes on: told long before
LAG_WE_WAIT_FOR = timedelta(seconds=30)  # as long as a doubt waits before it is looked into
ANEW = "Put the scopes of manifest.json into the app's settings and install it again."


async def tokens(client: Client, settings: ConnectedSettings) -> list[Finding]:
    """Whether Slack takes the tokens, what they may do, and whether our clock is right."""
    try:
        asked = SystemClock().now()
        who = await identity(client)
    except NotTaken as no:
        return [_not_taken(client, "SLACK_BOT_TOKEN", no)]
    taken = Finding(f"SLACK_BOT_TOKEN is taken: {who.user} in {who.team}.")
    return [taken, *_scopes(who), *_skew(who, asked), *await _socket(client, settings)]


async def history(client: Client, channel: ChannelId) -> Finding:
    """How soon a message can be found again: for as long a message in doubt waits before it is looked for."""
    try:
        lag = await history_lag.visible_after(client, channel)
    except history_lag.NotTried as no:
        why = f"The history of {channel} could not be tried: {no}."
        return Finding(why, "Invite the app to the channel and give it the optional history scopes.")
    if lag is None or lag >= LAG_WE_WAIT_FOR:
        why = f"A message was not to be found in {channel} within {history_lag.PATIENCE_SECONDS} seconds."
        return Finding(why, "Messages in doubt may come twice; the second copy is taken away minutes later.")
    return Finding(f"A message was found in {channel} after {lag.total_seconds():.1f} seconds, and was taken away.")


async def _socket(client: Client, settings: ConnectedSettings) -> list[Finding]:
    if settings.slack_app_token is None:
        return [Finding("Slack is expected by HTTP, under SLACK_SIGNING_SECRET: only a request can prove that one.")]
    try:
        await check_app_token(client, settings.slack_app_token.get_secret_value())
    except NotTaken as no:
        return [_not_taken(client, "SLACK_APP_TOKEN", no)]
    return [Finding("SLACK_APP_TOKEN is taken: Socket Mode can be opened.")]


def _not_taken(client: Client, name: str, no: NotTaken) -> Finding:
    """Slack says no to a token, or does not say anything that could be believed."""
    if no.code:
        return Finding(f"Slack does not take {name}: {no}.", "Copy the token anew from the settings of your Slack app.")
    why = f"Slack cannot be reached at {client.base_url} ({no})."
    return Finding(why, "Check the network, the proxy and SLACK_API_URL.")


def _scopes(who: Identity) -> Iterator[Finding]:
    if who.scopes is None:
        yield Finding("Slack did not say which scopes the token has.", ANEW, is_hint=True)
        return
    wanted = manifest()["oauth_config"]["scopes"]
    if missing := sorted(set(wanted["bot"]) - who.scopes):
        yield Finding(f"The token lacks scopes: {', '.join(missing)}.", ANEW)
    else:
        yield Finding("The token has all scopes that are needed.")
    if left_out := sorted(set(wanted["bot_optional"]) - who.scopes):
        yield Finding(f"Optional scopes are left out: {', '.join(left_out)}.", _without(left_out), is_hint=True)


def _without(left_out: list[str]) -> str:
    """What does not work without them."""
    histories = "Without a history scope a message in doubt is sent again, and may come twice there."
    disturbing = "Without dnd:read nobody's do-not-disturb is known."
    shown = [histories] if any(scope.endswith(":history") for scope in left_out) else []
    return " ".join([*shown, *([disturbing] if "dnd:read" in left_out else [])]) or ANEW


def _skew(who: Identity, asked: datetime) -> Iterator[Finding]:
    if who.answered_at is None:
        return
    # The header has whole seconds, and the answer was on its way.
    skew = abs(who.answered_at - asked)
    if skew > MOST_SKEW:
        advice = "Let the machine follow a time server: Slack's requests are refused from five minutes on."
        yield Finding(f"The clock is {skew.total_seconds():.0f} seconds off Slack's.", advice)
    else:
        yield Finding("The clock agrees with Slack's.")
