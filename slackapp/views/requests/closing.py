"""How a request ends, or does not: confirmed, reopened, withdrawn."""

from slackapp.language import N_, Language
from slackapp.models.request_life import Verb
from slackapp.queries.requests import Card, Entry
from slackapp.views import inputs, rich
from slackapp.views.blocks import Block
from slackapp.views.entries import because
from slackapp.views.rich import Line
from slackapp.views.steps import Place, Stage, Step


def _confirmed(entry: Entry, _: Language) -> Line:
    return rich.line("{by} confirms that it is done", _, by=entry.by)


def _reopen(__: Card, _: Language) -> list[Block]:
    return [inputs.reason(_("What is missing?"))]


def _reopened(entry: Entry, _: Language) -> Line:
    return because(rich.line("{by} reopened it", _, by=entry.by), entry)


def _withdraw(__: Card, _: Language) -> list[Block]:
    return [inputs.reason(_("Why?"), optional=True)]


def _withdrawn(entry: Entry, _: Language) -> Line:
    return because(rich.line("{by} withdrew it", _, by=entry.by), entry)


STEPS: Stage[Verb, Card, Entry] = (
    Step(Verb.CONFIRM, _confirmed, N_("Confirm"), Place.OWN, "primary"),
    Step(Verb.REOPEN, _reopened, N_("Reopen"), Place.OWN, fields=_reopen),
    Step(Verb.WITHDRAW, _withdrawn, N_("Withdraw"), Place.OWN, fields=_withdraw),
)
