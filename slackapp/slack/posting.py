"""The calls that put a message into a channel, change it and take it away.

None of them is repeated here: whoever calls decides what a failure means.
"""

from slackapp.ids import ChannelId, Timestamp, UserId
from slackapp.queries import locales
from slackapp.slack.classification import classified
from slackapp.slack.client import Client, patiently, without_retries
from slackapp.slack.outcomes import Place
from slackapp.views.message import Content

EVENT_TYPE = "afspraak_message"


class NoMessage(Exception):
    """An answer that says yes and names no message: it proves nothing."""


@classified
async def post(
    client: Client,
    to: ChannelId | UserId,
    content: Content,
    *,
    key: str,
    thread: Timestamp | None = None,
) -> Place:
    """Post a message that carries this key, to a person by direct message; the answer names its channel."""
    answer = await patiently(
        without_retries(client).chat_postMessage(
            channel=to,
            thread_ts=thread,
            text=content.text,
            blocks=list(content.blocks) or None,
            metadata={"event_type": EVENT_TYPE, "event_payload": {"key": key}},
            unfurl_links=False,
            unfurl_media=False,
        )
    )
    if not answer.get("ts"):
        raise NoMessage
    return Place(ChannelId(answer["channel"]), Timestamp(answer["ts"]))


@classified
async def update(client: Client, place: Place, content: Content) -> Place:
    """Replace a message in place. Its key stays: Slack keeps metadata that is not given."""
    await patiently(
        without_retries(client).chat_update(
            channel=place.channel,
            ts=place.ts,
            text=content.text,
            blocks=list(content.blocks) or None,
            # Slack's own default here would turn names and links in the text into mentions.
            parse="none",
        )
    )
    return place


async def remove(client: Client, place: Place) -> None:
    """Take a message of our own away. Raises what Slack's client and the network raise."""
    await patiently(without_retries(client).chat_delete(channel=place.channel, ts=place.ts))


async def conversation(client: Client, to: ChannelId | UserId) -> ChannelId:
    """The channel itself, or the one of the direct messages with a person. Raises as `remove` does."""
    if not locales.is_person(to):
        return ChannelId(to)
    answer = await patiently(without_retries(client).conversations_open(users=to))
    return ChannelId(answer["channel"]["id"])
