"""What people are called."""

from sqlalchemy.orm import Session

from slackapp.ids import UserId, WorkspaceId
from slackapp.models.people import Person


def name_of(session: Session, workspace_id: WorkspaceId, user_id: UserId) -> str:
    """What somebody is called; their id where Slack has not told us yet."""
    person = session.get(Person, (workspace_id, user_id))
    return person.name if person else user_id
