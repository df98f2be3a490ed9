"""The people who are consulted answer a proposal."""

from slackapp.language import N_, Language
from slackapp.models.decision_life import Verb
from slackapp.queries.decisions import Card, Entry
from slackapp.views import inputs, rich
from slackapp.views.blocks import Block
from slackapp.views.entries import because
from slackapp.views.rich import Line
from slackapp.views.steps import Place, Stage, Step


def _agreed(entry: Entry, _: Language) -> Line:
    return rich.line("{by} agrees", _, by=entry.by)


def _object(__: Card, _: Language) -> list[Block]:
    return [inputs.reason(_("Why not, and what would help?"))]


def _objected(entry: Entry, _: Language) -> Line:
    return because(rich.line("{by} objects", _, by=entry.by), entry)


def _abstained(entry: Entry, _: Language) -> Line:
    return rich.line("{by} abstains", _, by=entry.by)


STEPS: Stage[Verb, Card, Entry] = (
    Step(Verb.AGREE, _agreed, N_("Agree"), Place.ROW, "primary"),
    Step(Verb.OBJECT, _objected, N_("Object"), Place.ROW, fields=_object),
    Step(Verb.ABSTAIN, _abstained, N_("Abstain"), Place.ROW),
)
