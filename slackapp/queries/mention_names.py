"""The names of people, channels and groups that a text mentions by their ids."""

from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import WorkspaceId
from slackapp.models.people import Channel, Person, UserGroup


def names(session: Session, workspace_id: WorkspaceId, ids: Collection[str]) -> Mapping[str, str]:
    """Those that we know; never that of a private channel, which is for its members alone."""
    asked = (
        select(Person.user_id, Person.name).where(Person.workspace_id == workspace_id, Person.user_id.in_(ids)),
        select(Channel.channel_id, Channel.name).where(
            Channel.workspace_id == workspace_id, Channel.channel_id.in_(ids), Channel.is_private.is_(False)
        ),
        select(UserGroup.group_id, UserGroup.handle).where(
            UserGroup.workspace_id == workspace_id, UserGroup.group_id.in_(ids)
        ),
    )
    return {str(id_): name for question in asked for id_, name in session.execute(question)}
