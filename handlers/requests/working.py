"""A request is worked on: started, blocked, given to a colleague, done."""

from handlers.requests.steps import STEP
from slackapp.models.request_life import Verb
from slackapp.rules.requests import working

STEP.answer(Verb.START, working.start)
STEP.answer(
    Verb.ASSIGN,
    working.assign,
    owner=lambda typed: typed.person("owner"),
    promised=lambda typed: typed.date("promised"),
)
STEP.answer(
    Verb.BLOCK, working.block, what=lambda typed: typed.text("what"), team_id=lambda typed: typed.number("team")
)
STEP.answer(Verb.UNBLOCK, working.unblock)
STEP.answer(Verb.FINISH, working.finish)
