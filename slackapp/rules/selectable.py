"""Whether what was chosen in a form can be: a channel, people, a user group, teams.

What is offered there may be over by the time that the form is sent. Fields are named as in the form.
"""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.errors import InvalidInput
from slackapp.ids import ChannelId, GroupId, UserId, WorkspaceId
from slackapp.models.people import Channel, Person, UserGroup
from slackapp.models.teams import Team
from slackapp.permissions.teams import may_know_channel
from slackapp.permissions.viewer import Viewer
from slackapp.queries import team_homes
from slackapp.queries.team_homes import Trouble


def channel(session: Session, field: str, chosen: ChannelId, who: Viewer) -> ChannelId:
    """A channel in which the app is, and of which this person may know; InvalidInput at its field."""
    found = session.get(Channel, (who.workspace_id, chosen))
    if found is None or not may_know_channel(who, found):
        raise InvalidInput(field, "Afspraak is not in this channel. Type /invite @Afspraak there, then save again.")
    match team_homes.trouble(found):
        case Trouble.ARCHIVED:
            raise InvalidInput(field, "#{channel} is archived. Choose another.", channel=found.name)
        case Trouble.NO_APP:
            raise InvalidInput(
                field,
                "Afspraak is not in #{channel}. Type /invite @Afspraak there, then save again.",
                channel=found.name,
            )
    return chosen


def unfit(session: Session, chosen: Collection[UserId], who: Viewer) -> str | None:
    """What one of them is called who is an app, a visitor, or whose account is gone; None where nobody is."""
    found = select(Person.name).where(
        Person.workspace_id == who.workspace_id, Person.user_id.in_(chosen), ~Person.is_present
    )
    return session.scalars(found.order_by(Person.name).limit(1)).first()


def group(session: Session, chosen: GroupId | None, who: Viewer) -> GroupId | None:
    """A user group that is in use, or none; InvalidInput."""
    found = session.get(UserGroup, (who.workspace_id, chosen)) if chosen else None
    if chosen and (found is None or found.is_disabled):
        raise InvalidInput("group", "This user group is not in use any more. Choose another, or none.")
    return chosen


def check_teams(session: Session, chosen: Collection[int], who: Viewer) -> None:
    """Teams that are in use; InvalidInput."""
    known = select(Team.id).where(
        Team.workspace_id == who.workspace_id, Team.id.in_(chosen), Team.is_archived.is_(False)
    )
    if set(chosen) - set(session.scalars(known)):
        raise InvalidInput("teams", "One of these teams does not exist any more. Choose again.")


def team(session: Session, workspace_id: WorkspaceId, chosen: int | None) -> Team | None:
    """The team that was chosen; None where it is not, or is in use no more."""
    found = session.get(Team, chosen) if chosen is not None else None
    return found if found and found.workspace_id == workspace_id and not found.is_archived else None
