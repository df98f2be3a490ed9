"""A round: the same date in every zone, and one moment at which it closes for all."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp import zones
from slackapp.database import insert_all_new, insert_new
from slackapp.ids import UserId, WorkspaceId
from slackapp.models.base import id_of
from slackapp.models.checkin_rounds import CheckinEntry, CheckinRound, EntryProgress
from slackapp.models.checkins import Checkin
from slackapp.queries import teams
from slackapp.queries.checkins.audience import audience
from slackapp.rules import local_time, timers
from slackapp.rules.checkins import closing, questions

MINUTE = timedelta(minutes=1)


def at(session: Session, checkin: Checkin, day: date) -> CheckinRound:
    """The round of a date, held until the commit; opened by whoever comes first, a tick or an early answer."""
    asks = {"questions": [question.id for question in questions.of(session, checkin)]}
    closes_at = _closes_at(session, checkin, day)
    about = {"workspace_id": checkin.workspace_id, "checkin_id": checkin.id, "day": day}
    id_ = id_of(CheckinRound.__tablename__, checkin.id, day)
    is_new = insert_new(session, CheckinRound, **about, id=id_, closes_at=closes_at, asks=asks)
    round_ = held(session, checkin, day)
    if round_ is None:
        raise LookupError("a round that was just opened is gone")
    if is_new or (round_.closed_at is None and closes_at > round_.closes_at):
        # Somebody who came meanwhile lives further west than everybody before.
        round_.closes_at = closes_at
        timers.set(session, checkin.workspace_id, closing.KIND, round_.id, stage="", at=closes_at)
    return round_


def held(session: Session, checkin: Checkin, day: date) -> CheckinRound | None:
    """The round of a date if it has been opened, held until the commit."""
    found = select(CheckinRound).where(
        CheckinRound.workspace_id == checkin.workspace_id,
        CheckinRound.checkin_id == checkin.id,
        CheckinRound.day == day,
    )
    return session.scalars(found.with_for_update().execution_options(populate_existing=True)).one_or_none()


def by_number(session: Session, workspace_id: WorkspaceId, round_id: int) -> CheckinRound | None:
    """A round, held until the commit."""
    found = select(CheckinRound).where(CheckinRound.workspace_id == workspace_id, CheckinRound.id == round_id)
    return session.scalars(found.with_for_update().execution_options(populate_existing=True)).one_or_none()


def enter(session: Session, round_: CheckinRound, user_id: UserId) -> CheckinEntry:
    """Let somebody have a part in it."""
    return entered(session, round_, [user_id])[0]


def entered(session: Session, round_: CheckinRound, people: Sequence[UserId]) -> Sequence[CheckinEntry]:
    """The parts of these people; who had none has one now."""
    names = teams.names_of(session, round_.workspace_id, people)
    new = {"workspace_id": round_.workspace_id, "round_id": round_.id, "progress": EntryProgress.ASKED}
    rows = [{**new, "user_id": user_id, "team": names.get(user_id, "")} for user_id in people]
    insert_all_new(session, CheckinEntry, rows)
    theirs = select(CheckinEntry).where(
        CheckinEntry.workspace_id == round_.workspace_id,
        CheckinEntry.round_id == round_.id,
        CheckinEntry.user_id.in_(people),
    )
    return session.scalars(theirs.order_by(CheckinEntry.id)).all()


def _closes_at(session: Session, checkin: Checkin, day: date) -> datetime:
    tzs = {checkin.tz} if checkin.tz else {person.tz for person in audience(session, checkin)} or {zones.UTC}
    last = max(local_time.instant(day, checkin.at, ZoneInfo(tz)) for tz in tzs)
    return last + checkin.open_minutes * MINUTE
