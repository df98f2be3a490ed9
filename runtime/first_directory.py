"""Meeting everybody, the first time that the app starts in a workspace."""

import asyncio

import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from runtime.assembly import Afspraak
from slackapp.models.people import Person

PATIENCE_SECONDS = 60  # a large workspace goes on beside the work

log = structlog.get_logger()


async def everybody(app: Afspraak) -> None:
    """Learn who there is before anybody is answered: whoever is not known counts as a visitor, and may do little.

    Where that takes too long or fails it goes on beside the work, as on every day.
    """
    if app.connecting.away:
        return
    if await app.database.read(knows_somebody):
        return
    log.info("meeting everybody for the first time")
    try:
        await asyncio.wait_for(app.refresh_directory(), PATIENCE_SECONDS)
    except Exception as failure:  # noqa: BLE001 - whatever it was, the app is there for those who are known
        log.warning("not everybody is known yet", error=type(failure).__name__)


def knows_somebody(session: Session) -> bool:
    """Whether Slack has told of anybody yet, in any workspace."""
    return session.scalars(select(Person.user_id).limit(1)).first() is not None
