"""The workspace itself."""

from sqlalchemy.orm import Session

from slackapp.ids import WorkspaceId
from slackapp.models.workspaces import Workspace


def rename(session: Session, workspace_id: WorkspaceId, name: str) -> None:
    """It is called otherwise."""
    session.get_one(Workspace, workspace_id).name = name[:255]
