"""Workspaces whose channels may be looked through only slowly: one page a minute, of fifteen messages.

Slack gives the apps that are distributed outside its Marketplace no more, and counts for the whole workspace.
"""

from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.database import insert_new
from slackapp.ids import WorkspaceId
from slackapp.models.outbox import Reading

REMEMBERED = timedelta(minutes=10)  # then the full pace is tried again
LONG = timedelta(seconds=30)  # a shorter wait is the usual pace of a busy minute
ONE_LOOK = timedelta(seconds=60)  # one page a minute is what such an app gets
LONGEST = timedelta(minutes=5)


def slow_down(session: Session, workspace_id: WorkspaceId, wait: timedelta) -> None:
    """Look through no channel of the workspace for so long, and then through one at a time.

    A short wait is the usual pace of a busy minute, and means only the channel that was looked at.
    """
    if wait < LONG:
        return
    until = now(session) + min(wait, LONGEST)
    if not insert_new(session, Reading, workspace_id=workspace_id, not_before=until):
        earlier = update(Reading).where(Reading.workspace_id == workspace_id, Reading.not_before < until)
        session.execute(earlier.values(not_before=until))


def open_at(session: Session, workspace_id: WorkspaceId) -> datetime:
    """The first moment at which a channel of the workspace may be looked through."""
    reading = session.get(Reading, workspace_id)
    return max(reading.not_before, now(session)) if reading else now(session)


def is_slow(session: Session, workspace_id: WorkspaceId) -> bool:
    """Whether one look at a time is all that the workspace gives."""
    reading = session.get(Reading, workspace_id)
    return reading is not None and reading.not_before > now(session) - REMEMBERED
