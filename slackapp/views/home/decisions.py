"""Decisions in the Home."""

from collections.abc import Sequence

from slackapp.language import Language
from slackapp.language.shortening import one_line, shorten
from slackapp.models.decision_life import DecisionState, DecisionVerb
from slackapp.queries.home import DecisionRow
from slackapp.references import DECISION
from slackapp.views import blocks, rich
from slackapp.views.blocks import Block
from slackapp.views.decisions import buttons
from slackapp.views.decisions.labels import SIGNS, STALE, STATES
from slackapp.views.home.texts import TITLE, named, short
from slackapp.views.rich import Line

AT_ONCE = frozenset({DecisionVerb.DECIDE, DecisionVerb.REJECT})
"""What a decider does here; more time and a stand-in are found on its page."""


def waiting(shown: DecisionRow, _: Language) -> Sequence[Block]:
    """What it is, until when it can be answered, and what is asked of its reader."""
    title = [*named(DECISION.of(shown.number), shown.url), *rich.words(f" {shorten(one_line(shown.title), TITLE)}")]
    row = [
        *buttons.answers(shown.verbs, shown.id, _),
        *buttons.decider(shown.verbs & AT_ONCE, shown.id, _),
        *buttons.reviewer(shown.verbs, shown.id, _),
        buttons.show(shown.id, _),
    ]
    lines = (title, _standing(shown, _), _asks(shown, _))
    return [rich.block(*map(short, lines)), blocks.actions(*row)]


def _standing(shown: DecisionRow, _: Language) -> Line:
    sign = "⏰" if shown.is_late or shown.is_stale else SIGNS[shown.state]
    state = rich.bold(_(STALE) if shown.is_stale else _(STATES[shown.state]))
    return rich.joined(each for each in ([*rich.words(f"{sign} "), *state], _until(shown, _)) if each)


def _until(shown: DecisionRow, _: Language) -> Line:
    if shown.state is DecisionState.REVIEW_DUE and shown.review_on:
        return rich.line("review was due on {day}", _, day=_.date_short(shown.review_on))
    if shown.until is None:
        return []
    if shown.is_late:
        return rich.line("answers were asked until {day}", _, day=_.date_short(shown.until))
    return rich.line("answers until {day}", _, day=_.date_short(shown.until))


def _asks(shown: DecisionRow, _: Language) -> Line:
    driver = rich.bold(shown.driver)
    if shown.state is DecisionState.REVIEW_DUE:
        return rich.words(_("Does it still hold, and how did it turn out?"))
    if shown.decides:
        return rich.line("{driver} asks you to decide this.", _, driver=driver)
    return rich.line("{driver} would like to know what you think of this.", _, driver=driver)
