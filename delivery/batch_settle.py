"""Writing down what became of calls: as many in one transaction as have come back meanwhile.

A transaction of its own for each message cost four fifths of the speed (docs/decisions/delivery.md).
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

import structlog
from sqlalchemy.exc import OperationalError

from delivery import settle
from delivery.claim import Claim
from delivery.settle import Return
from slackapp.database import Database
from slackapp.database_trouble import is_the_databases
from slackapp.rules import quarantine
from slackapp.rules.quarantine import Case
from slackapp.slack.outcomes import Outcome

AT_ONCE = 50  # a transaction that stays short: people wait for the same database
JOB = "settle"
PAUSES = (0.1, 0.5, 1, 2, 5, 10)
"""Seconds. A database that is restarted is back within them, and the lease of the lane is not over yet."""

log = structlog.get_logger()


@dataclass(frozen=True)
class PendingReturn:
    """What has come back, and whoever waits until it is written down."""

    returned: Return
    written: asyncio.Future[None]


class BatchSettler:
    """Settles claims. One transaction at a time: what comes back meanwhile goes into the next."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._entries: list[PendingReturn] = []
        self._writing = asyncio.Lock()

    async def write(self, claim: Claim, outcome: Outcome) -> None:
        """Return once it is committed. Raises what the database raises when it stays away for long."""
        entry = PendingReturn(Return(claim, outcome), asyncio.get_running_loop().create_future())
        self._entries.append(entry)
        async with self._writing:
            if not entry.written.done():
                await self._write_some()
        await entry.written

    async def _write_some(self) -> None:
        some, self._entries = self._entries[:AT_ONCE], self._entries[AT_ONCE:]
        failure = await self._failure(some)
        alone = failure and len(some) > 1  # one of them may have spoiled it for the others
        for entry in some:
            failed = await self._failure([entry]) if alone else failure
            if failed and not is_the_databases(failed):
                await self._set_aside(entry, failed)
            _end(entry, failed)

    async def _set_aside(self, entry: PendingReturn, failure: Exception) -> None:
        """Let it be named: its message stays in doubt, and is looked for when the lease of its lane is over."""
        claim = entry.returned.claim
        try:
            await self._database.run(
                quarantine.set_aside, Case(claim.workspace_id, JOB, str(claim.message_id)), failure
            )
        except Exception:  # whoever waits for the entry is told what failed first
            log.exception("what could not be settled could not be noted", message=claim.message_id)

    async def _failure(self, entries: Sequence[PendingReturn]) -> Exception | None:
        try:
            await self._settled([entry.returned for entry in entries])
        except Exception as failure:  # noqa: BLE001 - whatever it was, the others are written down all the same
            return failure
        return None

    async def _settled(self, returned: Sequence[Return]) -> None:
        """Settle them, however often the database has to be asked: what Slack has taken must not be forgotten."""
        for pause in PAUSES:
            try:
                return await self._database.run(settle.settle_all, returned)
            except OperationalError as failure:
                log.warning("the database does not answer", why=type(failure.orig).__name__)
                await asyncio.sleep(pause)
        return await self._database.run(settle.settle_all, returned)


def _end(entry: PendingReturn, failure: Exception | None) -> None:
    if failure:
        entry.written.set_exception(failure)
    else:
        entry.written.set_result(None)
