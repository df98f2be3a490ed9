"""The life of a request: which step is possible from which state, and whose step it is (REQ-4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from slackapp.errors import Term


class RequestState(StrEnum):
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


class RequestVerb(StrEnum):
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


class RequestSide(StrEnum):
    """Whose step it is."""

    REQUESTER = "requester"
    RECEIVERS = "receivers"
    """The owner, and the members of the team that was asked; of a private request its lead and the owner."""
    LIFTERS = "lifters"
    """The receivers, and the members of the team that is in the way."""
    BOTH = "both"
    """The requester and the receivers."""


@dataclass(frozen=True)
class RequestStep:
    """From where a step leads, who takes it, and what is said where it is not possible."""

    states: frozenset[RequestState]
    side: RequestSide
    only: Term


OPEN, PROPOSED, WAITING = RequestState.OPEN, RequestState.PROPOSED, RequestState.WAITING
ACCEPTED, IN_PROGRESS, BLOCKED = RequestState.ACCEPTED, RequestState.IN_PROGRESS, RequestState.BLOCKED
ACTIVE = frozenset({OPEN, PROPOSED, WAITING, ACCEPTED, IN_PROGRESS, BLOCKED})
SETTLED = frozenset({OPEN, ACCEPTED, IN_PROGRESS, BLOCKED})
"""Active, and nothing is being asked of the requester."""
ENDED = frozenset({RequestState.DONE, RequestState.CONFIRMED, RequestState.DECLINED, RequestState.WITHDRAWN})

LIFE: Mapping[RequestVerb, RequestStep] = {
    RequestVerb.ACCEPT: RequestStep(
        frozenset({OPEN}), RequestSide.RECEIVERS, Term("Only a request that is open can be accepted.")
    ),
    RequestVerb.ASSIGN: RequestStep(
        ACTIVE, RequestSide.RECEIVERS, Term("Someone can be assigned until it is done, declined or withdrawn.")
    ),
    RequestVerb.DECLINE: RequestStep(
        ACTIVE, RequestSide.RECEIVERS, Term("It can be declined until it is done or withdrawn.")
    ),
    RequestVerb.PROPOSE: RequestStep(
        SETTLED,
        RequestSide.RECEIVERS,
        Term("Another date can be proposed while nothing is being asked of the requester."),
    ),
    RequestVerb.AGREE: RequestStep(
        frozenset({PROPOSED}), RequestSide.REQUESTER, Term("There is no proposed date to agree to.")
    ),
    RequestVerb.REFUSE_DATE: RequestStep(
        frozenset({PROPOSED}), RequestSide.REQUESTER, Term("There is no proposed date to refuse.")
    ),
    RequestVerb.START: RequestStep(
        frozenset({ACCEPTED}), RequestSide.RECEIVERS, Term("Only a request that is accepted can be started.")
    ),
    RequestVerb.BLOCK: RequestStep(
        frozenset({ACCEPTED, IN_PROGRESS}),
        RequestSide.RECEIVERS,
        Term("Only a request that is accepted or in progress can be marked as blocked."),
    ),
    RequestVerb.UNBLOCK: RequestStep(frozenset({BLOCKED}), RequestSide.LIFTERS, Term("Nothing blocks it.")),
    RequestVerb.ASK: RequestStep(
        SETTLED, RequestSide.RECEIVERS, Term("The requester can be asked something while no other question is open.")
    ),
    RequestVerb.ANSWER: RequestStep(
        frozenset({WAITING}), RequestSide.REQUESTER, Term("There is no question to answer.")
    ),
    RequestVerb.FINISH: RequestStep(
        ACTIVE - {PROPOSED},
        RequestSide.RECEIVERS,
        Term("It can be finished until it is done, declined or withdrawn, and not while a date is proposed."),
    ),
    RequestVerb.CONFIRM: RequestStep(
        frozenset({RequestState.DONE}), RequestSide.REQUESTER, Term("Only a request that is done can be confirmed.")
    ),
    RequestVerb.REOPEN: RequestStep(
        ENDED, RequestSide.BOTH, Term("Only a request that is done, declined or withdrawn can be reopened.")
    ),
    RequestVerb.WITHDRAW: RequestStep(
        ACTIVE, RequestSide.REQUESTER, Term("It can be withdrawn until it is done or declined.")
    ),
    RequestVerb.HAND_OVER: RequestStep(
        ACTIVE, RequestSide.RECEIVERS, Term("It can be handed over until it is done, declined or withdrawn.")
    ),
    RequestVerb.LET_IN: RequestStep(
        ACTIVE | ENDED, RequestSide.BOTH, Term("Only a private request has outsiders to let in.")
    ),
    RequestVerb.LET_OUT: RequestStep(
        ACTIVE | ENDED, RequestSide.BOTH, Term("Only a private request has outsiders to let out.")
    ),
}

STATES: Mapping[RequestState, Term] = {
    RequestState.OPEN: Term("is still unanswered"),
    RequestState.PROPOSED: Term("waits for the requester to answer to another date"),
    RequestState.ACCEPTED: Term("is accepted"),
    RequestState.IN_PROGRESS: Term("is in progress"),
    RequestState.BLOCKED: Term("is blocked"),
    RequestState.WAITING: Term("waits for an answer of the requester"),
    RequestState.DONE: Term("is done"),
    RequestState.CONFIRMED: Term("is done and confirmed"),
    RequestState.DECLINED: Term("is declined"),
    RequestState.WITHDRAWN: Term("is withdrawn"),
}
"""How it stands, in a refusal."""


def who_can(verb: RequestVerb, requester: str, team: str, *, is_private: bool) -> Term:
    """Who could take this step: the requester, or the people of the team that was asked."""
    names = (("requester", requester), ("team", team))
    match LIFE[verb].side:
        case RequestSide.REQUESTER:
            return Term("{requester}, who asked for it,", names)
        case RequestSide.RECEIVERS | RequestSide.LIFTERS if is_private:
            return Term("the lead of {team} and the owner", names)
        case RequestSide.BOTH if is_private:
            return Term("{requester}, the lead of {team} and the owner", names)
        case RequestSide.BOTH:
            return Term("{requester} and the people of {team}", names)
        case RequestSide.LIFTERS:
            return Term("the people of {team} and of the team that is in the way", names)
        case _:
            return Term("the people of {team}", names)
