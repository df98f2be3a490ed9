"""Slack's own do-not-disturb."""

import asyncio
from datetime import datetime
from typing import Any

from slack_sdk.errors import SlackApiError

from slackapp.ids import UserId
from slackapp.slack import api_errors, fields
from slackapp.slack.client import Client

PATIENCE_SECONDS = 2  # a message that comes is better than one that waits for a question


class NotGranted(Exception):
    """The app was not given the scope to ask for it."""


async def until(client: Client, person: UserId, at: datetime) -> datetime | None:
    """When somebody who does not want to be disturbed at this moment can be again; None where they can now. UTC.

    Raises NotGranted, and what Slack's client and the network raise; after two seconds a TimeoutError.
    """
    async with asyncio.timeout(PATIENCE_SECONDS):
        try:
            answer = await client.dnd_info(user=person)
        except SlackApiError as refused:
            raise (NotGranted if api_errors.code(refused) == "missing_scope" else refused) from refused
    return _end(dict(answer.data) if isinstance(answer.data, dict) else {}, at)


def _end(answer: dict[str, Any], at: datetime) -> datetime | None:
    snooze = fields.moment(answer.get("snooze_endtime") if answer.get("snooze_enabled") else None)
    starts, ends = fields.moment(answer.get("next_dnd_start_ts")), fields.moment(answer.get("next_dnd_end_ts"))
    is_night = bool(answer.get("dnd_enabled") and starts and ends and starts <= at < ends)
    later = [moment for moment in (snooze, ends if is_night else None) if moment and moment > at]
    return max(later, default=None)
