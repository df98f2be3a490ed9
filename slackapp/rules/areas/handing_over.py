"""A handover is an offer: until it is accepted, the owner stays accountable (OWN-4)."""

from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.errors import InvalidInput
from slackapp.ids import Actor, UserId
from slackapp.models.area_life import AreaVerb
from slackapp.models.areas import Area
from slackapp.permissions import areas as permissions
from slackapp.permissions.viewer import viewer
from slackapp.queries.people import name_of
from slackapp.rules import timers
from slackapp.rules.areas import validation
from slackapp.rules.areas.answering import give_up, own
from slackapp.rules.areas.deadlines import end_offer
from slackapp.rules.areas.steps import AreaTurn, begin, end, locked
from slackapp.rules.person_hours import hours_of
from slackapp.rules.validation import fitting, reason

EXPIRY = "area.offer"
TO_ANSWER = 5
"""Working days in which an offer is answered; then it is over."""


def offer(
    session: Session, area_id: int, *, by: Actor, to: UserId | None, team_id: int | None = None, why: str = ""
) -> None:
    """Ask somebody to become the owner, and with `team_id` to take it to another team. Oneself: take it at once."""
    area = locked(session, by.workspace_id, area_id)
    if area and to == by.user_id and _may_claim(session, area, by):
        claim(session, area_id, by=by)
    else:
        _offer(session, begin(session, area_id, AreaVerb.OFFER, by=by), to, team_id=team_id, why=why)


def take_back(session: Session, area_id: int, *, by: Actor) -> None:
    """Offer it to nobody any more."""
    turn = begin(session, area_id, AreaVerb.TAKE_BACK, by=by)
    to = turn.area.offered_to
    end_offer(turn.area)
    end(session, turn, to=to)


def claim(session: Session, area_id: int, *, by: Actor) -> None:
    """Own what nobody owns, or what its owner left or does not answer for."""
    turn = begin(session, area_id, AreaVerb.CLAIM, by=by)
    validation.check_team_is_in_use(session, turn.area)
    own(session, turn, turn.area.team_id)


def put_up(session: Session, area: Area, to: UserId, *, by: UserId, team_id: int | None) -> None:
    """Let an offer stand until its time is over; the area is locked and everything is checked."""
    until = hours_of(session, area.workspace_id, to).add_working_days(now(session), TO_ANSWER)
    area.offered_to, area.offered_by, area.offered_until = to, by, until
    area.offered_team_id = team_id if team_id != area.team_id else None
    timers.set(session, area.workspace_id, EXPIRY, area.id, stage="", at=until)


def _offer(session: Session, turn: AreaTurn, to: UserId | None, *, team_id: int | None, why: str) -> None:
    area, said = turn.area, fitting("reason", why)
    chosen = validation.member(session, area.workspace_id, "to", to)
    if chosen == area.owner_id:
        raise InvalidInput("to", "{person} owns this already.", person=name_of(session, area.workspace_id, chosen))
    if team_id:
        validation.active_team(session, area.workspace_id, "team", team_id)
    put_up(session, area, chosen, by=turn.by or chosen, team_id=team_id)
    end(session, turn, why=said, to=chosen)


def _may_claim(session: Session, area: Area, by: Actor) -> bool:
    return AreaVerb.CLAIM in permissions.verbs(area, viewer(session, by))


def disown(session: Session, area_id: int, *, by: Actor, why: str) -> None:
    """It is not theirs, for a reason: its backup and the team's lead are asked at once who owns it."""
    turn = begin(session, area_id, AreaVerb.DISOWN, by=by)
    said = reason("reason", why)
    former = turn.area.owner_id
    give_up(turn.area)
    end(session, turn, why=said, former=former)
