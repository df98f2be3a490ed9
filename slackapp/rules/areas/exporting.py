"""Taking the list of who owns what along, as a file that can be imported again (OWN-1)."""

from sqlalchemy.orm import Session

from slackapp import outbox
from slackapp.ids import Actor
from slackapp.rules.areas.steps import allow

KIND = "area.export"


def export(session: Session, *, by: Actor, once: str) -> None:
    """Send the table to somebody's own direct messages; `once` names the asking, so that it is sent once."""
    allow(session, by=by)
    outbox.say(session, by.workspace_id, by.user_id, KIND, once=f"{KIND}:{by.user_id}:{once}", person=by.user_id)
