"""Somebody is let in to a private request, and out again."""

from slackapp.language import N_, Language
from slackapp.models.request_life import RequestVerb
from slackapp.queries.requests import RequestCard, RequestEntry
from slackapp.views import inputs, rich
from slackapp.views.blocks import Block
from slackapp.views.entries import about
from slackapp.views.rich import Line
from slackapp.views.steps import Stage, Step


def _let_in(__: RequestCard, _: Language) -> list[Block]:
    return [inputs.field("guest", _("Who may see it?"), inputs.person())]


def _was_let_in(entry: RequestEntry, _: Language) -> Line:
    return rich.line("{by} let {guest} in", _, by=entry.by, guest=about(entry, "guest"))


def _was_let_out(entry: RequestEntry, _: Language) -> Line:
    return rich.line("{by} let {guest} out again", _, by=entry.by, guest=about(entry, "guest"))


STEPS: Stage[RequestVerb, RequestCard, RequestEntry] = (
    Step(RequestVerb.LET_IN, _was_let_in, N_("Let someone in"), fields=_let_in),
    Step(RequestVerb.LET_OUT, _was_let_out, N_("Let out")),
)
