"""When an owner is asked whether everything is still theirs (OWN-3).

At most five areas in one message, and never in two weeks in a row; what is due within the next two weeks comes along.
Which day follows from the area's number, so that areas registered together are not due together.
"""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from slackapp.clock import now, today
from slackapp.ids import UserId, WorkspaceId
from slackapp.models.area_life import Why
from slackapp.models.areas import Area, AreaQuestion, AreaRound
from slackapp.models.base import id_of
from slackapp.models.timers import Timer
from slackapp.models.workspaces import Workspace
from slackapp.rules import local_time, timers
from slackapp.rules.areas import questions, rounds, steps
from slackapp.rules.person_hours import hours_of

KIND = "area.daily"
HANDFUL = 5  # a message that is answered at one sitting
DAY = timedelta(days=1)
APART = 14 * DAY  # nobody is asked every week what they own
SPREAD = 7
"""Over so many days a confirmation of the same day is spread when it is next due."""
FIRST_WEEKS = 56
"""Within so many days a new area is asked about for the first time."""
EARLY = time(5)
"""When the day's questions are planned, before anybody works."""


def begin(session: Session, workspace_id: WorkspaceId) -> None:
    """From the first area on, look every day what is due."""
    known = select(Timer.id).where(Timer.workspace_id == workspace_id, Timer.kind == KIND)
    if session.scalar(known) is None:
        _look_tomorrow(session, workspace_id)


def daily(session: Session, workspace_id: WorkspaceId, _: int, __: str) -> None:
    """Plan a message for each owner of whom something is due and who was not asked lately."""
    today = today_of(session, workspace_id)
    owners = select(Area.owner_id).where(_due(workspace_id, today)).distinct().order_by(Area.owner_id)
    for owner in session.scalars(owners).all():
        if owner and not _was_asked_lately(session, workspace_id, owner, today):
            _plan(session, workspace_id, owner)
    _look_tomorrow(session, workspace_id)


def ask(session: Session, round_: AreaRound) -> None:
    """Their morning has come: ask about what is due by now, and soon; nothing where all is settled meanwhile."""
    ahead = today_of(session, round_.workspace_id) + APART - DAY
    theirs = select(Area.id).where(_due(round_.workspace_id, ahead), Area.owner_id == round_.person_id)
    due = session.scalars(theirs.order_by(Area.next_due, Area.id).limit(HANDFUL)).all()
    round_.stage, round_.asked_at = rounds.ASKED if due else rounds.OVER, now(session)
    for area in steps.locked_all(session, round_.workspace_id, due):
        _close(session, area, round_.person_id)
        area.asks = Why.DUE
        questions.look(session, area, into=round_)
    if due:
        rounds.await_answer(session, round_)


def next_due(session: Session, area: Area) -> date:
    """The day on which it is due again, counted from today."""
    return _weekday(today_of(session, area.workspace_id) + (area.every_days + area.id % SPREAD) * DAY)


def first_due(session: Session, area: Area) -> date:
    """The day on which a new area is due that nobody has confirmed yet."""
    window = min(area.every_days, FIRST_WEEKS)
    return _weekday(today_of(session, area.workspace_id) + (1 + area.id * 13 % window) * DAY)


def today_of(session: Session, workspace_id: WorkspaceId) -> date:
    """The date where the workspace is."""
    return today(session, _zone(session, workspace_id))


def _due(workspace_id: WorkspaceId, day: date) -> ColumnElement[bool]:
    return and_(
        Area.workspace_id == workspace_id,
        Area.next_due <= day,
        Area.retired_at.is_(None),
        Area.owner_id.is_not(None),
        Area.offered_to.is_(None),
        or_(Area.asks.is_(None), Area.lapsed_at.is_not(None)),
    )


def _was_asked_lately(session: Session, workspace_id: WorkspaceId, owner: UserId, today: date) -> bool:
    rhythmic = select(AreaRound.asked_at).where(
        AreaRound.workspace_id == workspace_id, AreaRound.person_id == owner, AreaRound.is_rhythm
    )
    last = session.scalars(rhythmic.order_by(AreaRound.asked_at.desc()).limit(1)).first()
    if last is None:
        return False
    return _monday(today) - _monday(last.astimezone(_zone(session, workspace_id)).date()) < APART


def _plan(session: Session, workspace_id: WorkspaceId, owner: UserId) -> None:
    morning = hours_of(session, workspace_id, owner).next_working_moment(now(session))
    week = _monday(morning.astimezone(_zone(session, workspace_id)).date())
    about = {"workspace_id": workspace_id, "person_id": owner, "is_rhythm": True, "asked_at": morning}
    round_ = AreaRound(id=id_of(AreaRound.__tablename__, workspace_id, owner, week), **about)
    session.add(round_)
    session.flush()
    timers.set(session, workspace_id, rounds.KIND, round_.id, stage="morning", at=morning)


def _close(session: Session, area: Area, owner: UserId) -> None:
    # What nobody answered the last time is asked in the new message, not in the old one.
    asked = select(AreaQuestion).where(
        AreaQuestion.workspace_id == area.workspace_id,
        AreaQuestion.area_id == area.id,
        AreaQuestion.person_id == owner,
        AreaQuestion.is_open,
    )
    for question in session.scalars(asked).all():
        question.is_open = False
        rounds.show_again(session, question)


def _look_tomorrow(session: Session, workspace_id: WorkspaceId) -> None:
    at = _early(session, workspace_id, today_of(session, workspace_id) + DAY)
    timers.set(session, workspace_id, KIND, workspace_id, stage="", at=at)


def _early(session: Session, workspace_id: WorkspaceId, day: date) -> datetime:
    return local_time.instant(day, EARLY, _zone(session, workspace_id))


def _zone(session: Session, workspace_id: WorkspaceId) -> ZoneInfo:
    return ZoneInfo(session.get_one(Workspace, workspace_id).tz)


def _weekday(day: date) -> date:
    """This day, or the Monday after a weekend."""
    return day + max(0, 7 - day.weekday()) * DAY if day.weekday() > 4 else day  # noqa: PLR2004 - Friday


def _monday(day: date) -> date:
    return day - day.weekday() * DAY
