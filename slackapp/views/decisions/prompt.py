"""What somebody is asked about a proposal, in their direct messages: once, and kept true (DEC-3)."""

from slackapp.language import Language
from slackapp.models.decision_life import DecisionState, DecisionVerb
from slackapp.queries.decisions import DecisionPrompt, Remark
from slackapp.views import blocks, rich
from slackapp.views.decisions import buttons
from slackapp.views.decisions.card import head, spoken_lines
from slackapp.views.message import Content
from slackapp.views.rich import Line


def prompt(shown: DecisionPrompt, _: Language) -> Content:
    """The proposal, what it asks of this person, and what they said."""
    question = _question(shown, _)
    row = [
        *buttons.answers(shown.verbs, shown.card.id, _),
        *buttons.of_decider(shown.verbs, shown.card, _),
        buttons.show(shown.card.id, _),
    ]
    text = rich.plain(*([question] if question else []), *spoken_lines(shown.card, _))
    above = [rich.block(question)] if question else []
    return Content(text, (*above, *head(shown.card, _), blocks.actions(*row)))


def remark(shown: Remark, _: Language) -> Content:
    """What has happened since, under the prompt of whom it concerns."""
    if shown.what == "objected":
        line = rich.line("{person} objects: {reason}", _, person=rich.bold(shown.person), reason=shown.reason)
    else:
        line = rich.line("The proposal was changed. If that settles your objection, press Agree or Abstain.", _)
    return Content(rich.plain(line), (rich.block(line),))


def _question(shown: DecisionPrompt, _: Language) -> Line:
    if shown.card.state is not DecisionState.PROPOSED:
        return []
    if shown.is_decider:
        return rich.line("{driver} asks you to decide this.", _, driver=rich.bold(shown.card.driver))
    if DecisionVerb.AGREE in shown.verbs:
        return rich.line("{driver} would like to know what you think of this.", _, driver=rich.bold(shown.card.driver))
    return rich.words(_("Somebody stands in for you here; you need not answer."))
