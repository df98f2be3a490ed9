"""What stood in somebody's way before, and still does (CHK-6)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from slackapp.ids import UserId
from slackapp.models.checkin_rounds import CheckinAnswer, CheckinRound
from slackapp.models.checkin_setups import QuestionKind
from slackapp.models.checkins import Checkin, CheckinQuestion
from slackapp.models.request_life import ENDED
from slackapp.models.requests import Request
from slackapp.queries.checkins import round_questions
from slackapp.queries.checkins.round_questions import Lifting


@dataclass(frozen=True)
class Blocked:
    """What is in somebody's way, and what became of it."""

    answer_id: int
    text: str
    lifting: Lifting


def last_round(session: Session, checkin: Checkin, user_id: UserId, day: date) -> CheckinRound | None:
    """The last one before a date that they answered, be it weeks ago: a plan does not lapse with a vacation."""
    before = (
        select(CheckinRound)
        .join(CheckinAnswer, CheckinAnswer.round_id == CheckinRound.id)
        .where(
            CheckinRound.workspace_id == checkin.workspace_id,
            CheckinRound.checkin_id == checkin.id,
            CheckinRound.day < day,
            CheckinAnswer.user_id == user_id,
        )
    )
    return session.scalars(before.order_by(CheckinRound.day.desc()).limit(1)).first()


def blocked_before(session: Session, checkin: Checkin, user_id: UserId, day: date) -> tuple[Blocked, ...]:
    """Their blockers that are a request under way, from whichever round; and those of the last round they answered."""
    last = last_round(session, checkin, user_id, day)
    if last is None:
        return ()
    under_way = CheckinAnswer.request_id.in_(
        select(Request.id).where(Request.workspace_id == checkin.workspace_id, Request.state.not_in(ENDED))
    )
    theirs = (
        select(CheckinAnswer)
        .join(CheckinRound, CheckinRound.id == CheckinAnswer.round_id)
        .join(CheckinQuestion, CheckinQuestion.id == CheckinAnswer.question_id)
        .where(
            CheckinRound.workspace_id == checkin.workspace_id,
            CheckinRound.checkin_id == checkin.id,
            CheckinRound.day < day,
            CheckinAnswer.user_id == user_id,
            CheckinQuestion.kind == QuestionKind.BLOCKER,
        )
    )
    found = theirs.where(or_(under_way, CheckinAnswer.round_id == last.id)).order_by(CheckinAnswer.id)
    return tuple(blocked(session, each) for each in session.scalars(found))


def blocked(session: Session, answer: CheckinAnswer) -> Blocked:
    """One of them, as it is now."""
    return Blocked(answer.id, answer.text, round_questions.lifting(session, answer))
