"""The steps of a request's life, in the order in which their buttons stand."""

from slackapp.language import Language
from slackapp.models.request_life import RequestVerb
from slackapp.queries.requests import RequestCard, RequestEntry
from slackapp.views import rich
from slackapp.views.blocks import Block
from slackapp.views.requests import answering, closing, sharing, submitting, working
from slackapp.views.requests.facts import heading, status
from slackapp.views.steps import Steps


def _head(shown: RequestCard, _: Language) -> Block:
    return rich.block(rich.bold(heading(shown, _)), status(shown, _))


STEPS: Steps[RequestVerb, RequestCard, RequestEntry] = Steps(
    "request",
    (submitting.STEPS, answering.STEPS, working.STEPS, closing.STEPS, sharing.STEPS),
    head=_head,
    about=lambda shown: {"request": shown.id},
)
