"""How a request ends, or does not: confirmed, reopened, withdrawn."""

from handlers.requests.steps import STEP
from slackapp.models.request_life import RequestVerb
from slackapp.rules.requests import closing

STEP.answer(RequestVerb.CONFIRM, closing.confirm)
STEP.answer(RequestVerb.REOPEN, closing.reopen, why=lambda typed: typed.text("reason"))
STEP.answer(RequestVerb.WITHDRAW, closing.withdraw, why=lambda typed: typed.text("reason"))
