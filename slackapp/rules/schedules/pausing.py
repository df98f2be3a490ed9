"""A pause, and its end."""

from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.ids import WorkspaceId
from slackapp.rules.schedules import planning
from slackapp.rules.schedules.locked import locked


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
