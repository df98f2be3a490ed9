"""What can happen to a workspace: the app is installed in it, and it is called otherwise."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.database import insert_new
from slackapp.ids import SlackTeamId, UserId, WorkspaceId
from slackapp.models.workspaces import Workspace


def install(
    session: Session,
    slack_id: SlackTeamId,
    *,
    name: str,
    url: str,
    bot_user_id: UserId,
    locale: str,
    tz: str,
) -> WorkspaceId:
    """Know a workspace, or what is new about one that was known; our number for it.

    `locale` and `tz` are those of a workspace that has not chosen: one that was known keeps its own.
    """
    told = {"name": name, "url": url, "bot_user_id": bot_user_id}
    insert_new(session, Workspace, slack_id=slack_id, locale=locale, tz=tz, **told)
    workspace = session.scalars(select(Workspace).where(Workspace.slack_id == slack_id)).one()
    workspace.name, workspace.url, workspace.bot_user_id = name, url, bot_user_id
    return workspace.id


def rename(session: Session, workspace_id: WorkspaceId, name: str) -> None:
    """It is called otherwise; where it was not said how, nothing changes."""
    workspace = session.get_one(Workspace, workspace_id)
    workspace.name = name[:255] or workspace.name
