"""How a decision ends: another takes its place, or it no longer holds."""

from slackapp.language import N_, Language
from slackapp.models.decision_life import DecisionVerb
from slackapp.queries.decisions import DecisionCard, DecisionEntry
from slackapp.views import inputs, rich
from slackapp.views.blocks import Block
from slackapp.views.entries import about, because
from slackapp.views.rich import Line
from slackapp.views.steps import ButtonPlace, Stage, Step


def _changing(entry: DecisionEntry, _: Language) -> Line:
    successor = rich.bold(about(entry, "successor"))
    return rich.line("{by} proposes to replace it by {decision}", _, by=entry.by, decision=successor)


def _supersede(__: DecisionCard, _: Language) -> list[Block]:
    return [inputs.field("successor", _("Which decision holds now?"), inputs.search("decision"))]


def _superseded(entry: DecisionEntry, _: Language) -> Line:
    successor = rich.bold(about(entry, "successor"))
    if not entry.by:
        return rich.line("It is superseded by {decision}", _, decision=successor)
    return rich.line("{by}: it is superseded by {decision}", _, by=entry.by, decision=successor)


def _reverse(__: DecisionCard, _: Language) -> list[Block]:
    return [inputs.reason(_("Why does it no longer hold, and how did it turn out?"))]


def _reversed(entry: DecisionEntry, _: Language) -> Line:
    return because(rich.line("{by} reversed it", _, by=entry.by), entry)


STEPS: Stage[DecisionVerb, DecisionCard, DecisionEntry] = (
    Step(DecisionVerb.CHANGE, _changing, N_("Propose a successor"), ButtonPlace.EITHER),
    Step(
        DecisionVerb.SUPERSEDE,
        _superseded,
        N_("Superseded by another one"),
        ButtonPlace.MENU,
        fields=_supersede,
        submit=N_("Superseded"),
    ),
    Step(DecisionVerb.REVERSE, _reversed, N_("Reverse"), ButtonPlace.EITHER, fields=_reverse),
)
