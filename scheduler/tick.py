"""Ringing the timers and coming to the schedules that are due."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import structlog
from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from scheduler.schedules import Rounds, Words
from slackapp.clock import now
from slackapp.database import Database
from slackapp.database_trouble import is_the_databases
from slackapp.ids import WorkspaceId
from slackapp.models.timers import Timer
from slackapp.rules import quarantine
from slackapp.rules.quarantine import Case
from slackapp.rules.schedules.rounds import Held

Rule = Callable[[Session, WorkspaceId, int, str], None]
"""Looks at a thing again: its number, and the stage that was set with the timer."""

AT_ONCE = 50  # each has a transaction of its own: the tick must come to its end
RULE, UNREADABLE = "timer", "timer.row"
"""The jobs under which a timer is set aside."""

log = structlog.get_logger()


@dataclass(frozen=True)
class DueTimer:
    """A timer that rings."""

    timer_id: int
    workspace_id: WorkspaceId
    kind: str
    ref: int
    stage: str
    rings: int


class Ticker:
    """Calls the rule of every timer that is due, each in a transaction of its own, then holds what is due."""

    def __init__(self, database: Database, timers: Mapping[str, Rule], schedules: Words = MappingProxyType({})) -> None:
        """`timers` names the rule for each kind, `schedules` the part of each word that has some."""
        self._database = database
        self._timers = timers
        self.rounds = Rounds(database, schedules)

    async def once(self) -> int:
        """Ring up to 50 timers, and hold the rounds; how many that were."""
        timers = await self._due()
        for timer in timers:
            await self.ring(timer)
        return len(timers) + len(await self.hold())

    async def _due(self) -> list[DueTimer]:
        """All that is due together; each by itself where one of them cannot be read."""
        try:
            return await self._database.run(due, self._timers.keys())
        except Exception as failure:
            if is_the_databases(failure):
                raise
            log.exception("timers could not be read together; each is now read by itself")
        timers: list[DueTimer] = []
        for case in await self._database.read(_unread_cases, self._timers.keys()):
            try:
                timers += await self._database.run(due, self._timers.keys(), only=int(case.ref))
            except Exception as failure:
                log.exception("a timer cannot be read", timer=case.ref)
                await self._set_aside(case, failure)
        return timers

    async def hold(self) -> list[Held]:
        """Hold the rounds that are due."""
        return await self.rounds.once()

    async def ring(self, timer: DueTimer) -> bool:
        """Call the rule of a timer that is due; whether it succeeded."""
        try:
            await self._database.run(_rung, timer, self._timers[timer.kind])
        except Exception as failure:  # one rule that fails must never stop the others
            log.exception("a timer's rule failed", kind=timer.kind, ref=timer.ref, stage=timer.stage)
            await self._set_aside(_case(timer), failure)
            return False
        return True

    async def _set_aside(self, case: Case, failure: Exception) -> None:
        try:
            await self._database.run(quarantine.set_aside, case, failure)
        except DBAPIError:  # the timer is moved out by itself; only its reason is not kept
            log.exception("a timer that failed could not be noted", kind=case.ref)


def due(session: Session, kinds: Collection[str], *, only: int | None = None) -> list[DueTimer]:
    """Take hold of what is due by moving it out: what fails or is cut off rings again, ever later.

    Kinds that this release does not know are left to one that does.
    """
    at = now(session)
    first = select(Timer).where(*_is_due(session, kinds)).order_by(Timer.due_at, Timer.id).limit(AT_ONCE)
    if only is not None:
        first = first.where(Timer.id == only)
    # Skipped where another replica rings them: each timer rings once.
    timers = session.scalars(first.with_for_update(skip_locked=True)).all()
    for timer in timers:
        timer.due_at = at + quarantine.retry_after(timer.rings)
        timer.rings += 1
    return [DueTimer(t.id, t.workspace_id, t.kind, t.ref, t.stage, t.rings) for t in timers]


def _is_due(session: Session, kinds: Collection[str]) -> list[ColumnElement[bool]]:
    """What is due and was not set aside, since it could not even be read, a moment ago."""
    unreadable = [int(each.ref) for each in quarantine.of(session, UNREADABLE) if each.not_before > now(session)]
    is_due = [Timer.due_at <= now(session), Timer.kind.in_(kinds)]
    return [*is_due, Timer.id.not_in(unreadable)] if unreadable else is_due


def _unread_cases(session: Session, kinds: Collection[str]) -> list[Case]:
    """The same timers by what surely can be read of them."""
    found = select(Timer.workspace_id, Timer.id).where(*_is_due(session, kinds)).order_by(Timer.due_at, Timer.id)
    return [Case(row.workspace_id, UNREADABLE, str(row.id)) for row in session.execute(found.limit(AT_ONCE))]


def _case(timer: DueTimer) -> Case:
    return Case(timer.workspace_id, RULE, f"{timer.kind} {timer.ref}")


def _rung(session: Session, timer: DueTimer, rule: Rule) -> None:
    # The timer is not locked yet: rules lock their thing first and its timer second, and so does this.
    ringing = (Timer.id == timer.timer_id, Timer.rings == timer.rings, Timer.stage == timer.stage)
    if session.scalar(select(Timer.id).where(*ringing)):
        rule(session, timer.workspace_id, timer.ref, timer.stage)
        session.execute(delete(Timer).where(*ringing))
        if timer.rings > 1:
            quarantine.release(session, _case(timer))
