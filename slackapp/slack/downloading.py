"""A file that somebody handed in with a form: fetched with the app's token, while they wait."""

import asyncio
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from slackapp.errors import InvalidInput
from slackapp.normalization import clean
from slackapp.spreadsheets import decoded

PATIENCE = 2.0
"""Seconds: Slack waits three for the answer to the form."""
LARGEST = 2_000_000  # bytes: more does not come within the two seconds
SLACK = (".slack.com", ".slack-files.com")


async def text_of(client: AsyncWebClient, url: str) -> str:
    """What is in a text file, in whatever way it is written. InvalidInput where it cannot be had."""
    try:
        async with asyncio.timeout(PATIENCE):
            content = await _content(client, url)
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:  # ValueError: the address is none
        raise InvalidInput("file", "Slack did not hand the file over. Try again, or paste the table.") from error
    if len(content) > LARGEST:
        raise InvalidInput("file", "This file is too large. Divide it into several.")
    return clean(decoded(content))


async def _content(client: AsyncWebClient, url: str) -> bytes:
    if client.session is None:
        raise TypeError("files are fetched through the session that is shared with all other calls")
    headers = {"Authorization": f"Bearer {client.token}"} if _is_of_slack(client, url) else {}
    async with client.session.get(url, headers=headers) as answer:
        answer.raise_for_status()
        if answer.content_type == "text/html":
            raise aiohttp.ClientPayloadError("a page to sign in: the app may not read files here")
        content = b""
        async for some in answer.content.iter_chunked(65536):
            content += some
            if len(content) > LARGEST:
                break
        return content


def _is_of_slack(client: AsyncWebClient, url: str) -> bool:
    # The token goes to Slack, or to where its Web API is reached, and nowhere else.
    host = urlsplit(url).hostname or ""
    return host.endswith(SLACK) or host == urlsplit(client.base_url).hostname
