"""Setting an alarm: a moment at which the rule of this kind looks at a thing again.

The rule that is called decides from the present state of the thing, under its lock: a timer that is moved
while it rings may ring once more.
"""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from slackapp.database import insert_all_new, insert_new
from slackapp.ids import WorkspaceId
from slackapp.models.timers import Timer


def set(  # noqa: A001 - one sets a timer; it is always read as timers.set
    session: Session, workspace_id: WorkspaceId, kind: str, ref: int, *, stage: str, at: datetime
) -> None:
    """Let the rule of this kind look at `ref` at an aware moment; one that was set before is moved there."""
    named = {"workspace_id": workspace_id, "kind": kind, "ref": ref}
    if not insert_new(session, Timer, **named, stage=stage, due_at=at, rings=0):
        session.execute(update(Timer).filter_by(**named).values(stage=stage, due_at=at, rings=0))


def by(session: Session, workspace_id: WorkspaceId, kind: str, ref: int, *, at: datetime) -> None:
    """Let the rule look at `ref` at this moment at the latest: one that was set before is only moved forward."""
    named = {"workspace_id": workspace_id, "kind": kind, "ref": ref}
    if not insert_new(session, Timer, **named, stage="", due_at=at, rings=0):
        session.execute(update(Timer).filter_by(**named).where(Timer.due_at > at).values(due_at=at, rings=0))


def set_all(session: Session, workspace_id: WorkspaceId, kind: str, alarms: Mapping[int, datetime]) -> None:
    """The same for many things at once, each at its moment; without a stage."""
    theirs = {"workspace_id": workspace_id, "kind": kind, "stage": "", "rings": 0}
    rows = [{**theirs, "ref": ref, "due_at": at} for ref, at in sorted(alarms.items())]
    new = {ref for (ref,) in insert_all_new(session, Timer, rows, ["ref"])}
    for ref in sorted(alarms.keys() - new):
        set(session, workspace_id, kind, ref, stage="", at=alarms[ref])


def clear(session: Session, workspace_id: WorkspaceId, kind: str, ref: int) -> None:
    """Let it be: there is nothing to look at any more."""
    session.execute(delete(Timer).where(Timer.workspace_id == workspace_id, Timer.kind == kind, Timer.ref == ref))
