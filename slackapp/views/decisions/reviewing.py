"""A decision in force: teams have seen it, and on its review date somebody says whether it still holds."""

from slackapp.language import N_, Language
from slackapp.models.decision_life import DecisionVerb
from slackapp.queries.decisions import DecisionCard, DecisionEntry
from slackapp.views import inputs, rich
from slackapp.views.blocks import Block
from slackapp.views.entries import about, because, day
from slackapp.views.rich import Line
from slackapp.views.steps import Stage, Step


def _seen(entry: DecisionEntry, _: Language) -> Line:
    return rich.line("Seen by {teams}", _, teams=about(entry, "teams"))


def _under_review(__: DecisionEntry, _: Language) -> Line:
    return rich.line("Its review is due: does it still hold?", _)


def _keep(__: DecisionCard, _: Language) -> list[Block]:
    return [
        inputs.reason(_("How did it turn out?"), "turned_out"),
        inputs.field("review", _("When is it reviewed again?"), inputs.day(), optional=True),
    ]


def _kept(entry: DecisionEntry, _: Language) -> Line:
    if not entry.about.get("review"):
        return because(rich.line("{by} keeps it", _, by=entry.by), entry)
    again = day(entry, "review", _)
    return because(rich.line("{by} keeps it and looks again on {day}", _, by=entry.by, day=again), entry)


def _gone_stale(__: DecisionEntry, _: Language) -> Line:
    return rich.line("Nobody has answered its review: it is stale", _)


STEPS: Stage[DecisionVerb, DecisionCard, DecisionEntry] = (
    Step(DecisionVerb.SEEN, _seen, N_("Seen"), style="primary"),
    Step(DecisionVerb.REVIEW, _under_review),
    Step(DecisionVerb.KEEP, _kept, N_("Keep"), style="primary", fields=_keep),
    Step(DecisionVerb.GROW_STALE, _gone_stale),
)
