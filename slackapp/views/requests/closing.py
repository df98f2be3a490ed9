"""How a request ends, or does not: confirmed, reopened, withdrawn."""

from slackapp.language import N_, Language
from slackapp.models.request_life import RequestVerb
from slackapp.queries.requests import RequestCard, RequestEntry
from slackapp.views import inputs, rich
from slackapp.views.blocks import Block
from slackapp.views.entries import because
from slackapp.views.rich import Line
from slackapp.views.steps import ButtonPlace, Stage, Step


def _confirmed(entry: RequestEntry, _: Language) -> Line:
    return rich.line("{by} confirms that it is done", _, by=entry.by)


def _reopen(__: RequestCard, _: Language) -> list[Block]:
    return [inputs.reason(_("What is missing?"))]


def _reopened(entry: RequestEntry, _: Language) -> Line:
    return because(rich.line("{by} reopened it", _, by=entry.by), entry)


def _withdraw(__: RequestCard, _: Language) -> list[Block]:
    return [inputs.reason(_("Why?"), optional=True)]


def _withdrawn(entry: RequestEntry, _: Language) -> Line:
    return because(rich.line("{by} withdrew it", _, by=entry.by), entry)


STEPS: Stage[RequestVerb, RequestCard, RequestEntry] = (
    Step(RequestVerb.CONFIRM, _confirmed, N_("Confirm"), ButtonPlace.OWN, "primary"),
    Step(RequestVerb.REOPEN, _reopened, N_("Reopen"), ButtonPlace.OWN, fields=_reopen),
    Step(RequestVerb.WITHDRAW, _withdrawn, N_("Withdraw"), ButtonPlace.OWN, fields=_withdraw),
)
