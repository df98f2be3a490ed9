"""The life of a request: which step is possible from which state, and whose step it is (REQ-4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from slackapp.errors import Term


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
    """From where a step leads, who takes it, and what is said where it is not possible."""

    states: frozenset[State]
    side: Side
    only: Term


OPEN, PROPOSED, WAITING = State.OPEN, State.PROPOSED, State.WAITING
ACCEPTED, IN_PROGRESS, BLOCKED = State.ACCEPTED, State.IN_PROGRESS, State.BLOCKED
ACTIVE = frozenset({OPEN, PROPOSED, WAITING, ACCEPTED, IN_PROGRESS, BLOCKED})
SETTLED = frozenset({OPEN, ACCEPTED, IN_PROGRESS, BLOCKED})
"""Active, and nothing is being asked of the requester."""
ENDED = frozenset({State.DONE, State.CONFIRMED, State.DECLINED, State.WITHDRAWN})

LIFE: Mapping[Verb, Step] = {
    Verb.ACCEPT: Step(frozenset({OPEN}), Side.RECEIVERS, Term("Only a request that is open can be accepted.")),
    Verb.ASSIGN: Step(ACTIVE, Side.RECEIVERS, Term("Someone can be assigned until it is done, declined or withdrawn.")),
    Verb.DECLINE: Step(ACTIVE, Side.RECEIVERS, Term("It can be declined until it is done or withdrawn.")),
    Verb.PROPOSE: Step(
        SETTLED, Side.RECEIVERS, Term("Another date can be proposed while nothing is being asked of the requester.")
    ),
    Verb.AGREE: Step(frozenset({PROPOSED}), Side.REQUESTER, Term("There is no proposed date to agree to.")),
    Verb.REFUSE_DATE: Step(frozenset({PROPOSED}), Side.REQUESTER, Term("There is no proposed date to refuse.")),
    Verb.START: Step(frozenset({ACCEPTED}), Side.RECEIVERS, Term("Only a request that is accepted can be started.")),
    Verb.BLOCK: Step(
        frozenset({ACCEPTED, IN_PROGRESS}),
        Side.RECEIVERS,
        Term("Only a request that is accepted or in progress can be marked as blocked."),
    ),
    Verb.UNBLOCK: Step(frozenset({BLOCKED}), Side.LIFTERS, Term("Nothing blocks it.")),
    Verb.ASK: Step(
        SETTLED, Side.RECEIVERS, Term("The requester can be asked something while no other question is open.")
    ),
    Verb.ANSWER: Step(frozenset({WAITING}), Side.REQUESTER, Term("There is no question to answer.")),
    Verb.FINISH: Step(
        ACTIVE - {PROPOSED},
        Side.RECEIVERS,
        Term("It can be finished until it is done, declined or withdrawn, and not while a date is proposed."),
    ),
    Verb.CONFIRM: Step(frozenset({State.DONE}), Side.REQUESTER, Term("Only a request that is done can be confirmed.")),
    Verb.REOPEN: Step(ENDED, Side.BOTH, Term("Only a request that is done, declined or withdrawn can be reopened.")),
    Verb.WITHDRAW: Step(ACTIVE, Side.REQUESTER, Term("It can be withdrawn until it is done or declined.")),
    Verb.HAND_OVER: Step(
        ACTIVE, Side.RECEIVERS, Term("It can be handed over until it is done, declined or withdrawn.")
    ),
    Verb.LET_IN: Step(ACTIVE | ENDED, Side.BOTH, Term("Only a private request has outsiders to let in.")),
    Verb.LET_OUT: Step(ACTIVE | ENDED, Side.BOTH, Term("Only a private request has outsiders to let out.")),
}

STATES: Mapping[State, Term] = {
    State.OPEN: Term("is still unanswered"),
    State.PROPOSED: Term("waits for the requester to answer to another date"),
    State.ACCEPTED: Term("is accepted"),
    State.IN_PROGRESS: Term("is in progress"),
    State.BLOCKED: Term("is blocked"),
    State.WAITING: Term("waits for an answer of the requester"),
    State.DONE: Term("is done"),
    State.CONFIRMED: Term("is done and confirmed"),
    State.DECLINED: Term("is declined"),
    State.WITHDRAWN: Term("is withdrawn"),
}
"""How it stands, in a refusal."""
