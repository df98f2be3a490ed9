"""Whether a process can do its work: for whoever sends it requests, and for whoever is woken at night."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.exc import SQLAlchemyError

from scheduler.clockwork import Clockwork
from slackapp.database import Database
from slackapp.running import tables
from slackapp.slack.socket import Socket

STALE_SECONDS = 30
"""The tick and the deliverer run every second; a call to Slack may hold one up for ten."""
WATCHED = ("tick", "deliver")


@dataclass(frozen=True)
class Health:
    """What is looked at; a part that this process does not have is not."""

    database: Database
    clockwork: Clockwork
    socket: Socket | None = None

    async def checks(self) -> Mapping[str, bool]:
        """Each part, and whether it is well."""
        connected = {"socket": await self.socket.is_connected()} if self.socket else {}
        return {**await self._of_database(), **self._of_clockwork(), **connected}

    async def _of_database(self) -> dict[str, bool]:
        try:
            is_current = await self.database.read(tables.are_current)
        except SQLAlchemyError:
            return {"database": False, "migrations": False}
        return {"database": True, "migrations": is_current}

    def _of_clockwork(self) -> dict[str, bool]:
        ages = self.clockwork.ages()
        return {name: (age := ages[name]) is not None and age < STALE_SECONDS for name in WATCHED}
