"""Coming to the schedules that are due, on every replica: the database hands each to one."""

from collections.abc import Collection, Mapping
from datetime import datetime

import structlog
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.database import Database
from slackapp.database_trouble import is_the_databases
from slackapp.errors import InvalidInput
from slackapp.models.schedules import Schedule
from slackapp.rules import quarantine, schedules
from slackapp.rules.quarantine import Case
from slackapp.rules.recurrence import zone_data
from slackapp.rules.schedules import plans, rounds
from slackapp.rules.schedules.rounds import Held

AT_ONCE = 100  # in one transaction, which holds their rows
MOST_BATCHES = 40
"""In one tick, which must come to its end: health watches that it does."""
JOB = "schedule"

Words = Mapping[str, schedules.ScheduleKind]
"""The part of each word that has schedules."""

log = structlog.get_logger()


class Rounds:
    """Holds every round that is due. A kind that this release does not know is left to one that does."""

    def __init__(self, database: Database, words: Words) -> None:
        self._database = database
        self._words = words
        self._zones_are_checked = False

    async def once(self) -> list[Held]:
        """Everything that is due at this moment, up to a limit."""
        await self._check_zones()
        held: list[Held] = []
        for _ in range(MOST_BATCHES):
            batch = await self._batch()
            held += batch
            if not batch:
                break
        return held

    async def _batch(self) -> list[Held]:
        odd = await self._database.read(_set_aside)
        barred = [schedule_id for schedule_id, is_barred in odd.items() if is_barred]
        try:
            held = await self._database.run(hold_due, self._words, but=odd)
        except Exception as failure:  # one word that fails must never stop the others: find out which it is
            if is_the_databases(failure):
                raise
            log.exception("a round failed; each is now held by itself")
            return await self._one_by_one(barred)
        return held or (await self._one_by_one(barred) if len(barred) < len(odd) else [])

    async def _one_by_one(self, barred: Collection[int]) -> list[Held]:
        held: list[Held] = []
        for case in await self._database.read(cases_of_due, self._words, but=barred):
            try:
                held += await self._database.run(_hold_one, self._words, case)
            except Exception as failure:  # it is tried again, ever later; past its grace it is recorded as missed
                log.exception("a round failed", schedule=case.ref)
                await self._database.run(quarantine.set_aside, case, failure)
        return held

    async def _check_zones(self) -> None:
        """Once in the life of a process: its zones may be of another edition than those that were reckoned with."""
        while not self._zones_are_checked:
            self._zones_are_checked = await self._database.run(reckon_anew) == 0


def hold_due(session: Session, words: Words, *, but: Collection[int] = (), only: int | None = None) -> list[Held]:
    """Hold rounds of schedules that are due and that no other replica holds at this moment."""
    if not words:
        return []
    wanted = due(now(session), words, but)
    if only is not None:
        wanted = wanted.where(Schedule.id == only)
    # Skipped where another replica holds them; read anew, since what was read before the lock may be over.
    held = wanted.with_for_update(skip_locked=True).execution_options(populate_existing=True)
    return rounds.hold(session, session.scalars(held).all(), words)


def cases_of_due(session: Session, words: Words, *, but: Collection[int] = ()) -> list[Case]:
    """The schedules that are due, by what surely can be read of them."""
    found = due(now(session), words, but).with_only_columns(Schedule.workspace_id, Schedule.id)
    return [Case(row.workspace_id, JOB, str(row.id)) for row in session.execute(found)]


def _hold_one(session: Session, words: Words, case: Case) -> list[Held]:
    held = hold_due(session, words, only=int(case.ref))
    if held:
        quarantine.release(session, case)
    return held


def _set_aside(session: Session) -> dict[int, bool]:
    """The schedules that have failed, and whether each is still left alone."""
    return {int(each.ref): each.not_before > now(session) for each in quarantine.of(session, JOB)}


def reckon_anew(session: Session) -> int:
    """Find the moments of some schedules anew that were reckoned with another edition of the zones; how many."""
    edition = zone_data.edition()
    stale = select(Schedule).where(Schedule.tzdata_version != edition).order_by(Schedule.id).limit(AT_ONCE)
    found = session.scalars(stale.with_for_update()).all()
    for schedule in found:
        schedule.tzdata_version = edition
        _reckon(schedule)
    return len(found)


def _reckon(schedule: Schedule) -> None:
    if schedule.next_slot is None or schedule.next_run_at is None:
        return
    try:
        schedule.next_run_at = plans.timetable(schedule).due(schedule.next_slot)
    except (InvalidInput, LookupError, ValueError):
        # A rule, a zone or a country that this release does not know: it keeps its moment, and then fails by itself.
        log.exception("a schedule cannot be read", schedule=schedule.id)


def due(at: datetime, words: Words, but: Collection[int] = ()) -> Select[Schedule]:
    """The question that every tick asks: what is due at this moment, the earliest first."""
    found = select(Schedule).where(Schedule.next_run_at <= at, Schedule.kind.in_(words))
    found = found.order_by(Schedule.next_run_at, Schedule.id).limit(AT_ONCE)
    return found.where(Schedule.id.not_in(but)) if but else found
