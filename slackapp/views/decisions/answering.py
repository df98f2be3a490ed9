"""The people who are consulted answer a proposal."""

from slackapp.language import N_, Language
from slackapp.models.decision_life import DecisionVerb
from slackapp.queries.decisions import DecisionCard, DecisionEntry
from slackapp.views import inputs, rich
from slackapp.views.blocks import Block
from slackapp.views.entries import because
from slackapp.views.rich import Line
from slackapp.views.steps import ButtonPlace, Stage, Step


def _agreed(entry: DecisionEntry, _: Language) -> Line:
    return rich.line("{by} agrees", _, by=entry.by)


def _object(__: DecisionCard, _: Language) -> list[Block]:
    return [inputs.reason(_("Why not, and what would help?"))]


def _objected(entry: DecisionEntry, _: Language) -> Line:
    return because(rich.line("{by} objects", _, by=entry.by), entry)


def _abstained(entry: DecisionEntry, _: Language) -> Line:
    return rich.line("{by} abstains", _, by=entry.by)


STEPS: Stage[DecisionVerb, DecisionCard, DecisionEntry] = (
    Step(DecisionVerb.AGREE, _agreed, N_("Agree"), ButtonPlace.ROW, "primary"),
    Step(DecisionVerb.OBJECT, _objected, N_("Object"), ButtonPlace.ROW, fields=_object),
    Step(DecisionVerb.ABSTAIN, _abstained, N_("Abstain"), ButtonPlace.ROW),
)
