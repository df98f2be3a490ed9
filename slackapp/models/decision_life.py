"""The life of a decision: which step is possible from which state, and whose step it is (DEC-2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from slackapp.errors import Term


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
    """From where a step leads, who takes it, and what is said where it is not possible."""

    states: frozenset[State]
    side: Side
    only: Term


OPEN = frozenset({State.PROPOSED})
IN_FORCE = frozenset({State.DECIDED, State.REVIEW_DUE})
LIVE = OPEN | IN_FORCE
"""What still counts, or may come to: found before what no longer does."""

STANCES: Mapping[Verb, Stance] = {
    Verb.AGREE: Stance.AGREE,
    Verb.OBJECT: Stance.OBJECT,
    Verb.ABSTAIN: Stance.ABSTAIN,
}

ONLY_OPEN = Term("That is possible until it is decided or rejected.")
ONLY_IN_FORCE = Term("That is possible only while a decision is in force.")

LIFE: Mapping[Verb, Step] = {
    Verb.AGREE: Step(OPEN, Side.CONSULTED, ONLY_OPEN),
    Verb.OBJECT: Step(OPEN, Side.CONSULTED, ONLY_OPEN),
    Verb.ABSTAIN: Step(OPEN, Side.CONSULTED, ONLY_OPEN),
    Verb.EDIT: Step(OPEN, Side.MOVERS, ONLY_OPEN),
    Verb.MORE_TIME: Step(OPEN, Side.DECIDER, ONLY_OPEN),
    Verb.STAND_IN: Step(OPEN, Side.DECIDER, ONLY_OPEN),
    Verb.SILENCE: Step(OPEN, Side.DECIDER, ONLY_OPEN),
    Verb.DECIDE: Step(OPEN, Side.DECIDER, ONLY_OPEN),
    Verb.REJECT: Step(OPEN, Side.DECIDER, ONLY_OPEN),
    Verb.CORRECT: Step(IN_FORCE, Side.MOVERS, ONLY_IN_FORCE),
    Verb.SEEN: Step(IN_FORCE, Side.TEAMS, ONLY_IN_FORCE),
    Verb.KEEP: Step(frozenset({State.REVIEW_DUE}), Side.MOVERS, Term("It can be kept when its review is due.")),
    Verb.SUPERSEDE: Step(IN_FORCE, Side.MOVERS, ONLY_IN_FORCE),
    Verb.REVERSE: Step(IN_FORCE, Side.MOVERS, ONLY_IN_FORCE),
}
"""The steps that people take; what the app does by itself, at a date, is not among them."""

STATES: Mapping[State, Term] = {
    State.PROPOSED: Term("is not decided yet"),
    State.DECIDED: Term("is decided"),
    State.REVIEW_DUE: Term("is decided and up for review"),
    State.REJECTED: Term("is rejected"),
    State.SUPERSEDED: Term("is superseded by another decision"),
    State.REVERSED: Term("is reversed"),
}
"""How it stands, in a refusal."""
