"""A decision, as a line of a digest."""

from slackapp.language import Language
from slackapp.models.decision_life import IN_FORCE, DecisionState
from slackapp.queries.digests.content import DecisionLine
from slackapp.views import blocks, rich
from slackapp.views.blocks import Element
from slackapp.views.decisions import buttons
from slackapp.views.decisions.labels import SIGNS, STATES
from slackapp.views.digests.reader import Reader
from slackapp.views.digests.texts import TITLE, heading, joined, late, name, short
from slackapp.views.rich import Line


def sign(shown: DecisionLine) -> str:
    """What is seen before anything is read."""
    return "⏰" if shown.stale_since or shown.is_late else SIGNS[shown.state]


def is_settled(shown: DecisionLine) -> bool:
    return shown.state not in {DecisionState.PROPOSED, DecisionState.REVIEW_DUE} and not shown.stale_since


def title(shown: DecisionLine, _: Reader) -> Line:
    return heading(shown.url, f"{shown.ref} · {short(shown.title, TITLE)}")


def facts(shown: DecisionLine, by: Reader) -> Line:
    """How late it is, who decides or decided, until when, and what is still missing."""
    _ = by.language
    match shown.state:
        case DecisionState.PROPOSED:
            return joined([_late(shown, _), _decider(shown, _), *_answers(shown, _), _until(shown, by)])
        case DecisionState.SUPERSEDED:
            return rich.line("{decision} holds now", _, decision=rich.bold(shown.superseded_by or "?"))
        case state if state in IN_FORCE:
            return joined([_review(shown, by), _decided(shown, by)])
        case state:
            return rich.words(_(STATES[state]))


def step(shown: DecisionLine, _: Language) -> Element | None:
    """What comes next: to decide once the answers are due, before that to give one; at a review, to look at it."""
    if shown.state is DecisionState.PROPOSED and (shown.is_late or not shown.awaited):
        return blocks.button("decision.decide", _("Decide"), str(shown.id))
    if shown.state is DecisionState.PROPOSED:
        return buttons.show(shown.id, _, _("Answer"))
    return buttons.show(shown.id, _, _("Review")) if shown.state is DecisionState.REVIEW_DUE else None


def _late(shown: DecisionLine, _: Language) -> Line:
    return late(shown.until, shown.at, _) if shown.is_late and shown.until else []


def _decider(shown: DecisionLine, _: Language) -> Line:
    return rich.line("{decider} decides", _, decider=name(shown.decider))


def _decided(shown: DecisionLine, by: Reader) -> Line:
    _, decider = by.language, name(shown.decider)
    if shown.decided_at is None:
        return rich.line("decided by {decider}", _, decider=decider)
    return rich.line("decided by {decider}, {when}", _, decider=decider, when=by.day(shown.decided_at))


def _answers(shown: DecisionLine, _: Language) -> list[Line]:
    awaited = _.many("{n} has not answered", "{n} have not answered", shown.awaited) if shown.awaited else ""
    objections = _.many("{n} objection", "{n} objections", shown.objections) if shown.objections else ""
    return [rich.bold(objections), rich.words(awaited)]


def _until(shown: DecisionLine, by: Reader) -> Line:
    return rich.line("answers until {day}", by.language, day=by.day(shown.until)) if shown.until else []


def _review(shown: DecisionLine, by: Reader) -> Line:
    _ = by.language
    if shown.stale_since:
        return [
            *rich.bold(_("stale")),
            *rich.line(", no answer to its review since {day}", _, day=by.day(shown.stale_since)),
        ]
    return rich.bold(_("its review is due")) if shown.state is DecisionState.REVIEW_DUE else []
