"""Taking the answers of a check-in along: a table in one's own direct messages (CHK-9)."""

from sqlalchemy.orm import Session

from slackapp import outbox
from slackapp.ids import Actor
from slackapp.permissions import checkins as permissions
from slackapp.permissions.viewer import viewer
from slackapp.rules.checkins import steps

KIND = "checkin.export"


def export(session: Session, checkin_id: int, *, by: Actor, once: str) -> None:
    """Send the table to them alone, made from what they may see when it is sent; `once` names the asking."""
    checkin = steps.find(session, by.workspace_id, checkin_id)
    if checkin is None or not permissions.may_read_answers(session, checkin, viewer(session, by)):
        raise steps.not_found()
    key = f"{KIND}:{by.user_id}:{once}"
    outbox.say(session, by.workspace_id, by.user_id, KIND, once=key, checkin=checkin_id, person=by.user_id)
