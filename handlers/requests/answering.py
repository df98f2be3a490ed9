"""The team that was asked answers: yes with a date, no with a reason, another date, a question, another team."""

from handlers.requests.steps import STEP
from slackapp.models.request_life import RequestVerb
from slackapp.rules.requests import answering

STEP.answer(RequestVerb.ACCEPT, answering.accept, promised=lambda typed: typed.date("promised"))
STEP.answer(RequestVerb.ASK, answering.ask, question=lambda typed: typed.text("question"))
STEP.answer(RequestVerb.ANSWER, answering.answer, words=lambda typed: typed.text("answer"))
STEP.answer(
    RequestVerb.PROPOSE,
    answering.propose,
    proposed=lambda typed: typed.date("proposed"),
    why=lambda typed: typed.text("reason"),
)
STEP.answer(RequestVerb.AGREE, answering.agree)
STEP.answer(RequestVerb.REFUSE_DATE, answering.refuse_date)
STEP.answer(
    RequestVerb.HAND_OVER,
    answering.hand_over,
    team_id=lambda typed: typed.number("team"),
    why=lambda typed: typed.text("reason"),
)
STEP.answer(RequestVerb.DECLINE, answering.decline, why=lambda typed: typed.text("reason"))
