"""The life of a request: which step is possible from which state, and whose step it is (REQ-4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Where a request is in its life."""

    OPEN = "open"
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    IN_PROGRESS = "in_progress"
    BLOCKED = "blocked"
    WAITING = "waiting"
    DONE = "done"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Verb(StrEnum):
    """What can be done with a request; the name of the rule, the button and the line in the history."""

    SUBMIT = "submit"
    ACCEPT = "accept"
    ASSIGN = "assign"
    DECLINE = "decline"
    PROPOSE = "propose"
    AGREE = "agree"
    REFUSE_DATE = "refuse_date"
    START = "start"
    BLOCK = "block"
    UNBLOCK = "unblock"
    ASK = "ask"
    ANSWER = "answer"
    FINISH = "finish"
    CONFIRM = "confirm"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"
    HAND_OVER = "hand_over"
    LET_IN = "let_in"
    LET_OUT = "let_out"


class Side(StrEnum):
    """Whose step it is."""

    REQUESTER = "requester"
    RECEIVERS = "receivers"
    """The owner, and the members of the team that was asked; of a private request its lead and the owner."""
    LIFTERS = "lifters"
    """The receivers, and the members of the team that is in the way."""
    BOTH = "both"
    """The requester and the receivers."""


@dataclass(frozen=True)
class Step:
    """From where a step leads, and who takes it."""

    states: frozenset[State]
    side: Side


OPEN, PROPOSED, WAITING = State.OPEN, State.PROPOSED, State.WAITING
ACCEPTED, IN_PROGRESS, BLOCKED = State.ACCEPTED, State.IN_PROGRESS, State.BLOCKED
ACTIVE = frozenset({OPEN, PROPOSED, WAITING, ACCEPTED, IN_PROGRESS, BLOCKED})
SETTLED = frozenset({OPEN, ACCEPTED, IN_PROGRESS, BLOCKED})
"""Active, and nothing is being asked of the requester."""
ENDED = frozenset({State.DONE, State.CONFIRMED, State.DECLINED, State.WITHDRAWN})

LIFE: Mapping[Verb, Step] = {
    Verb.ACCEPT: Step(frozenset({OPEN}), Side.RECEIVERS),
    Verb.ASSIGN: Step(ACTIVE, Side.RECEIVERS),
    Verb.DECLINE: Step(ACTIVE, Side.RECEIVERS),
    Verb.PROPOSE: Step(SETTLED, Side.RECEIVERS),
    Verb.AGREE: Step(frozenset({PROPOSED}), Side.REQUESTER),
    Verb.REFUSE_DATE: Step(frozenset({PROPOSED}), Side.REQUESTER),
    Verb.START: Step(frozenset({ACCEPTED}), Side.RECEIVERS),
    Verb.BLOCK: Step(frozenset({ACCEPTED, IN_PROGRESS}), Side.RECEIVERS),
    Verb.UNBLOCK: Step(frozenset({BLOCKED}), Side.LIFTERS),
    Verb.ASK: Step(SETTLED, Side.RECEIVERS),
    Verb.ANSWER: Step(frozenset({WAITING}), Side.REQUESTER),
    Verb.FINISH: Step(ACTIVE - {PROPOSED}, Side.RECEIVERS),
    Verb.CONFIRM: Step(frozenset({State.DONE}), Side.REQUESTER),
    Verb.REOPEN: Step(ENDED, Side.BOTH),
    Verb.WITHDRAW: Step(ACTIVE, Side.REQUESTER),
    Verb.HAND_OVER: Step(ACTIVE, Side.RECEIVERS),
    Verb.LET_IN: Step(ACTIVE | ENDED, Side.BOTH),
    Verb.LET_OUT: Step(ACTIVE | ENDED, Side.BOTH),
}
