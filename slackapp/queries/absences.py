"""Whether somebody is there on a day."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import Actor, UserId, WorkspaceId
from slackapp.models.absences import Absence, Source
from slackapp.models.people import Person


def is_away(session: Session, workspace_id: WorkspaceId, user_id: UserId, day: date) -> bool | None:
    """What is known of this local date; None leaves it to the calendar. Their own word, the newest, wins (CHK-3)."""
    on_that_day = select(Absence).where(
        Absence.workspace_id == workspace_id,
        Absence.user_id == user_id,
        Absence.first_day <= day,
        Absence.last_day >= day,
    )
    found = session.scalars(on_that_day.order_by(Absence.id.desc())).all()
    own = next((each for each in found if each.source is Source.SELF), None)
    newest = own or next(iter(found), None)
    return newest.is_away if newest else None


def zone_of(session: Session, who: Actor) -> str:
    """In which time zone somebody lives."""
    person = session.get(Person, (who.workspace_id, who.user_id))
    return person.tz if person else "Etc/UTC"
