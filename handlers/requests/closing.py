"""How a request ends, or does not: confirmed, reopened, withdrawn."""

from handlers.requests.steps import STEP
from slackapp.models.request_life import Verb
from slackapp.rules.requests import closing

STEP.answer(Verb.CONFIRM, closing.confirm)
STEP.answer(Verb.REOPEN, closing.reopen, why=lambda typed: typed.text("reason"))
STEP.answer(Verb.WITHDRAW, closing.withdraw, why=lambda typed: typed.text("reason"))
