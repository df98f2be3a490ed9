"""The workspace itself."""

from sqlalchemy.orm import Session

from slackapp.ids import WorkspaceId
from slackapp.models.workspaces import Workspace


def rename(session: Session, workspace_id: WorkspaceId, name: str) -> None:
    """It is called otherwise; where it was not said how, nothing changes."""
    workspace = session.get_one(Workspace, workspace_id)
    workspace.name = name[:255] or workspace.name
