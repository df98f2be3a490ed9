"""What people are called, and who administers the workspace."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import UserId, WorkspaceId
from slackapp.models.people import Person


def name_of(session: Session, workspace_id: WorkspaceId, user_id: UserId) -> str:
    """What somebody is called; their id where Slack has not told us yet."""
    person = session.get(Person, (workspace_id, user_id))
    return person.name if person else user_id


def admins(session: Session, workspace_id: WorkspaceId) -> list[UserId]:
    """The workspace's administrators who can be written to."""
    found = select(Person.user_id).where(Person.workspace_id == workspace_id, Person.is_admin, Person.is_member)
    return list(session.scalars(found.order_by(Person.user_id)))
