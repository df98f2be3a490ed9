"""When somebody may be written to, and how much (QUI-1, QUI-2)."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.orm import Session

from slackapp.clock import now, today
from slackapp.database import insert_new
from slackapp.errors import InvalidInput, NotAllowed
from slackapp.ids import Actor, UserId, WorkspaceId
from slackapp.models.outbox import Lane, Message, Progress
from slackapp.models.people import Person
from slackapp.models.quiet import Allowed, Back, Budget, Quiet, Until, Wish
from slackapp.permissions.viewer import viewer
from slackapp.queries import quiet as queries
from slackapp.rules import local_time, timers, working_days
from slackapp.rules.working_time import NoWorkingTime

DAY = timedelta(days=1)
LONGEST = 366 * DAY
MOST = 50  # more is no budget
BUNDLES = "quiet.bundle"
"""The timer that lets go of what was held."""
APPOINTMENTS = frozenset({"checkin.prompt"})
"""The kinds of messages that come at a time that was agreed: hours and the day's budget do not hold them (QUI-4)."""


def grant(session: Session, wish: Wish, *, by: Actor) -> None:
    """Do as somebody wishes: quiet for a time, quiet no more, or another budget for everybody (administrators).

    Raises InvalidInput for a time or a number that makes no sense, NotAllowed.
    """
    match wish:
        case Until():
            _rest(session, wish, by)
        case Back():
            _come_back(session, by)
        case Allowed(count):
            _allow(session, count, by)


def rests_until(session: Session, workspace_id: WorkspaceId, user_id: UserId) -> datetime:
    """Until when somebody has asked for quiet; this moment where they have not. UTC.

    Their hours do not count: an appointment comes at its own time.
    """
    quiet = session.get(Quiet, (workspace_id, user_id))
    return max(now(session), quiet.until) if quiet else now(session)


def free_at(session: Session, workspace_id: WorkspaceId, user_id: UserId) -> datetime:
    """The first moment from now on at which somebody may be written to: not quiet, and in their own hours. UTC."""
    return _free_from(session, workspace_id, user_id, now(session))


def free_tomorrow(session: Session, workspace_id: WorkspaceId, user_id: UserId) -> datetime:
    """The same, from their next midnight on, when their day's budget begins anew. UTC."""
    midnight = _midnight(session, workspace_id, user_id, days_ahead=1)
    return _free_from(session, workspace_id, user_id, midnight)


def left_today(session: Session, workspace_id: WorkspaceId, lane_id: int, user_id: UserId) -> int:
    """How many messages somebody may still get today; below zero where escalations took more.

    A card counts once, with its changes and the lines in its thread.
    """
    today = _midnight(session, workspace_id, user_id, days_ahead=0)
    sent = select(func.count()).where(
        Message.workspace_id == workspace_id,
        Message.lane_id == lane_id,
        Message.state.in_((Progress.SENDING, Progress.SENT)),
        Message.first_attempt_at >= today,
        Message.thread.is_(None),
        or_(Message.card.is_(None), Message.card == Message.dedupe_key),
    )
    return queries.a_day(session, workspace_id) - (session.scalar(sent) or 0)


def _free_from(session: Session, workspace_id: WorkspaceId, user_id: UserId, at: datetime) -> datetime:
    person = session.get(Person, (workspace_id, user_id))
    moment = max(at, rests_until(session, workspace_id, user_id))
    try:
        return working_days.next_working_moment(session, person, moment) if person else moment
    except NoWorkingTime:
        return moment


def _midnight(session: Session, workspace_id: WorkspaceId, user_id: UserId, *, days_ahead: int) -> datetime:
    tz = _zone(session, workspace_id, user_id)
    return local_time.instant(today(session, tz) + days_ahead * DAY, time(), tz)


def _rest(session: Session, until: Until, by: Actor) -> None:
    at, moment = now(session), _moment(session, until, by)
    if not at < moment <= at + LONGEST:
        raise _out_of_reach()
    named = {"workspace_id": by.workspace_id, "user_id": by.user_id}
    if not insert_new(session, Quiet, **named, until=moment):
        session.execute(update(Quiet).filter_by(**named).values(until=moment))
    _wake(session, by)


def _come_back(session: Session, by: Actor) -> None:
    session.execute(delete(Quiet).where(Quiet.workspace_id == by.workspace_id, Quiet.user_id == by.user_id))
    _wake(session, by)


def _allow(session: Session, count: int, by: Actor) -> None:
    if not viewer(session, by).is_admin:
        raise NotAllowed("Only the workspace’s administrators can change how many messages a person gets.")
    if not 1 <= count <= MOST:
        raise InvalidInput("budget", "A day has from 1 to {most} messages.", most=MOST)
    if not insert_new(session, Budget, workspace_id=by.workspace_id, direct_messages=count):
        theirs = update(Budget).where(Budget.workspace_id == by.workspace_id)
        session.execute(theirs.values(direct_messages=count))


def _moment(session: Session, until: Until, by: Actor) -> datetime:
    tz = _zone(session, by.workspace_id, by.user_id)
    here = now(session).astimezone(tz)
    if until.length:
        return now(session) + until.length
    if until.at:
        day = here.date() if here.time() < until.at else here.date() + DAY
        return local_time.instant(day, until.at, tz)
    return local_time.instant(_day(until, here.date()), time(), tz)


def _day(until: Until, today: date) -> date:
    if until.day and not today <= until.day <= today + LONGEST:
        raise _out_of_reach()
    if until.weekday is None:
        return until.day or today + until.ahead * DAY
    # On a Monday, "until Monday" is the next one.
    return today + ((until.weekday - today.weekday() - 1) % 7 + 1) * DAY


def _out_of_reach() -> InvalidInput:
    return InvalidInput("until", "Quiet can be asked for from now on, and for up to a year.")


def _zone(session: Session, workspace_id: WorkspaceId, user_id: UserId) -> ZoneInfo:
    person = session.get(Person, (workspace_id, user_id))
    return ZoneInfo(person.tz) if person else ZoneInfo("UTC")


def _wake(session: Session, by: Actor) -> None:
    """Look at once whether what was held for them may go."""
    own = select(Lane.id).where(Lane.workspace_id == by.workspace_id, Lane.channel == by.user_id)
    if (lane_id := session.scalar(own)) is not None:
        timers.set(session, by.workspace_id, BUNDLES, lane_id, stage="", at=now(session))
