"""The life of a decision: which step is possible from which state, and whose step it is (DEC-2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
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


class Verb(StrEnum):
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


class Side(StrEnum):
    """Whose step it is."""

    CONSULTED = "consulted"
    DECIDER = "decider"
    """The one decider; the driver where the decider's account is gone."""
    MOVERS = "movers"
    """The driver and the decider."""
    TEAMS = "teams"
    """The members of the teams that it concerns."""


@dataclass(frozen=True)
class Step:
    """From where a step leads, and who takes it."""

    states: frozenset[State]
    side: Side


OPEN = frozenset({State.PROPOSED})
IN_FORCE = frozenset({State.DECIDED, State.REVIEW_DUE})
LIVE = OPEN | IN_FORCE
"""What still counts, or may come to: found before what no longer does."""

STANCES: Mapping[Verb, Stance] = {
    Verb.AGREE: Stance.AGREE,
    Verb.OBJECT: Stance.OBJECT,
    Verb.ABSTAIN: Stance.ABSTAIN,
}

LIFE: Mapping[Verb, Step] = {
    Verb.AGREE: Step(OPEN, Side.CONSULTED),
    Verb.OBJECT: Step(OPEN, Side.CONSULTED),
    Verb.ABSTAIN: Step(OPEN, Side.CONSULTED),
    Verb.EDIT: Step(OPEN, Side.MOVERS),
    Verb.MORE_TIME: Step(OPEN, Side.DECIDER),
    Verb.STAND_IN: Step(OPEN, Side.DECIDER),
    Verb.SILENCE: Step(OPEN, Side.DECIDER),
    Verb.DECIDE: Step(OPEN, Side.DECIDER),
    Verb.REJECT: Step(OPEN, Side.DECIDER),
    Verb.CORRECT: Step(IN_FORCE, Side.MOVERS),
    Verb.SEEN: Step(IN_FORCE, Side.TEAMS),
    Verb.KEEP: Step(frozenset({State.REVIEW_DUE}), Side.MOVERS),
    Verb.SUPERSEDE: Step(IN_FORCE, Side.MOVERS),
    Verb.REVERSE: Step(IN_FORCE, Side.MOVERS),
}
"""The steps that people take; what the app does by itself, at a date, is not among them."""
