"""The answers of a round, by question: with names, or without where it is anonymous."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.models.checkin_rounds import CheckinAnswer, CheckinRound, CheckinVoice
from slackapp.models.checkin_setups import QuestionKind
from slackapp.queries.checkins import round_questions
from slackapp.queries.checkins.round_questions import AskedQuestion
from slackapp.queries.people import name_of

FEWEST = 5
"""Of fewer voices nothing is shown that was said without a name (principle 5)."""


@dataclass(frozen=True)
class AnswerShown:
    """What was answered to a question; without a name where it was anonymous."""

    by: str
    text: str
    number: Decimal | None = None


@dataclass(frozen=True)
class SummarySection:
    """One question with its answers; withheld where too few answered it anonymously."""

    question: AskedQuestion
    replies: tuple[AnswerShown, ...]
    is_withheld: bool = False


def signed(session: Session, round_: CheckinRound, questions: Sequence[AskedQuestion]) -> list[SummarySection]:
    """In the order of names; blockers stand apart."""
    answers = sorted(
        (
            (name_of(session, round_.workspace_id, each.user_id), each)
            for each in round_questions.answers_of(session, round_)
        ),
        key=lambda named: (named[0].casefold(), named[1].id),
    )
    rest = [each for each in questions if each.kind is not QuestionKind.BLOCKER]
    return [
        SummarySection(question, tuple(reply(by, each) for by, each in answers if each.question_id == question.id))
        for question in rest
    ]


def voiced(session: Session, round_: CheckinRound, questions: Sequence[AskedQuestion]) -> list[SummarySection]:
    """What was said without names."""
    found = select(CheckinVoice).where(
        CheckinVoice.workspace_id == round_.workspace_id, CheckinVoice.round_id == round_.id
    )
    # In the order of the words: any other could tell who came first.
    voices = sorted(session.scalars(found), key=lambda each: (each.text.casefold(), each.value or 0))
    is_open = round_.closed_at is None
    return [_section(each, [v for v in voices if v.question_id == each.id], is_open=is_open) for each in questions]


def _section(question: AskedQuestion, voices: Sequence[CheckinVoice], *, is_open: bool) -> SummarySection:
    # While it is open nothing is shown: whoever looks before and after an answer would know whose it is.
    if is_open or len(voices) < FEWEST:
        return SummarySection(question, (), is_withheld=True)
    return SummarySection(question, tuple(AnswerShown("", each.text, each.value) for each in voices))


def reply(by: str, answer: CheckinAnswer) -> AnswerShown:
    """One answer."""
    return AnswerShown(by, answer.text, answer.value)
