"""Meeting everybody, the first time that the app starts in a workspace."""

import asyncio

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError
from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.models.people import Person
from slackapp.running.afspraak import Afspraak

PATIENCE_SECONDS = 60

log = structlog.get_logger()


async def everybody(app: Afspraak) -> None:
    """Learn who there is before anybody is answered: whoever is not known counts as a visitor, and may do little.

    Where that takes too long or fails it goes on beside the work, as on every day.
    """
    if await app.database.read(_know_somebody):
        return
    log.info("meeting everybody for the first time")
    try:
        await asyncio.wait_for(app.refresh_directory(), PATIENCE_SECONDS)
    except (SlackApiError, aiohttp.ClientError, TimeoutError) as failure:
        log.warning("not everybody is known yet", error=type(failure).__name__)


def _know_somebody(session: Session) -> bool:
    return session.scalars(select(Person.user_id).limit(1)).first() is not None
