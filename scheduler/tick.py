"""Ringing the timers and coming to the schedules that are due."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

import structlog
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from scheduler.schedules import Rounds, Words
from slackapp.clock import now
from slackapp.database import Database
from slackapp.ids import WorkspaceId
from slackapp.models.timers import Timer
from slackapp.rules.schedules.rounds import Held

Rule = Callable[[Session, WorkspaceId, int, str], None]
"""Looks at a thing again: its number, and the stage that was set with the timer."""

AT_ONCE = 50
FIRST_RETRY = timedelta(minutes=1)
MOST_DOUBLINGS = 6

log = structlog.get_logger()


@dataclass(frozen=True)
class Alarm:
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
        alarms = await self._database.run(due, self._timers.keys())
        for alarm in alarms:
            await self.ring(alarm)
        return len(alarms) + len(await self.hold())

    async def hold(self) -> list[Held]:
        """Hold the rounds that are due."""
        return await self.rounds.once()

    async def ring(self, alarm: Alarm) -> bool:
        """Call the rule of a timer that is due; whether it succeeded."""
        try:
            await self._database.run(_rung, alarm, self._timers[alarm.kind])
        except Exception:  # one rule that fails must never stop the others
            log.exception("a timer's rule failed", kind=alarm.kind, ref=alarm.ref, stage=alarm.stage)
            return False
        return True


def due(session: Session, kinds: Collection[str]) -> list[Alarm]:
    """Take hold of what is due by moving it out: what fails or is cut off rings again, ever later.

    Kinds that this release does not know are left to one that does.
    """
    at = now(session)
    ours = select(Timer).where(Timer.due_at <= at, Timer.kind.in_(kinds))
    first = ours.order_by(Timer.due_at, Timer.id).limit(AT_ONCE)
    timers = session.scalars(first.with_for_update(skip_locked=True)).all()
    for timer in timers:
        timer.due_at = at + FIRST_RETRY * 2 ** min(timer.rings, MOST_DOUBLINGS)
        timer.rings += 1
    return [Alarm(t.id, t.workspace_id, t.kind, t.ref, t.stage, t.rings) for t in timers]


def _rung(session: Session, alarm: Alarm, rule: Rule) -> None:
    # The timer is not locked yet: rules lock their thing first and its timer second, and so does this.
    ringing = (Timer.id == alarm.timer_id, Timer.rings == alarm.rings, Timer.stage == alarm.stage)
    if session.scalar(select(Timer.id).where(*ringing)):
        rule(session, alarm.workspace_id, alarm.ref, alarm.stage)
        session.execute(delete(Timer).where(*ringing))
