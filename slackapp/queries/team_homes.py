"""Whether a team can be reached where it lives."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.errors import NotFound
from slackapp.ids import ChannelId, WorkspaceId
from slackapp.models.people import Channel
from slackapp.queries import teams
from slackapp.queries.teams import TeamRecord


class Trouble(StrEnum):
    """Why a channel is no home at the moment."""

    ARCHIVED = "archived"
    NO_APP = "no_app"
    GONE = "gone"


@dataclass(frozen=True)
class Homeless:
    """A team that cannot be reached, and why. `channel` is empty where it has no name any more."""

    team: TeamRecord
    channel: str
    trouble: Trouble


def trouble(channel: Channel | None) -> Trouble | None:
    """What is wrong with a channel as a home; None where a team can be reached in it."""
    if channel is None:
        return Trouble.GONE
    if channel.is_archived:
        return Trouble.ARCHIVED
    return None if channel.has_app else Trouble.NO_APP


def at_home(session: Session, workspace_id: WorkspaceId, channels: Collection[ChannelId]) -> list[TeamRecord]:
    """The teams that live in one of these channels and can be reached there."""
    wanted = select(Channel).where(Channel.workspace_id == workspace_id, Channel.channel_id.in_(channels))
    fit = {found.channel_id for found in session.scalars(wanted) if trouble(found) is None}
    return [team for team in teams.all(session, workspace_id) if team.home_channel in fit]


def homeless(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> Homeless | None:
    """What there is to tell the lead; None once the team can be reached again, or is archived."""
    try:
        team = teams.find(session, workspace_id, int(refs["team_id"]))
    except NotFound:
        return None
    channel = session.get(Channel, (workspace_id, team.home_channel))
    why = trouble(channel)
    if team.is_archived or why is None:
        return None
    return Homeless(team, channel.name if channel else "", why)
