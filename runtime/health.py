"""Whether a process can do its work: for whoever sends it requests, and for whoever is woken at night.

Nothing here waits behind the work of the app: what is asked of the database has a thread of its own, and what is not
answered within a second is unknown.
"""

import asyncio
from collections.abc import Callable, Mapping

from sqlalchemy.exc import SQLAlchemyError

from runtime import gauges, probes, tables
from runtime.gauges import Stored
from runtime.probes import Probe
from runtime.write_probe import WriteProbe
from scheduler.jobs import RecurringJobs
from slackapp.database import Database
from slackapp.slack.socket import Socket

STALE_SECONDS = 30
"""The tick and the deliverer run every second; a call to Slack may hold one up for ten."""
WATCHED = ("tick", "deliver")

Away = Callable[[], str]


class Health:
    """What is looked at; a part that this process does not have is not."""

    def __init__(
        self, database: Database, jobs: RecurringJobs, socket: Socket | None = None, away: Away | None = None
    ) -> None:
        """Nothing is asked before somebody wants to know. `away` tells why Slack could not be asked who the app is."""
        self.jobs = jobs
        self._away = away
        self._socket = socket
        self._tables = Probe(lambda: database.read_now(tables.are_current))
        self._writable = WriteProbe(database)
        self._figures = Probe(lambda: database.read_now(gauges.read))

    async def checks(self) -> Mapping[str, bool | None]:
        """Each part, and whether it is well; None where that is unknown."""
        database, socket = await asyncio.gather(self._of_database(), self._of_socket())
        slack = {"slack": not self._away()} if self._away else {}
        return {**database, **self._of_jobs(), **slack, **socket}

    def reasons(self) -> Mapping[str, str]:
        """What can be said of a part that is not well, in a sentence."""
        away = self._away() if self._away else ""
        return {"slack": away} if away else {}

    async def stored(self) -> Stored | None:
        """The figures that stand in the database; None where it does not answer in time."""
        try:
            return await self._figures.answer()
        except SQLAlchemyError:
            return None

    async def _of_database(self) -> dict[str, bool | None]:
        try:
            is_current = await self._tables.answer()
        except SQLAlchemyError:
            return {"database": False, "migrations": False, "writable": False}
        is_writable = await self._writable.answer() if is_current else is_current
        return {"database": None if is_current is None else True, "migrations": is_current, "writable": is_writable}

    def _of_jobs(self) -> dict[str, bool | None]:
        ages = self.jobs.ages()
        return {name: (age := ages[name]) is not None and age < STALE_SECONDS for name in WATCHED}

    async def _of_socket(self) -> dict[str, bool | None]:
        if self._socket is None:
            return {}
        try:
            async with asyncio.timeout(probes.PATIENCE_SECONDS):
                return {"socket": await self._socket.is_connected()}
        except TimeoutError:
            return {"socket": None}
