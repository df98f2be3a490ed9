"""The questions of a check-in. One that is worded anew is a new one: what was answered keeps what was asked."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.errors import InvalidInput, NotFound
from slackapp.ids import Actor
from slackapp.models.checkin_setups import MOST_CHOICES, MOST_QUESTIONS, Question, QuestionKind
from slackapp.models.checkins import Checkin, CheckinQuestion
from slackapp.rules.checkins import steps

TEXT_LIMIT = 200  # it stands above a field, in one or two lines
CHOICE_LIMIT = 75  # what Slack shows of an option
FEWEST_CHOICES = 2  # one alone is no choice
CHOICES = {"least": FEWEST_CHOICES, "most": MOST_CHOICES}


def put(session: Session, checkin_id: int, question: Question, *, instead_of: int | None, by: Actor) -> None:
    """Ask this as the last question, or in the place of another. From the next round on."""
    checkin = steps.begin(session, checkin_id, by=by)
    if instead_of is None:
        append(session, checkin, question)
        return
    former = _former(session, checkin, instead_of)
    former.retired_at = now(session)
    _add(session, checkin, question, former.place)


def remove(session: Session, question_id: int, *, by: Actor) -> int:
    """Do not ask this any more; the number of its check-in."""
    found = select(CheckinQuestion.checkin_id).where(
        CheckinQuestion.workspace_id == by.workspace_id, CheckinQuestion.id == question_id
    )
    checkin = steps.begin(session, session.scalar(found) or 0, by=by)
    if checkin.state != "draft" and len(of(session, checkin)) == 1:
        raise InvalidInput("text", "A check-in asks at least one question. Change this one instead.")
    _former(session, checkin, question_id).retired_at = now(session)
    return checkin.id


def of(session: Session, checkin: Checkin) -> Sequence[CheckinQuestion]:
    """What is asked now, in order."""
    asked = select(CheckinQuestion).where(
        CheckinQuestion.workspace_id == checkin.workspace_id,
        CheckinQuestion.checkin_id == checkin.id,
        CheckinQuestion.retired_at.is_(None),
    )
    return session.scalars(asked.order_by(CheckinQuestion.place, CheckinQuestion.id)).all()


def append(session: Session, checkin: Checkin, question: Question) -> None:
    """One more; InvalidInput where that would be too many for anybody to answer."""
    asked = of(session, checkin)
    if len(asked) >= MOST_QUESTIONS:
        raise InvalidInput(
            "text",
            "A check-in has at most {most} questions, so that it takes a minute. Remove one first.",
            most=MOST_QUESTIONS,
        )
    _add(session, checkin, question, asked[-1].place + 1 if asked else 1)


def _add(session: Session, checkin: Checkin, question: Question, place: int) -> None:
    _check(question)
    session.add(
        CheckinQuestion(
            workspace_id=checkin.workspace_id,
            checkin_id=checkin.id,
            place=place,
            text=question.text,
            kind=question.kind,
            choices={"choices": list(question.choices)},
        )
    )
    session.flush()


def _former(session: Session, checkin: Checkin, question_id: int) -> CheckinQuestion:
    found = next((each for each in of(session, checkin) if each.id == question_id), None)
    if found is None:
        raise NotFound("This question is not asked any more.")
    return found


def _check(question: Question) -> None:
    if not question.text:
        raise InvalidInput("text", "Write the question.")
    if len(question.text) > TEXT_LIMIT:
        raise InvalidInput("text", "This is too long; {limit} characters fit.", limit=TEXT_LIMIT)
    if question.kind is not QuestionKind.CHOICE:
        return
    if not FEWEST_CHOICES <= len(question.choices) <= MOST_CHOICES:
        raise InvalidInput("choices", "Write from {least} to {most} choices, one on each line.", **CHOICES)
    if len(set(question.choices)) < len(question.choices):
        raise InvalidInput("choices", "Two choices are the same.")
    if any(len(each) > CHOICE_LIMIT for each in question.choices):
        raise InvalidInput("choices", "A choice is too long; {limit} characters fit.", limit=CHOICE_LIMIT)
