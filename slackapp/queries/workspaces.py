"""What is known of a workspace itself."""

from sqlalchemy.orm import Session

from slackapp.ids import SlackTeamId, UserId, WorkspaceId
from slackapp.models.workspaces import Workspace


def slack_id_of(session: Session, workspace_id: WorkspaceId) -> SlackTeamId:
    """Its id in Slack."""
    return session.get_one(Workspace, workspace_id).slack_id


def is_app(session: Session, workspace_id: WorkspaceId, user_id: UserId) -> bool:
    """Whether this is the app's own user."""
    return session.get_one(Workspace, workspace_id).bot_user_id == user_id
