"""Claiming messages, lane by lane where one of them is odd: whatever is wrong with it stops no other."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import structlog
from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from delivery import backoff, bundles, claiming, lanes
from delivery.claim import Claim
from delivery.lanes import LaneKey
from delivery.worker import Worker
from slackapp.database import Database
from slackapp.database_trouble import is_the_databases
from slackapp.models.outbox import Lane, Progress
from slackapp.rules import quarantine
from slackapp.rules.quarantine import Case

log = structlog.get_logger()


class Work(NamedTuple):
    """A job that claims: which lanes it wants, how it takes one of them, and the messages that it then has in hand."""

    job: str
    wants: Callable[[Session, Worker], ColumnElement[bool]]
    take: Callable[..., Claim | None]
    of: Progress


DELIVER = Work("deliver", claiming.is_due, claiming.first, Progress.PENDING)
RECONCILE = Work("reconcile", claiming.is_doubtful, claiming.doubted, Progress.SENDING)


class Claimer:
    """Claims for one job. A lane that cannot be claimed is set aside and tried by itself, ever later.

    A message that could not be claimed eight times is a dead letter, and its lane goes on.
    """

    def __init__(self, database: Database, worker: Worker, work: Work) -> None:
        self._database = database
        self._worker = worker
        self._work = work

    async def some(self, begin: Callable[[Claim], None], most: int = lanes.AT_ONCE) -> int:
        """Claim the first message of up to so many lanes, and begin with each at once; how many that were.

        Raises what the database raises when it cannot work.
        """
        try:
            claims, again = await self._database.run(_batch, self._worker, self._work, most)
        except Exception as failure:
            if is_the_databases(failure):
                raise
            log.exception("messages could not be claimed together; each lane is now tried by itself")
            claims, again = [], await self._database.read(_names, self._worker, self._work, most)
        for claim in claims:
            begin(claim)
        return len(claims) + sum([await self._began(name, begin) for name in again])

    async def _began(self, name: LaneKey, begin: Callable[[Claim], None]) -> bool:
        claim = await self._alone(name)
        if claim:
            begin(claim)
        return claim is not None

    async def _alone(self, name: LaneKey) -> Claim | None:
        try:
            return await self._database.run(_one, self._worker, self._work, name)
        except Exception as failure:
            if is_the_databases(failure):
                raise
            log.exception("a lane was set aside", lane=name.id, job=self._work.job)
            await self._set_aside(name, failure)
            return None

    async def _set_aside(self, name: LaneKey, failure: Exception) -> None:
        failures = await self._database.run(_set_aside, self._work, name, failure)
        if failures >= backoff.MOST_TRIES:
            try:
                await self._database.run(_give_up, self._work, name, failure)
            except Exception:  # the lane itself is odd: it stays set aside, for doctor to name
                log.exception("a message could not even be given up", lane=name.id)


def _batch(session: Session, worker: Worker, work: Work, most: int) -> tuple[list[Claim], Sequence[LaneKey]]:
    """Claims on lanes that never failed, and the lanes that did and are to be tried once more."""
    odd = quarantine.of(session, work.job)
    # By name: the tests stop and kill processes in there.
    claim = claiming.due if work is DELIVER else claiming.doubtful
    claims = claim(session, worker, but=[int(each.ref) for each in odd], most=most)
    again = [int(each.ref) for each in quarantine.due(session, odd)]
    # Only those that are free: one whose workspace is shut, or that is empty by now, must not be asked all the time.
    wanted = work.wants(session, worker) & Lane.id.in_(again)
    return claims, lanes.names_of_free(session, wanted) if again else []


def _names(session: Session, worker: Worker, work: Work, most: int) -> list[LaneKey]:
    barred = {int(each.ref) for each in quarantine.of(session, work.job)}
    return lanes.names_of_free(session, work.wants(session, worker) & Lane.id.not_in(barred), most)


def _one(session: Session, worker: Worker, work: Work, name: LaneKey) -> Claim | None:
    free = lanes.free(session, work.wants(session, worker) & (Lane.id == name.id))
    if not free:
        return None
    failures = quarantine.failures(session, _case(work, name))
    claim = work.take(session, free[0], worker, is_last_try=failures >= backoff.MOST_TRIES - 1)
    quarantine.release(session, _case(work, name))
    return claim


def _set_aside(session: Session, work: Work, name: LaneKey, failure: Exception) -> int:
    case = _case(work, name)
    wait = backoff.after(quarantine.failures(session, case) + 1)
    return quarantine.set_aside(session, case, failure, wait=wait)


def _give_up(session: Session, work: Work, name: LaneKey, failure: Exception) -> None:
    """Its first message is a dead letter, and the lane goes on with the next."""
    lane = lanes.locked(session, [name.id])[name.id]
    message = session.scalars(lanes.waiting(lane, work.of).limit(1)).first()
    if message:
        why = f"it could not be prepared: {quarantine.reason(failure)}"
        bundles.close(session, lane, message, Progress.DEAD, error=why)
    quarantine.release(session, _case(work, name))


def _case(work: Work, name: LaneKey) -> Case:
    return Case(name.workspace_id, work.job, str(name.id))
