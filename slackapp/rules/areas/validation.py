"""What can be said about an area: its name, its people, its teams. Fields are named as in the form."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.errors import InvalidInput, NotPossibleNow
from slackapp.ids import ChannelId, UserId, WorkspaceId
from slackapp.models.area_life import AreaKind
from slackapp.models.area_terms import AreaTerms
from slackapp.models.areas import Area
from slackapp.models.people import Channel, Person
from slackapp.models.teams import Team
from slackapp.normalization import key
from slackapp.permissions import teams as permissions
from slackapp.permissions.viewer import Viewer
from slackapp.rules import selectable
from slackapp.rules.validation import fitting

NAME_LIMIT = 120
SHORTEST, LONGEST = 7, 730


def columns(session: Session, terms: AreaTerms, who: Viewer, area: Area | None = None) -> dict[str, Any]:
    """The columns of an area that is described so; InvalidInput at the first field that cannot be.

    `area` is the one that is changed: it may keep its name, and a channel that not everybody may know.
    """
    return named(name(session, terms.name, who.workspace_id, area)) | described(session, terms, who, area)


def named(written: str) -> dict[str, Any]:
    """The columns of a name."""
    return {"name": written, "key": key(written)}


def described(session: Session, terms: AreaTerms, who: Viewer, area: Area | None = None) -> dict[str, Any]:
    """The same without its name."""
    return {
        "kind": terms.kind,
        "team_id": _team(session, terms, who, area),
        "other_team_id": _other_team(session, terms, who),
        "backup_id": _backup(session, terms, who, area),
        "channel_id": _channel(session, terms, who, area),
        "description": fitting("description", terms.description),
        "links": fitting("links", terms.links),
        "every_days": _rhythm(terms.every_days),
    }


def name(session: Session, typed: str, workspace_id: WorkspaceId, area: Area | None = None) -> str:
    """A name that no other area has."""
    written = fitting_name(typed)
    same = select(Area).where(Area.workspace_id == workspace_id, Area.key == key(written))
    namesake = session.scalars(same).first()
    if namesake is None or namesake is area:
        return written
    if namesake.retired_at:
        raise InvalidInput("name", "A retired area is called {area}. Bring it back instead.", area=namesake.name)
    raise InvalidInput("name", "There is an area called {area} already.", area=namesake.name)


def fitting_name(typed: str) -> str:
    """A name on one line that is not too long."""
    written = " ".join(typed.split())
    if not written:
        raise InvalidInput("name", "An area needs a name.")
    if max(len(written), len(key(written))) > NAME_LIMIT:
        raise InvalidInput("name", "This name is too long; {limit} characters fit.", limit=NAME_LIMIT)
    return written


def member(session: Session, workspace_id: WorkspaceId, field: str, user_id: UserId | None) -> UserId:
    """A full member of the organisation, who can answer for something."""
    person = session.get(Person, (workspace_id, user_id)) if user_id else None
    if person is None or user_id is None:
        raise InvalidInput(field, "Choose a person.")
    if person.is_deactivated:
        raise InvalidInput(field, "{person} has no account any more. Choose somebody else.", person=person.name)
    if not person.is_member:
        raise InvalidInput(
            field, "{person} cannot own anything here: full members of the organisation can.", person=person.name
        )
    return user_id


def check_team_is_in_use(session: Session, area: Area) -> None:
    """Refuse where nobody could answer for the team; NotPossibleNow."""
    gone = archived_team(session, area)
    if gone:
        raise NotPossibleNow(
            "{team} was archived. Choose the team to which {area} belongs now.", team=gone, area=area.name
        )


def archived_team(session: Session, area: Area) -> str:
    """The name of its team, or of the second one of a relation, if that was archived; else ""."""
    teams = [session.get_one(Team, area.team_id)]
    teams += [session.get_one(Team, area.other_team_id)] if area.other_team_id else []
    return next((team.name for team in teams if team.is_archived), "")


def active_team(session: Session, workspace_id: WorkspaceId, field: str, team_id: int | None) -> Team:
    """A team that is in use."""
    team = selectable.team(session, workspace_id, team_id)
    if team is None:
        raise InvalidInput(field, "Choose a team.")
    return team


def _team(session: Session, terms: AreaTerms, who: Viewer, area: Area | None) -> int:
    if area and terms.team_id == area.team_id:
        return area.team_id
    return active_team(session, who.workspace_id, "team", terms.team_id).id


def _other_team(session: Session, terms: AreaTerms, who: Viewer) -> int | None:
    if terms.kind is not AreaKind.RELATION:
        return None
    if terms.other_team_id is None:
        raise InvalidInput("other_team", "Between which two teams? Choose the second one.")
    if terms.other_team_id == terms.team_id:
        raise InvalidInput("other_team", "Choose another team than the first one.")
    return active_team(session, who.workspace_id, "other_team", terms.other_team_id).id


def _backup(session: Session, terms: AreaTerms, who: Viewer, area: Area | None) -> UserId | None:
    if terms.backup_id is None or (area and terms.backup_id == area.backup_id):
        return terms.backup_id
    if area and terms.backup_id == area.owner_id:
        raise InvalidInput("backup", "The backup is somebody else than the owner.")
    return member(session, who.workspace_id, "backup", terms.backup_id)


def _channel(session: Session, terms: AreaTerms, who: Viewer, area: Area | None) -> ChannelId | None:
    if terms.channel_id is None:
        return _kept_channel(session, who, area) if area else None
    channel = session.get(Channel, (who.workspace_id, terms.channel_id))
    if area and area.channel_id == terms.channel_id:
        return area.channel_id
    if channel is None or channel.is_archived or not permissions.may_know_channel(who, channel):
        raise InvalidInput("channel", "Choose a channel that is in use and that Afspraak can see.")
    return terms.channel_id


def _kept_channel(session: Session, who: Viewer, area: Area) -> ChannelId | None:
    """Whoever changes an area may not see its channel: then it stays."""
    channel = session.get(Channel, (who.workspace_id, area.channel_id)) if area.channel_id else None
    return channel.channel_id if channel and not permissions.may_know_channel(who, channel) else None


def _rhythm(days: int) -> int:
    if not SHORTEST <= days <= LONGEST:
        raise InvalidInput(
            "every", "How often? Between {shortest} and {longest} days.", shortest=SHORTEST, longest=LONGEST
        )
    return days
