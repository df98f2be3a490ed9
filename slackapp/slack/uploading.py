"""Files: for somebody, in their direct messages, or a picture that a message will show.

They are handed in one by one, and nobody sees them before they are shared or shown; whoever calls decides what a
failure means. What Slack's client and the network raise is passed on as it is; after half a minute a TimeoutError.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import aiohttp

from slackapp.ids import ChannelId, Timestamp
from slackapp.slack.classification import classified
from slackapp.slack.client import Client
from slackapp.slack.outcomes import Place
from slackapp.views.message import Content, File

PATIENCE_SECONDS = 30  # three calls, and the bytes of the file

Note = Callable[[Sequence[str]], Awaitable[None]]


@classified
async def share(client: Client, to: str, content: Content, files: Sequence[File], *, note: Note) -> Place:
    """Share files with a person. Slack does not say which message that makes, so its timestamp stays empty.

    Their ids are noted before anybody can see them: a message with files takes no key, and is found again by these.
    """
    async with asyncio.timeout(PATIENCE_SECONDS):
        opened = await client.conversations_open(users=to)
        channel = ChannelId(opened["channel"]["id"])
        handed_in: list[dict[str, str | None]] = [
            {"id": await _hand_in(client, file), "title": file.title} for file in files
        ]
        await note([str(each["id"]) for each in handed_in])
        await client.files_completeUploadExternal(files=handed_in, channel_id=channel, initial_comment=content.text)
    return Place(channel, Timestamp(""))


async def keep(client: Client, file: File) -> str:
    """Hand in a picture that is shared nowhere, and return its id: who reads a message of ours with it in it, sees it.

    For a second or so Slack still looks at it, and refuses a message that has it already.
    """
    async with asyncio.timeout(PATIENCE_SECONDS):
        file_id = await _hand_in(client, file)
        await client.files_completeUploadExternal(files=[{"id": file_id, "title": file.title}])
    return file_id


async def _hand_in(client: Client, file: File) -> str:
    told = await client.files_getUploadURLExternal(filename=file.name, length=len(file.content))
    async with _session(client).post(told["upload_url"], data=file.content) as answer:
        answer.raise_for_status()
    return str(told["file_id"])


def _session(client: Client) -> aiohttp.ClientSession:
    if client.session is None:
        raise TypeError("files are sent through the session that is shared with all other calls")
    return client.session
