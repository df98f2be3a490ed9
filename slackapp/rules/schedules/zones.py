"""A thing that each member is asked at the same time of their own day has a schedule for each of their zones."""

from collections.abc import Set as AbstractSet

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.database import insert_new
from slackapp.ids import WorkspaceId
from slackapp.models.schedules import Schedule, ScheduleScope
from slackapp.rules.schedules import planning, plans
from slackapp.rules.schedules.locked import locked

OWN = frozenset({"id", "tz", "rev", "next_slot", "next_run_at", "tzdata_version"})
"""What each zone has for itself."""


def follow(session: Session, workspace_id: WorkspaceId, kind: str, ref: int, *, tzs: AbstractSet[str]) -> None:
    """Somebody moved, or came: let the thing come in these zones too, if it follows its people.

    A tick does this by itself when it comes to the thing; who is told earlier that somebody moved calls this, so that
    they miss nothing meanwhile.
    """
    known = locked(session, workspace_id, kind, ref)
    if known and known[0].scope is ScheduleScope.OWN_ZONE:
        add(session, known[0], tzs)


def add(session: Session, like: Schedule, tzs: AbstractSet[str]) -> None:
    """Let the thing come in these zones as it does elsewhere, from now on; where it does already, nothing changes."""
    for tz in sorted(tzs):
        shared = {name: value for name, value in _columns(like).items() if name not in OWN}
        schedule = Schedule(**shared, tz=tz, rev=1)
        planning.start(schedule, plans.timetable(schedule).after(now(session)))
        insert_new(session, Schedule, **{name: value for name, value in _columns(schedule).items() if name != "id"})


def lacking(session: Session, schedule: Schedule, tzs: AbstractSet[str]) -> AbstractSet[str]:
    """Those of the zones in which the thing does not come yet."""
    others = select(Schedule.tz).where(
        Schedule.workspace_id == schedule.workspace_id, Schedule.kind == schedule.kind, Schedule.ref == schedule.ref
    )
    return tzs - {schedule.tz} - frozenset(session.scalars(others))


def _columns(schedule: Schedule) -> dict[str, object]:
    return {column.key: getattr(schedule, column.key) for column in inspect(Schedule).column_attrs}
