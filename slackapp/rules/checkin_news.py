"""What becomes of people, as far as check-ins follow it. The directory calls this and knows nothing else of them.

Where somebody leaves, the check-ins that they own are looked at a moment later, in a transaction of its own.
"""

from collections.abc import Collection, Mapping

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.ids import Actor, UserId, WorkspaceId
from slackapp.models.checkins import KIND, Checkin, CheckinState
from slackapp.permissions import checkins as permissions
from slackapp.permissions.viewer import viewer
from slackapp.rules import schedules, timers

OWNERS = "checkin.owners"


def after_people_left(session: Session, workspace_id: WorkspaceId, people: Collection[UserId]) -> None:
    """These accounts are gone, or are no full member's any more."""
    owned = exists().where(Checkin.workspace_id == workspace_id, Checkin.owner_id.in_(people))
    if session.scalar(select(owned)):
        timers.set(session, workspace_id, OWNERS, workspace_id, stage="", at=now(session))


def after_people_moved(session: Session, workspace_id: WorkspaceId, zones: Mapping[UserId, str]) -> None:
    """They live in another zone now: what they are asked comes there too, from the very next time (CHK-1).

    A tick would find it out as well, but only when the check-in next comes elsewhere, which can be a day too late.
    """
    for user_id, tz in sorted(zones.items()):
        takes_part = permissions.takes_part(viewer(session, Actor(workspace_id, user_id)))
        theirs = select(Checkin.id).where(takes_part, Checkin.tz.is_(None), Checkin.state != CheckinState.DRAFT)
        for checkin_id in session.scalars(theirs.order_by(Checkin.id)).all():
            schedules.follow(session, workspace_id, KIND, checkin_id, tzs={tz})
