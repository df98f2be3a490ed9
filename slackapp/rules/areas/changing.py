"""An area is split, merged, moved, retired and brought back (OWN-6)."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp import outbox
from slackapp.clock import now
from slackapp.errors import InvalidInput, NotAllowed
from slackapp.ids import Actor, UserId
from slackapp.models.area_life import AreaVerb, Why
from slackapp.models.area_terms import AreaTerms
from slackapp.models.areas import Area
from slackapp.models.teams import Team
from slackapp.permissions import areas as permissions
from slackapp.permissions.viewer import viewer
from slackapp.rules.areas import validation
from slackapp.rules.areas.answering import confirmed
from slackapp.rules.areas.deadlines import end_offer
from slackapp.rules.areas.registering import added, new, rescoped, terms_of
from slackapp.rules.areas.steps import AreaTurn, begin, end, locked_all
from slackapp.rules.validation import reason


def split(session: Session, area_id: int, *, by: Actor, name: str, description: str, owner: UserId | None) -> int:
    """Make a part of it an area of its own, in the same team; the new one's number. Both owners are asked at once."""
    turn = begin(session, area_id, AreaVerb.SPLIT, by=by)
    who = viewer(session, by)
    terms = terms_of(turn.area)
    part = AreaTerms(name, terms.kind, terms.team_id, terms.backup_id, terms.other_team_id, description=description)
    chosen = validation.member(session, by.workspace_id, "owner", owner or turn.area.owner_id)
    columns = validation.columns(session, part, who)
    columns["backup_id"] = None if chosen == terms.backup_id else terms.backup_id
    area = new(session, by, chosen, columns)
    if chosen == by.user_id:
        confirmed(session, area)
    else:
        area.asks = Why.NEW
    added(session, area, by, split_from=turn.area.name)
    rescoped(session, turn)
    end(session, turn, part=area.name)
    return area.id


def merge(session: Session, area_id: int, *, by: Actor, into_id: int | None) -> None:
    """Let it become part of another area: it is retired, and the other one's owner is asked at once."""
    both = {each.id: each for each in locked_all(session, by.workspace_id, [area_id, into_id or area_id])}
    turn, into = begin(session, area_id, AreaVerb.MERGE, by=by), both.get(into_id or area_id)
    if into is None or into.id == area_id or into.retired_at:
        raise InvalidInput("area", "Choose the area of which it becomes a part.")
    _retire(session, turn.area)
    end(session, turn, into=into.name)
    other = AreaTurn(into, AreaVerb.MERGE, into.standing, by.user_id)
    rescoped(session, other)
    end(session, other, part=turn.area.name)


def move_all(session: Session, from_team: int, *, by: Actor, to_team: int | None) -> int:
    """Give everything of one team to another, as when teams merge; how many areas that were.

    Each owner is asked at once, in one message, and both teams are told once.
    """
    _check_may_move(session, from_team, by)
    target = validation.active_team(session, by.workspace_id, "team", to_team)
    if target.id == from_team:
        raise InvalidInput("team", "Choose another team.")
    theirs = select(Area.id).where(
        Area.workspace_id == by.workspace_id, Area.team_id == from_team, Area.retired_at.is_(None)
    )
    areas = locked_all(session, by.workspace_id, session.scalars(theirs).all())
    for area in areas:
        _move(session, area, target, by)
    if areas:
        _tell_of_move(session, from_team, target, by=by, count=len(areas))
    return len(areas)


def retire(session: Session, area_id: int, *, by: Actor, why: str) -> None:
    """Nobody needs to own it any more; it stays readable."""
    turn = begin(session, area_id, AreaVerb.RETIRE, by=by)
    said = reason("reason", why)
    _retire(session, turn.area)
    end(session, turn, why=said)


def restore(session: Session, area_id: int, *, by: Actor) -> None:
    """Bring it back. Its owner, unless that is who does it, is asked at once."""
    turn = begin(session, area_id, AreaVerb.RESTORE, by=by)
    turn.area.retired_at = None
    rescoped(session, turn)
    end(session, turn)


def _retire(session: Session, area: Area) -> None:
    end_offer(area)
    area.retired_at, area.asks, area.with_lead = now(session), None, False


def _move(session: Session, area: Area, target: Team, by: Actor) -> None:
    turn = AreaTurn(area, AreaVerb.MOVE, area.standing, by.user_id)
    moved_from = session.get_one(Team, area.team_id).name
    area.team_id = target.id
    rescoped(session, turn)
    end(session, turn, moved_from=moved_from, team=target.name)


def _check_may_move(session: Session, from_team: int, by: Actor) -> None:
    team = session.get(Team, from_team)
    if team is None or team.workspace_id != by.workspace_id:
        raise InvalidInput("team", "Choose another team.")
    if not permissions.may_move_all(viewer(session, by), from_team):
        raise NotAllowed(
            "Only the lead of {team} and the workspace’s administrators can move everything.", team=team.name
        )


def _tell_of_move(session: Session, from_team: int, target: Team, *, by: Actor, count: int) -> None:
    source = session.get_one(Team, from_team)
    for channel in dict.fromkeys((source.home_channel, target.home_channel)):
        once = f"area.moved:{source.id}:{target.id}:{now(session):%Y%m%dT%H%M%S}:{channel}"
        outbox.say(
            session,
            by.workspace_id,
            channel,
            "area.moved",
            once=once,
            from_team=source.id,
            to_team=target.id,
            count=count,
            person=by.user_id,
        )
