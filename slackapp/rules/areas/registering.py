"""An area is registered, and described anew (OWN-1, OWN-6)."""

from dataclasses import asdict
from typing import Any

from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.errors import InvalidInput
from slackapp.ids import Actor, UserId
from slackapp.models.area_life import AreaVerb, Standing, Why
from slackapp.models.area_terms import AreaTerms
from slackapp.models.areas import Area
from slackapp.models.teams import Team
from slackapp.permissions.viewer import viewer
from slackapp.rules.areas import announcements, confirmation_dates, validation
from slackapp.rules.areas.answering import confirmed
from slackapp.rules.areas.steps import AreaTurn, allow, begin, end

SCOPE = ("name", "kind", "team_id", "other_team_id")
"""What an owner owns: where one of these changes, they are asked at once whether they still do."""


def save(session: Session, terms: AreaTerms, *, area_id: int | None, owner_id: UserId | None, by: Actor) -> int:
    """Register an area, or describe the one with this number anew; its number. An existing one keeps its owner."""
    if area_id is None:
        return add(session, terms, owner_id=owner_id, by=by)
    edit(session, area_id, terms, by=by)
    return area_id


def add(session: Session, terms: AreaTerms, *, owner_id: UserId | None, by: Actor) -> int:
    """Register an area; its number. Whoever is named as its owner is asked at once whether it is theirs."""
    who = allow(session, by=by)
    owner = validation.member(session, by.workspace_id, "owner", owner_id) if owner_id else None
    if owner and owner == terms.backup_id:
        raise InvalidInput("backup", "The backup is somebody else than the owner.")
    area = new(session, by, owner, validation.columns(session, terms, who))
    if owner == by.user_id:
        confirmed(session, area)
    elif owner:
        area.asks = Why.NEW
    added(session, area, by)
    return area.id


def edit(session: Session, area_id: int, terms: AreaTerms, *, by: Actor) -> None:
    """Describe it anew. Another name, kind or team is a question to the owner, unless they did it themselves."""
    turn = begin(session, area_id, AreaVerb.EDIT, by=by)
    changed = differences(turn.area, validation.columns(session, terms, viewer(session, by), turn.area))
    if changed:
        write(session, turn, changed)


def new(session: Session, by: Actor, owner: UserId | None, columns: dict[str, Any]) -> Area:
    """A row that nobody has confirmed yet."""
    area = Area(workspace_id=by.workspace_id, owner_id=owner, **columns, next_due=now(session).date())
    session.add(area)
    session.flush()
    area.next_due = confirmation_dates.first_due(session, area)
    confirmation_dates.begin(session, by.workspace_id)
    return area


def added(session: Session, area: Area, by: Actor, *, split_from: str = "") -> None:
    """The first line of its history."""
    turn = AreaTurn(area, AreaVerb.ADD, Standing.UNOWNED, by.user_id)
    end(session, turn, owner=area.owner_id, split_from=split_from)


def differences(area: Area, columns: dict[str, Any]) -> dict[str, Any]:
    """What would be other than it is."""
    return {name: value for name, value in columns.items() if getattr(area, name) != value}


def write(session: Session, turn: AreaTurn, changed: dict[str, Any]) -> None:
    """Change it, and ask the owner where its scope changed; both teams are told once where it moved."""
    area, former_name = turn.area, turn.area.name
    from_team = session.get_one(Team, area.team_id)
    for name, value in changed.items():
        setattr(area, name, value)
    if "backup_id" in changed:
        area.wants_backup = area.wants_backup and area.backup_id is None
    if any(name in changed for name in SCOPE):
        rescoped(session, turn)
    renamed = former_name if "name" in changed else None
    moved = from_team.name if area.team_id != from_team.id else None
    fields = ", ".join(sorted(changed.keys() - {"key"}))
    event = end(session, turn, fields=fields, former_name=renamed, moved_from=moved)
    if moved:
        announcements.tell_teams(session, event, {from_team.id, area.team_id})


def rescoped(session: Session, turn: AreaTurn) -> None:
    """What it is has changed: the owner says so themselves, or is asked (OWN-6)."""
    if turn.area.owner_id is None:
        return
    if turn.by == turn.area.owner_id and not turn.area.offered_to:
        confirmed(session, turn.area)
    else:
        turn.area.asks = Why.CHANGED


def terms_of(area: Area) -> AreaTerms:
    """An area as it is described now."""
    names = asdict(AreaTerms("", area.kind, None)).keys()
    return AreaTerms(**{name: getattr(area, name) for name in names})
