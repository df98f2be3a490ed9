"""In which language somebody, or a channel, reads."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import ChannelId, UserId, WorkspaceId
from slackapp.models.people import Person
from slackapp.models.teams import Team
from slackapp.models.workspaces import Workspace


def locale_at(session: Session, workspace_id: WorkspaceId, address: str) -> str:
    """The locale of whoever reads what is posted there, to a channel or to a person."""
    if is_person(address):
        return locale_of_person(session, workspace_id, UserId(address))
    return locale_of_channel(session, workspace_id, ChannelId(address))


def is_person(address: str) -> bool:
    """Whether an address in Slack is a person's, which stands for the direct messages with them."""
    return address.startswith(("U", "W"))


def locale_of_person(session: Session, workspace_id: WorkspaceId, user_id: UserId) -> str:
    """Somebody's own locale; the workspace's for someone whom Slack has not told us about yet."""
    person = session.get(Person, (workspace_id, user_id))
    return person.locale if person else _of_workspace(session, workspace_id)


def locale_of_channel(session: Session, workspace_id: WorkspaceId, channel_id: ChannelId) -> str:
    """The locale of the team that lives in the channel, else the workspace's."""
    lives_here = select(Team.locale).where(
        Team.workspace_id == workspace_id, Team.home_channel == channel_id, Team.is_archived.is_(False)
    )
    locale = session.scalars(lives_here.order_by(Team.id).limit(1)).first()
    return locale or _of_workspace(session, workspace_id)


def _of_workspace(session: Session, workspace_id: WorkspaceId) -> str:
    return session.get_one(Workspace, workspace_id).locale
