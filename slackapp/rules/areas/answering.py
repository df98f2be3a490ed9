"""Somebody answers what they are asked: still mine (OWN-3), taken over or not (OWN-4)."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.errors import NotFound, NotPossibleNow, Refusal
from slackapp.ids import Actor
from slackapp.models.area_life import STILL_YOURS, AreaVerb, Snag, Why
from slackapp.models.areas import Area, AreaRound
from slackapp.queries import teams
from slackapp.rules.areas import announcements, confirmation_dates, rounds, validation
from slackapp.rules.areas.deadlines import end_offer
from slackapp.rules.areas.steps import AreaTurn, begin, end
from slackapp.rules.validation import reason


def confirm(session: Session, area_id: int, *, by: Actor) -> None:
    """It is still theirs. Not while its team is archived: then it first needs another one."""
    turn = begin(session, area_id, AreaVerb.CONFIRM, by=by)
    validation.check_team_is_in_use(session, turn.area)
    confirmed(session, turn.area)
    end(session, turn)


def confirm_all(session: Session, round_id: int, *, by: Actor) -> int:
    """Confirm everything that one message asks; how many could not be, each of which says so in the message."""
    found = select(AreaRound).where(
        AreaRound.workspace_id == by.workspace_id, AreaRound.id == round_id, AreaRound.person_id == by.user_id
    )
    round_ = session.scalars(found).one_or_none()
    if round_ is None:
        raise NotFound("This was asked of somebody else.")
    waiting = [each for each in rounds.open_questions(session, round_) if each.why in STILL_YOURS]
    for question in waiting:
        question.snag = _snag(session, question.area_id, by)
    rounds.show(session, round_)
    return sum(question.snag is not None for question in waiting)


def accept(session: Session, area_id: int, *, by: Actor) -> None:
    """Take it over. Accepting is confirming; both teams and the former owner are told once."""
    turn = begin(session, area_id, AreaVerb.ACCEPT, by=by)
    from_team, team_id = turn.area.team_id, turn.area.offered_team_id or turn.area.team_id
    if team_id != from_team:
        turn.area.team_id = validation.active_team(session, by.workspace_id, "team", team_id).id
    end_offer(turn.area)
    own(session, turn, from_team)


def refuse(session: Session, area_id: int, *, by: Actor, why: str) -> None:
    """Not take it over, for a reason that whoever owns it or looks for an owner reads."""
    turn = begin(session, area_id, AreaVerb.REFUSE, by=by)
    said = reason("reason", why)
    end_offer(turn.area)
    if turn.area.owner_id:
        turn.area.asks = turn.area.asks or Why.RETURNED
    end(session, turn, why=said)


def confirmed(session: Session, area: Area) -> None:
    """Somebody says that they own it, now: nothing about it is open but a backup that is missing."""
    area.asks, area.with_lead, area.lapsed_at = None, False, None
    area.confirmed_at = now(session)
    area.owner_in_team, area.owner_left = is_in_team(session, area), False
    area.wants_backup = area.backup_id is None
    area.next_due = confirmation_dates.next_due(session, area)


def give_up(area: Area) -> None:
    """Nobody owns it any more."""
    area.owner_id, area.asks = None, None
    area.owner_in_team = area.owner_left = area.with_lead = False
    area.lapsed_at = area.confirmed_at = None


def is_in_team(session: Session, area: Area) -> bool:
    """Whether its owner is in its team."""
    team = teams.find(session, area.workspace_id, area.team_id)
    return area.owner_id is not None and teams.is_member(session, team, area.owner_id)


def own(session: Session, turn: AreaTurn, from_team: int) -> None:
    """Whoever takes this step is the owner from now on; both teams and the former owner are told once."""
    area, former = turn.area, turn.area.owner_id
    area.owner_id = turn.by
    if area.backup_id == turn.by:
        area.backup_id = None
    confirmed(session, area)
    event = end(session, turn, former=former, from_team=from_team)
    announcements.tell_teams(session, event, {from_team, area.team_id})
    announcements.tell_person(session, event, former)


def _snag(session: Session, area_id: int, by: Actor) -> Snag | None:
    try:
        confirm(session, area_id, by=by)
    except NotPossibleNow:
        return Snag.TEAM_ARCHIVED
    except Refusal:
        return Snag.CHANGED
    return None
