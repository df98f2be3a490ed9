"""The list of areas to take along (OWN-1)."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from slackapp.ids import Actor, ChannelId, UserId, WorkspaceId
from slackapp.models.area_life import AreaKind
from slackapp.models.areas import Area
from slackapp.models.people import Channel, Person
from slackapp.models.teams import Team
from slackapp.normalization import key
from slackapp.permissions.areas import visible_to
from slackapp.permissions.teams import may_know_channel
from slackapp.permissions.viewer import Viewer, viewer
from slackapp.queries.rows import of_row


@dataclass(frozen=True)
class AreaRecord:
    """One line. People and channels are named so that an import finds them again: by id where a name is not enough."""

    name: str
    kind: AreaKind
    team: str
    other_team: str
    owner: str
    backup: str
    channel: str
    description: str
    links: str
    every_days: int


def records(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> tuple[AreaRecord, ...]:
    """Everything in use that this person may see now, by name."""
    reader = viewer(session, Actor(workspace_id, UserId(str(refs["person"]))))
    named = session.execute(select(Team.id, Team.name).where(Team.workspace_id == workspace_id))
    teams = {row.id: row.name for row in named}
    people, channels = _people(session, workspace_id), _channels(session, reader)
    found = select(Area).where(visible_to(reader), Area.retired_at.is_(None)).order_by(Area.key)
    return tuple(
        of_row(
            AreaRecord,
            area,
            team=teams[area.team_id],
            other_team=teams.get(area.other_team_id or 0, ""),
            owner=people.get(area.owner_id or "", area.owner_id or ""),
            backup=people.get(area.backup_id or "", area.backup_id or ""),
            channel=channels.get(area.channel_id or "", ""),
        )
        for area in session.scalars(found)
    )


def count(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> int:
    """How many that will be, for the message that the file comes with."""
    reader = viewer(session, Actor(workspace_id, UserId(str(refs["person"]))))
    seen = and_(visible_to(reader), Area.retired_at.is_(None))
    return session.scalar(select(func.count()).select_from(Area).where(seen)) or 0


def _people(session: Session, workspace_id: WorkspaceId) -> dict[str, str]:
    everybody = select(Person.user_id, Person.name).where(Person.workspace_id == workspace_id, ~Person.is_bot)
    rows = session.execute(everybody).all()
    alike = Counter(key(row.name) for row in rows)
    return {row.user_id: row.name if alike[key(row.name)] == 1 else row.user_id for row in rows}


def _channels(session: Session, reader: Viewer) -> dict[str, ChannelId | str]:
    known = session.scalars(select(Channel).where(Channel.workspace_id == reader.workspace_id))
    return {each.channel_id: each.name for each in known if may_know_channel(reader, each)}
