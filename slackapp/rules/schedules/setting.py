"""Setting when a thing comes, moving it to another zone, letting it rest, and letting it be.

Whether somebody may do that is the word's own question, asked by its rules before they come here.
"""

from collections.abc import Set as AbstractSet
from datetime import datetime

from sqlalchemy import delete as deletion
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.errors import NotPossibleNow
from slackapp.ids import WorkspaceId
from slackapp.models.schedules import Occurrence, Schedule, ScheduleScope
from slackapp.rules.schedules import planning, plans, zones
from slackapp.rules.schedules.locked import locked
from slackapp.rules.schedules.plans import SchedulePlan


def set(  # noqa: A001 - one sets a schedule; it is always read as schedules.set
    session: Session, workspace_id: WorkspaceId, kind: str, ref: int, *, plan: SchedulePlan, tzs: AbstractSet[str]
) -> None:
    """Let a thing come by this plan in each of these zones from now on; one that was set before is changed (CHK-7).

    A thing that was made today is not made again today because its time is changed. What was paused stays paused. A
    zone that is not named ends, unless the thing follows its people. InvalidInput at the field that cannot be.
    """
    values = plans.columns(plan)
    for tz in tzs:
        plans.check_zone(tz)
    known = locked(session, workspace_id, kind, ref)
    for schedule in known:
        if schedule.tz in tzs or plan.scope is ScheduleScope.OWN_ZONE:
            planning.change(session, schedule, values)
        else:
            planning.end(session, schedule)
    thing = {"workspace_id": workspace_id, "kind": kind, "ref": ref, "paused_at": _paused_at(known)}
    zones.add(session, Schedule(**thing, **values), tzs - {each.tz for each in known})


def move(session: Session, workspace_id: WorkspaceId, kind: str, ref: int, *, to: str) -> None:
    """Let a thing that lives in one zone live in another from now on; at most once a local day, also on this one."""
    plans.check_zone(to)
    schedules = locked(session, workspace_id, kind, ref)
    if len(schedules) != 1:
        raise NotPossibleNow("This comes in several time zones: it follows its people.")
    planning.change(session, schedules[0], {"tz": to})


def delete(session: Session, workspace_id: WorkspaceId, kind: str, ref: int) -> None:
    """Let it be for good, with all that became of it; a second time changes nothing."""
    found = [schedule.id for schedule in locked(session, workspace_id, kind, ref)]
    past = deletion(Occurrence).where(Occurrence.workspace_id == workspace_id, Occurrence.schedule_id.in_(found))
    session.execute(past)
    session.execute(deletion(Schedule).where(Schedule.workspace_id == workspace_id, Schedule.id.in_(found)))


def _paused_at(known: list[Schedule]) -> datetime | None:
    return next((each.paused_at for each in known if each.paused_at), None)


def pause(session: Session, workspace_id: WorkspaceId, kind: str, ref: int) -> None:
    """Let a thing rest until it is resumed (CHK-7); a second time changes nothing."""
    for schedule in locked(session, workspace_id, kind, ref):
        if schedule.paused_at is None:
            schedule.paused_at = now(session)
            schedule.next_run_at = None


def resume(session: Session, workspace_id: WorkspaceId, kind: str, ref: int) -> None:
    """Let it come again from now on; each time that passed meanwhile is recorded as paused."""
    for schedule in locked(session, workspace_id, kind, ref):
        if schedule.paused_at is not None:
            planning.resume(session, schedule)
