"""A request is worked on: started, blocked, given to a colleague, done."""

from handlers.requests.steps import STEP
from slackapp.models.request_life import RequestVerb
from slackapp.rules.requests import working

STEP.answer(RequestVerb.START, working.start)
STEP.answer(
    RequestVerb.ASSIGN,
    working.assign,
    owner=lambda typed: typed.person("owner"),
    promised=lambda typed: typed.date("promised"),
)
STEP.answer(
    RequestVerb.BLOCK, working.block, what=lambda typed: typed.text("what"), team_id=lambda typed: typed.number("team")
)
STEP.answer(RequestVerb.UNBLOCK, working.unblock)
STEP.answer(RequestVerb.FINISH, working.finish)
