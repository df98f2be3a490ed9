"""What happened to an area, line by line."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import WorkspaceId
from slackapp.models.area_life import AreaVerb
from slackapp.models.areas import Area, AreaEvent
from slackapp.models.teams import Team
from slackapp.queries import history

MOST = 30  # the newest lines, as many as a page has room for


AreaEntry = history.Entry[AreaVerb]


@dataclass(frozen=True)
class AreaTold:
    """One line, for those who do not have the area before them."""

    area_id: int
    name: str
    team: str
    entry: AreaEntry


def told(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> AreaTold | None:
    """One line, for a channel or a person."""
    event = history.event(session, AreaEvent, workspace_id, refs)
    if event is None:
        return None
    area = session.get_one(Area, event.area_id)
    return AreaTold(area.id, area.name, session.get_one(Team, area.team_id).name, history.entry(session, event))


def of(session: Session, area: Area) -> tuple[AreaEntry, ...]:
    """The newest lines, newest first."""
    theirs = select(AreaEvent).where(AreaEvent.workspace_id == area.workspace_id, AreaEvent.area_id == area.id)
    return history.entries(session, theirs.order_by(AreaEvent.id.desc()).limit(MOST))
