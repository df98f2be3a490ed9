"""Taking decisions along: files in one's own direct messages (DEC-7)."""

from sqlalchemy.orm import Session

from slackapp import outbox
from slackapp.ids import Actor

KIND = "decision.export"


def export(session: Session, *, by: Actor, once: str) -> None:
    """Send the decisions that somebody may see to them alone; `once` names the asking, so that it is sent once.

    The files are made when they are sent, from what is true and may be seen by then.
    """
    outbox.say(session, by.workspace_id, by.user_id, KIND, once=f"{KIND}:{by.user_id}:{once}", person=by.user_id)
