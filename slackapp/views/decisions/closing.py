"""How a decision ends: another takes its place, or it no longer holds."""

from slackapp.language import N_, Language
from slackapp.models.decision_life import Verb
from slackapp.queries.decisions import Card, Entry
from slackapp.views import inputs, rich
from slackapp.views.blocks import Block
from slackapp.views.entries import about, because
from slackapp.views.rich import Line
from slackapp.views.steps import Place, Stage, Step


def _changing(entry: Entry, _: Language) -> Line:
    successor = rich.bold(about(entry, "successor"))
    return rich.line("{by} proposes to replace it by {decision}", _, by=entry.by, decision=successor)


def _supersede(__: Card, _: Language) -> list[Block]:
    return [inputs.field("successor", _("Which decision holds now?"), inputs.search("decision"))]


def _superseded(entry: Entry, _: Language) -> Line:
    successor = rich.bold(about(entry, "successor"))
    if not entry.by:
        return rich.line("It is superseded by {decision}", _, decision=successor)
    return rich.line("{by}: it is superseded by {decision}", _, by=entry.by, decision=successor)


def _reverse(__: Card, _: Language) -> list[Block]:
    return [inputs.reason(_("Why does it no longer hold, and how did it turn out?"))]


def _reversed(entry: Entry, _: Language) -> Line:
    return because(rich.line("{by} reversed it", _, by=entry.by), entry)


STEPS: Stage[Verb, Card, Entry] = (
    Step(Verb.CHANGE, _changing, N_("Propose a successor"), Place.EITHER),
    Step(
        Verb.SUPERSEDE,
        _superseded,
        N_("Superseded by another one"),
        Place.MENU,
        fields=_supersede,
        submit=N_("Superseded"),
    ),
    Step(Verb.REVERSE, _reversed, N_("Reverse"), Place.EITHER, fields=_reverse),
)
