"""Whether what was filled in answers the questions."""

from collections.abc import Sequence
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.errors import InvalidInput, NotPossibleNow
from slackapp.ids import UserId
from slackapp.models.checkin_rounds import CheckinAnswer, CheckinRound
from slackapp.models.checkin_setups import MOODS, TEXTS, GivenAnswer, QuestionKind
from slackapp.models.checkins import CheckinQuestion
from slackapp.rules import selectable

TEXT_LIMIT = 3000  # what a field in Slack holds
HIGHEST = 10**12  # beyond it no average is read by anybody


def checked(session: Session, round_: CheckinRound, said: Sequence[GivenAnswer]) -> list[GivenAnswer]:
    """What was really answered; InvalidInput at the question that was not."""
    asked = {question.id: question for question in questions(session, round_)}
    if any(each.question_id not in asked for each in said):
        raise NotPossibleNow("These are not the questions of this round. Open the form again.")
    for each in (each for each in said if not each.is_untouched):
        _check(session, asked[each.question_id], each)
    given = [each for each in said if not each.is_empty]
    if not given:
        raise InvalidInput("", "Answer at least one question, or skip this round.")
    return given


def questions(session: Session, round_: CheckinRound) -> list[CheckinQuestion]:
    """What is asked in a round, in its order."""
    ids = round_.asks["questions"]
    found = select(CheckinQuestion).where(
        CheckinQuestion.workspace_id == round_.workspace_id, CheckinQuestion.id.in_(ids)
    )
    return sorted(session.scalars(found), key=lambda question: ids.index(question.id))


def of(session: Session, round_: CheckinRound, user_id: UserId) -> Sequence[CheckinAnswer]:
    """What somebody has answered in a round."""
    theirs = select(CheckinAnswer).where(
        CheckinAnswer.workspace_id == round_.workspace_id,
        CheckinAnswer.round_id == round_.id,
        CheckinAnswer.user_id == user_id,
    )
    return session.scalars(theirs).all()


def field(question_id: int) -> str:
    """What the field of a question is called in the form."""
    return f"q{question_id}"


def _check(session: Session, question: CheckinQuestion, said: GivenAnswer) -> None:
    name = field(question.id)
    if len(said.text) > TEXT_LIMIT:
        raise InvalidInput(name, "This is too long; {limit} characters fit.", limit=TEXT_LIMIT)
    if question.kind in TEXTS:
        _check_team(session, question, said)
    elif question.kind is QuestionKind.CHOICE:
        if said.text and said.text not in question.choices["choices"]:
            raise InvalidInput(name, "Choose one of these.")
    elif said.number is None and said.text:
        raise InvalidInput(name, "This is no number. Write it like 12 or 3.5.")
    elif said.number is not None and not _is_sensible(question.kind, said.number):
        raise InvalidInput(name, "This number cannot be.")


def _check_team(session: Session, question: CheckinQuestion, said: GivenAnswer) -> None:
    if said.team_id is None:
        return
    if selectable.team(session, question.workspace_id, said.team_id) is None:
        raise InvalidInput(f"{field(question.id)}_team", "This team does not exist any more. Choose another.")
    if not said.text:
        raise InvalidInput(field(question.id), "Say in a few words what that team can lift.")


def _is_sensible(kind: QuestionKind, number: Decimal) -> bool:
    match kind:
        case QuestionKind.MOOD:
            return number in range(1, MOODS + 1)
        case QuestionKind.YES_NO:
            return number in (0, 1)
        case _:
            return number.is_finite() and abs(number) <= HIGHEST
