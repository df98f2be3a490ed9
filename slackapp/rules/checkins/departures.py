"""Owners leave: the channels of what they owned are asked at once for somebody else (CHK-7)."""

from sqlalchemy import and_, exists, select
from sqlalchemy.orm import Session

from slackapp.ids import WorkspaceId
from slackapp.models.checkins import KIND, Checkin, CheckinState
from slackapp.models.people import Person
from slackapp.models.schedules import Schedule
from slackapp.rules.checkins import places


def people_left(session: Session, workspace_id: WorkspaceId, _: int, __: str) -> None:
    """Look at everything that has no owner any more. Not at what nobody has started, nor at what is over for good."""
    gone = and_(
        Person.workspace_id == workspace_id,
        Person.user_id == Checkin.owner_id,
        ~Person.is_member,
    )
    comes = exists().where(
        Schedule.workspace_id == workspace_id,
        Schedule.kind == KIND,
        Schedule.ref == Checkin.id,
        Schedule.next_slot.is_not(None),
    )
    theirs = select(Checkin).join(Person, gone).where(Checkin.workspace_id == workspace_id, comes)
    for checkin in session.scalars(theirs.where(Checkin.state != CheckinState.DRAFT).order_by(Checkin.id)).all():
        places.ask_for_owner(session, checkin)
