"""The text of a proposal is changed, or that of a decision corrected."""

from slackapp.language import N_, Language
from slackapp.models.decision_life import DecisionVerb
from slackapp.models.decision_texts import Wording
from slackapp.queries.decisions import DecisionCard, DecisionEntry
from slackapp.views import inputs, rich
from slackapp.views.blocks import Block
from slackapp.views.decisions.submitting import texts
from slackapp.views.entries import about, because
from slackapp.views.rich import Line
from slackapp.views.steps import ButtonPlace, Stage, Step

FORM = "edit"
"""Both have the same form, which says which of them it is for."""


def _rewrite(shown: DecisionCard, _: Language) -> list[Block]:
    said = Wording(shown.title, shown.text, shown.context, shown.options)
    return [*texts(said, _), inputs.reason(_("What changed, and why?"), optional=not shown.is_in_force)]


def _edited(entry: DecisionEntry, _: Language) -> Line:
    version = about(entry, "version")
    return because(rich.line("{by} changed the proposal (version {version})", _, by=entry.by, version=version), entry)


def _corrected(entry: DecisionEntry, _: Language) -> Line:
    version = about(entry, "version")
    return because(rich.line("{by} corrected the text (version {version})", _, by=entry.by, version=version), entry)


STEPS: Stage[DecisionVerb, DecisionCard, DecisionEntry] = (
    Step(DecisionVerb.EDIT, _edited, N_("Change the text"), ButtonPlace.MENU, fields=_rewrite, name=FORM),
    Step(DecisionVerb.CORRECT, _corrected, N_("Correct the text"), ButtonPlace.MENU, fields=_rewrite, name=FORM),
)
