"""An area as messages and pages show it."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.ids import ChannelId, UserId
from slackapp.models.area_life import AreaKind, Standing
from slackapp.models.areas import Area
from slackapp.models.people import Channel
from slackapp.models.teams import Team
from slackapp.permissions.teams import may_know_channel
from slackapp.permissions.viewer import Viewer
from slackapp.queries.people import name_of
from slackapp.queries.rows import of_row


@dataclass(frozen=True)
class AreaCard:
    """An area as it is now, for one reader. Moments are UTC, `next_due` is a day where the workspace is."""

    id: int
    name: str
    kind: AreaKind
    standing: Standing
    team_id: int
    team: str
    is_team_archived: bool
    other_team: str
    owner_id: UserId | None
    owner: str
    backup: str
    channel_id: ChannelId | None
    """None where the reader may not know it."""
    description: str
    links: str
    every_days: int
    confirmed_at: datetime | None
    next_due: date
    lapsed_at: datetime | None
    offered_to: str
    offered_until: datetime | None
    at: datetime


def card_of(session: Session, area: Area, reader: Viewer) -> AreaCard:
    """The area as this reader sees it."""
    team = session.get_one(Team, area.team_id)
    other = session.get(Team, area.other_team_id) if area.other_team_id else None
    return of_row(
        AreaCard,
        area,
        standing=area.standing,
        team_id=team.id,
        team=team.name,
        is_team_archived=team.is_archived,
        other_team=other.name if other else "",
        owner=_name(session, area, area.owner_id),
        backup=_name(session, area, area.backup_id),
        channel_id=_channel(session, area.channel_id or team.home_channel, reader),
        offered_to=_name(session, area, area.offered_to),
        at=now(session),
    )


def _name(session: Session, area: Area, user_id: UserId | None) -> str:
    return name_of(session, area.workspace_id, user_id) if user_id else ""


def _channel(session: Session, channel_id: ChannelId, reader: Viewer) -> ChannelId | None:
    channel = session.get(Channel, (reader.workspace_id, channel_id))
    is_open = channel is not None and not channel.is_archived and may_know_channel(reader, channel)
    return channel_id if is_open else None
