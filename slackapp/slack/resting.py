"""Slack's own do-not-disturb."""

import asyncio
from datetime import datetime
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from slackapp.ids import UserId
from slackapp.slack import fields

PATIENCE_SECONDS = 2


async def until(client: AsyncWebClient, person: UserId, at: datetime) -> datetime | None:
    """When somebody who does not want to be disturbed at this moment can be again; None where they can now. UTC.

    Raises what Slack's client and the network raise; after two seconds a TimeoutError.
    """
    async with asyncio.timeout(PATIENCE_SECONDS):
        answer = await client.dnd_info(user=person)
    return _end(dict(answer.data) if isinstance(answer.data, dict) else {}, at)


def _end(answer: dict[str, Any], at: datetime) -> datetime | None:
    snooze = fields.moment(answer.get("snooze_endtime") if answer.get("snooze_enabled") else None)
    starts, ends = fields.moment(answer.get("next_dnd_start_ts")), fields.moment(answer.get("next_dnd_end_ts"))
    is_night = bool(answer.get("dnd_enabled") and starts and ends and starts <= at < ends)
    later = [moment for moment in (snooze, ends if is_night else None) if moment and moment > at]
    return max(later, default=None)
