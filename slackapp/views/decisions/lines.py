"""The lines of a decision's history: in its threads, on its page, and for those who are told."""

from slackapp.language import Language
from slackapp.queries.decisions import DecisionEntry, DecisionTold
from slackapp.views import blocks, entries, rich
from slackapp.views.decisions import buttons
from slackapp.views.decisions.steps import STEPS
from slackapp.views.message import Content
from slackapp.views.rich import Line


def thread_line(shown: DecisionEntry, _: Language) -> Content:
    return entries.content(line_of(shown, _))


def told(shown: DecisionTold, _: Language) -> Content:
    """The same for somebody whom it concerns."""
    about = rich.line("{decision}: {title}", _, decision=rich.bold(shown.card.ref), title=shown.card.title)
    line = line_of(shown.entry, _)
    return Content(rich.plain(about, line), (rich.block(about, line), blocks.actions(buttons.show(shown.card.id, _))))


def line_of(entry: DecisionEntry, _: Language) -> Line:
    return STEPS[entry.verb].line(entry, _)
