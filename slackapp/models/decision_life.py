"""The life of a decision: which step is possible from which state, and whose step it is (DEC-2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from slackapp.errors import Term


class DecisionState(StrEnum):
    """Where a decision is in its life."""

    PROPOSED = "proposed"
    DECIDED = "decided"
    REVIEW_DUE = "review_due"
    """Decided and in force; whoever moves it is asked whether it still holds."""
    REJECTED = "rejected"
    SUPERSEDED = "superseded"
    REVERSED = "reversed"


class Stance(StrEnum):
    """What somebody who is consulted says."""

    AGREE = "agree"
    OBJECT = "object"
    ABSTAIN = "abstain"


class Unheard(StrEnum):
    """Why the silence of somebody who is consulted is no consent (DEC-4)."""

    NOT_ASKED = "not_asked"
    """Their prompt had not been posted when the time was over."""
    AWAY = "away"
    QUIET = "quiet"
    GONE = "gone"
    """Their account is deactivated."""


class DecisionVerb(StrEnum):
    """What can be done with a decision; the name of the rule, the button and the line in the history."""

    PROPOSE = "propose"
    RECORD = "record"
    AGREE = "agree"
    OBJECT = "object"
    ABSTAIN = "abstain"
    EDIT = "edit"
    MORE_TIME = "more_time"
    STAND_IN = "stand_in"
    SILENCE = "silence"
    DECIDE = "decide"
    REJECT = "reject"
    CORRECT = "correct"
    SEEN = "seen"
    REVIEW = "review"
    KEEP = "keep"
    CHANGE = "change"
    GROW_STALE = "grow_stale"
    SUPERSEDE = "supersede"
    REVERSE = "reverse"


class DecisionSide(StrEnum):
    """Whose step it is."""

    CONSULTED = "consulted"
    DECIDER = "decider"
    """The one decider; the driver where the decider's account is gone."""
    MOVERS = "movers"
    """The driver and the decider."""
    TEAMS = "teams"
    """The members of the teams that it concerns."""


@dataclass(frozen=True)
class DecisionStep:
    """From where a step leads, who takes it, and what is said where it is not possible."""

    states: frozenset[DecisionState]
    side: DecisionSide
    only: Term


OPEN = frozenset({DecisionState.PROPOSED})
IN_FORCE = frozenset({DecisionState.DECIDED, DecisionState.REVIEW_DUE})
LIVE = OPEN | IN_FORCE
"""What still counts, or may come to: found before what no longer does."""

STANCES: Mapping[DecisionVerb, Stance] = {
    DecisionVerb.AGREE: Stance.AGREE,
    DecisionVerb.OBJECT: Stance.OBJECT,
    DecisionVerb.ABSTAIN: Stance.ABSTAIN,
}

ONLY_OPEN = Term("That is possible until it is decided or rejected.")
ONLY_IN_FORCE = Term("That is possible only while a decision is in force.")

LIFE: Mapping[DecisionVerb, DecisionStep] = {
    DecisionVerb.AGREE: DecisionStep(OPEN, DecisionSide.CONSULTED, ONLY_OPEN),
    DecisionVerb.OBJECT: DecisionStep(OPEN, DecisionSide.CONSULTED, ONLY_OPEN),
    DecisionVerb.ABSTAIN: DecisionStep(OPEN, DecisionSide.CONSULTED, ONLY_OPEN),
    DecisionVerb.EDIT: DecisionStep(OPEN, DecisionSide.MOVERS, ONLY_OPEN),
    DecisionVerb.MORE_TIME: DecisionStep(OPEN, DecisionSide.DECIDER, ONLY_OPEN),
    DecisionVerb.STAND_IN: DecisionStep(OPEN, DecisionSide.DECIDER, ONLY_OPEN),
    DecisionVerb.SILENCE: DecisionStep(OPEN, DecisionSide.DECIDER, ONLY_OPEN),
    DecisionVerb.DECIDE: DecisionStep(OPEN, DecisionSide.DECIDER, ONLY_OPEN),
    DecisionVerb.REJECT: DecisionStep(OPEN, DecisionSide.DECIDER, ONLY_OPEN),
    DecisionVerb.CORRECT: DecisionStep(IN_FORCE, DecisionSide.MOVERS, ONLY_IN_FORCE),
    DecisionVerb.SEEN: DecisionStep(IN_FORCE, DecisionSide.TEAMS, ONLY_IN_FORCE),
    DecisionVerb.KEEP: DecisionStep(
        frozenset({DecisionState.REVIEW_DUE}), DecisionSide.MOVERS, Term("It can be kept when its review is due.")
    ),
    DecisionVerb.SUPERSEDE: DecisionStep(IN_FORCE, DecisionSide.MOVERS, ONLY_IN_FORCE),
    DecisionVerb.REVERSE: DecisionStep(IN_FORCE, DecisionSide.MOVERS, ONLY_IN_FORCE),
}
"""The steps that people take; what the app does by itself, at a date, is not among them."""

STATES: Mapping[DecisionState, Term] = {
    DecisionState.PROPOSED: Term("is not decided yet"),
    DecisionState.DECIDED: Term("is decided"),
    DecisionState.REVIEW_DUE: Term("is decided and up for review"),
    DecisionState.REJECTED: Term("is rejected"),
    DecisionState.SUPERSEDED: Term("is superseded by another decision"),
    DecisionState.REVERSED: Term("is reversed"),
}
"""How it stands, in a refusal."""


def who_can(verb: DecisionVerb, driver: str, decider: str) -> Term:
    """Who could take this step."""
    names = (("driver", driver), ("decider", decider))
    match LIFE[verb].side:
        case DecisionSide.CONSULTED:
            return Term("the people who are consulted on it")
        case DecisionSide.DECIDER:
            return Term("{decider}, who decides it,", names)
        case DecisionSide.TEAMS:
            return Term("the people of the teams that it concerns")
        case _:
            return Term("{driver}, who moves it, and {decider}, who decides it,", names)
