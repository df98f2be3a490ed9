"""Whom and what the cells of a table mean: read once, so that hundreds of lines ask the database a few questions."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.errors import InvalidInput
from slackapp.ids import ChannelId, UserId, WorkspaceId
from slackapp.models.area_life import Kind
from slackapp.models.areas import USUAL_RHYTHM, Area
from slackapp.models.base import Base
from slackapp.models.people import Channel, Person
from slackapp.models.teams import Team
from slackapp.models.workspaces import Workspace

KINDS: Mapping[str, Kind] = {
    **{str(kind): kind for kind in Kind},
    "systeem": Kind.SYSTEM,
    "proces": Kind.PROCESS,
    "kanaal": Kind.CHANNEL,
    "klant": Kind.CUSTOMER,
    "relatie": Kind.RELATION,
}


@dataclass(frozen=True)
class Directory:
    """Areas, teams, people and channels by what they are called; each raises InvalidInput for what it does not know."""

    areas: Mapping[str, Area]
    teams: Mapping[str, int]
    people: Mapping[str, tuple[UserId, ...]]
    channels: Mapping[str, ChannelId]
    rows: tuple[Base, ...]
    """What a session forgets unless somebody holds it: so that no line asks the database for a person again."""
    usual_kind: Kind = Kind.SYSTEM
    usual_rhythm: int = USUAL_RHYTHM

    def area(self, said: str) -> Area | None:
        """The area of this name, if there is one; also a retired one."""
        return self.areas.get(_key(said))

    def team(self, said: str) -> int | None:
        """The team of this name."""
        if said and _key(said) not in self.teams:
            raise InvalidInput("team", "There is no team called {name}.", name=said)
        return self.teams.get(_key(said))

    def person(self, said: str, field: str) -> UserId | None:
        """The person of this name or Slack id."""
        if not said:
            return None
        found = self.people.get(_key(said.removeprefix("@")), ())
        if not found:
            raise InvalidInput(field, "Nobody is called {name}.", name=said)
        if len(found) > 1:
            raise InvalidInput(field, "Several people are called {name}. Use the Slack id of one.", name=said)
        return found[0]

    def channel(self, said: str) -> ChannelId | None:
        """The channel of this name or Slack id."""
        if said and _key(said.removeprefix("#")) not in self.channels:
            raise InvalidInput("channel", "There is no channel called {name} that Afspraak can see.", name=said)
        return self.channels.get(_key(said.removeprefix("#")))

    def kind(self, said: str) -> Kind | None:
        """The kind of this name, in English or Dutch."""
        if said and _key(said) not in KINDS:
            raise InvalidInput("kind", "There is no kind {name}. Kinds are: {kinds}.", name=said, kinds=", ".join(Kind))
        return KINDS.get(_key(said))

    def days(self, said: str) -> int | None:
        """A number of days."""
        if said and not said.isdecimal():
            raise InvalidInput("every", "“{words}” is no number of days.", words=said)
        return int(said[:6]) if said else None


def directory(session: Session, workspace_id: WorkspaceId) -> Directory:
    """Everything that a table can name in a workspace."""
    areas = session.scalars(select(Area).where(Area.workspace_id == workspace_id)).all()
    teams = session.scalars(select(Team).where(Team.workspace_id == workspace_id)).all()
    people = session.scalars(select(Person).where(Person.workspace_id == workspace_id, ~Person.is_bot)).all()
    return Directory(
        areas={area.key: area for area in areas},
        teams={team.key: team.id for team in teams if not team.is_archived},
        people=_by_name(people),
        channels=_channels(session, workspace_id),
        rows=(*teams, *people, session.get_one(Workspace, workspace_id)),
    )


def _by_name(people: Sequence[Person]) -> dict[str, tuple[UserId, ...]]:
    named: dict[str, tuple[UserId, ...]] = defaultdict(tuple)
    gone: dict[str, tuple[UserId, ...]] = defaultdict(tuple)
    for person in people:
        (gone if person.is_deactivated else named)[_key(person.name)] += (person.user_id,)
    # Somebody who is here is meant before a namesake who left.
    return {**gone, **named, **{_key(person.user_id): (person.user_id,) for person in people}}


def _channels(session: Session, workspace_id: WorkspaceId) -> dict[str, ChannelId]:
    used = select(Channel.channel_id, Channel.name).where(
        Channel.workspace_id == workspace_id, Channel.is_archived.is_(False)
    )
    found = list(session.execute(used))
    return {_key(name): channel_id for channel_id, name in found} | {_key(each): each for each, _ in found}


def _key(said: str) -> str:
    return " ".join(said.split()).casefold()
