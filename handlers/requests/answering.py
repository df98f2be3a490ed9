"""The team that was asked answers: yes with a date, no with a reason, another date, a question, another team."""

from handlers.requests.steps import STEP
from slackapp.models.request_life import Verb
from slackapp.rules.requests import answering

STEP.answer(Verb.ACCEPT, answering.accept, promised=lambda typed: typed.date("promised"))
STEP.answer(Verb.ASK, answering.ask, question=lambda typed: typed.text("question"))
STEP.answer(Verb.ANSWER, answering.answer, words=lambda typed: typed.text("answer"))
STEP.answer(
    Verb.PROPOSE,
    answering.propose,
    proposed=lambda typed: typed.date("proposed"),
    why=lambda typed: typed.text("reason"),
)
STEP.answer(Verb.AGREE, answering.agree)
STEP.answer(Verb.REFUSE_DATE, answering.refuse_date)
STEP.answer(
    Verb.HAND_OVER,
    answering.hand_over,
    team_id=lambda typed: typed.number("team"),
    why=lambda typed: typed.text("reason"),
)
STEP.answer(Verb.DECLINE, answering.decline, why=lambda typed: typed.text("reason"))
