"""Whom and what the cells of a table mean: read once, so that hundreds of lines ask the database a few questions."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.errors import InvalidInput
from slackapp.ids import ChannelId, UserId, WorkspaceId
from slackapp.models.area_life import AreaKind
from slackapp.models.areas import USUAL_RHYTHM, Area
from slackapp.models.base import Base
from slackapp.models.people import Channel, Person, UserGroup
from slackapp.models.teams import Team
from slackapp.models.workspaces import Workspace
from slackapp.normalization import key

MENTION = re.compile(r"<(?:[@#]|!subteam\^|mailto:)([^|>]+)(?:\|[^>]*)?>")
KINDS: Mapping[str, AreaKind] = {
    **{str(kind): kind for kind in AreaKind},
    "systeem": AreaKind.SYSTEM,
    "proces": AreaKind.PROCESS,
    "kanaal": AreaKind.CHANNEL,
    "klant": AreaKind.CUSTOMER,
    "relatie": AreaKind.RELATION,
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
    usual_kind: AreaKind = AreaKind.SYSTEM
    usual_rhythm: int = USUAL_RHYTHM

    def area(self, said: str) -> Area | None:
        """The area of this name, if there is one; also a retired one."""
        return self.areas.get(key(said))

    def team(self, said: str) -> int | None:
        """The team of this name, home channel (`#design`) or user group (`@design-team`), or of the id of these."""
        if said and _named(said) not in self.teams:
            raise InvalidInput("team", "There is no team called {name}.", name=said)
        return self.teams.get(_named(said))

    def person(self, said: str, field: str) -> UserId | None:
        """The person of this name, e-mail address or Slack id."""
        if not said:
            return None
        found = self.people.get(_named(said).removeprefix("@"), ())
        if not found:
            raise InvalidInput(field, "Nobody is called {name}.", name=said)
        if len(found) > 1:
            raise InvalidInput(field, "Several people are called {name}. Use the Slack id of one.", name=said)
        return found[0]

    def channel(self, said: str) -> ChannelId | None:
        """The channel of this name or Slack id."""
        named = _named(said).removeprefix("#")
        if said and named not in self.channels:
            raise InvalidInput("channel", "There is no channel called {name} that Afspraak can see.", name=said)
        return self.channels.get(named)

    def kind(self, said: str) -> AreaKind | None:
        """The kind of this name, in English or Dutch."""
        if said and key(said) not in KINDS:
            raise InvalidInput(
                "kind", "There is no kind {name}. Kinds are: {kinds}.", name=said, kinds=", ".join(AreaKind)
            )
        return KINDS.get(key(said))

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
    used = select(Channel).where(Channel.workspace_id == workspace_id, Channel.is_archived.is_(False))
    channels = session.scalars(used).all()
    active = [team for team in teams if not team.is_archived]
    return Directory(
        areas={area.key: area for area in areas},
        teams=_by_channel(active, channels) | _by_group(session, workspace_id, active) | {t.key: t.id for t in active},
        people=_people(people),
        channels={key(each.name): each.channel_id for each in channels}
        | {key(each.channel_id): each.channel_id for each in channels},
        rows=(*teams, *people, session.get_one(Workspace, workspace_id)),
    )


def _by_channel(teams: Sequence[Team], channels: Sequence[Channel]) -> dict[str, int]:
    """By the id of the home, and by its name where everybody may know that."""
    homes = {team.home_channel: team.id for team in teams}
    public = {each.channel_id: each.name for each in channels if not each.is_private}
    named = {f"#{key(public[home])}": team for home, team in homes.items() if home in public}
    return named | {key(home): team for home, team in homes.items()}


def _by_group(session: Session, workspace_id: WorkspaceId, teams: Sequence[Team]) -> dict[str, int]:
    """By the user group's id and handle; where several teams have the same one, the first is meant."""
    groups = {team.group_id: team.id for team in reversed(teams) if team.group_id}
    used = select(UserGroup).where(UserGroup.workspace_id == workspace_id, UserGroup.group_id.in_(groups))
    named = {f"@{key(each.handle)}": groups[each.group_id] for each in session.scalars(used) if not each.is_disabled}
    return named | {key(group): team for group, team in groups.items()}


def _people(people: Sequence[Person]) -> dict[str, tuple[UserId, ...]]:
    """Somebody who is here is meant before a namesake who left, and the name one is called by before others."""
    here, gone = [each for each in people if not each.is_deactivated], [each for each in people if each.is_deactivated]
    return {**_by_name(gone), **_by_name(here), **{key(person.user_id): (person.user_id,) for person in people}}


def _by_name(people: Sequence[Person]) -> dict[str, tuple[UserId, ...]]:
    called: dict[str, tuple[UserId, ...]] = defaultdict(tuple)
    known: dict[str, tuple[UserId, ...]] = defaultdict(tuple)
    for person in people:
        called[key(person.name)] += (person.user_id,)
        for name in {key(each) for each in (person.real_name, person.email) if each} - {key(person.name)}:
            known[name] += (person.user_id,)
    return {**known, **called}


def _named(said: str) -> str:
    """What a cell names; as Slack copies a mention out of a message, its id."""
    token = MENTION.fullmatch(said.strip())
    return key(token[1] if token else said)
