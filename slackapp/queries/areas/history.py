"""What happened to an area, line by line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import UserId, WorkspaceId
from slackapp.models.area_life import Verb
from slackapp.models.areas import Area, AreaEvent
from slackapp.models.teams import Team
from slackapp.queries.people import name_of

MOST = 30
PEOPLE = ("owner", "former", "to")


@dataclass(frozen=True)
class Entry:
    """One line of the history. `about` names what the verb needs: people, teams, what changed."""

    verb: Verb
    at: datetime
    by: str
    why: str
    about: Mapping[str, str]


@dataclass(frozen=True)
class Told:
    """One line, for those who do not have the area before them."""

    area_id: int
    name: str
    team: str
    entry: Entry


def told(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> Told | None:
    """One line, for a channel or a person."""
    found = select(AreaEvent).where(AreaEvent.workspace_id == workspace_id, AreaEvent.id == int(refs["event"]))
    event = session.scalars(found).one_or_none()
    if event is None:
        return None
    area = session.get_one(Area, event.area_id)
    return Told(area.id, area.name, session.get_one(Team, area.team_id).name, entry_of(session, event))


def history(session: Session, area: Area) -> list[Entry]:
    """The newest lines, newest first."""
    theirs = select(AreaEvent).where(AreaEvent.workspace_id == area.workspace_id, AreaEvent.area_id == area.id)
    return [entry_of(session, event) for event in session.scalars(theirs.order_by(AreaEvent.id.desc()).limit(MOST))]


def entry_of(session: Session, event: AreaEvent) -> Entry:
    """The line with names in place of ids."""
    about = {name: str(value) for name, value in event.about.items()}
    for name in PEOPLE:
        if name in about:
            about[name] = name_of(session, event.workspace_id, UserId(about[name]))
    by = name_of(session, event.workspace_id, event.by) if event.by else ""
    return Entry(event.verb, event.at, by, event.why, about)
