"""How a refused step is explained: where the request is, from where the step is possible, and who could take it."""

from collections.abc import Mapping

from slackapp.errors import Term
from slackapp.models.request_life import LIFE, Side, State, Verb
from slackapp.models.requests import Request

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

ONLY: Mapping[Verb, Term] = {
    Verb.ACCEPT: Term("Only a request that is open can be accepted."),
    Verb.ASSIGN: Term("Someone can be assigned until it is done, declined or withdrawn."),
    Verb.DECLINE: Term("It can be declined until it is done or withdrawn."),
    Verb.PROPOSE: Term("Another date can be proposed while nothing is being asked of the requester."),
    Verb.AGREE: Term("There is no proposed date to agree to."),
    Verb.REFUSE_DATE: Term("There is no proposed date to refuse."),
    Verb.START: Term("Only a request that is accepted can be started."),
    Verb.BLOCK: Term("Only a request that is accepted or in progress can be marked as blocked."),
    Verb.UNBLOCK: Term("Nothing blocks it."),
    Verb.ASK: Term("The requester can be asked something while no other question is open."),
    Verb.ANSWER: Term("There is no question to answer."),
    Verb.FINISH: Term("It can be finished until it is done, declined or withdrawn, and not while a date is proposed."),
    Verb.CONFIRM: Term("Only a request that is done can be confirmed."),
    Verb.REOPEN: Term("Only a request that is done, declined or withdrawn can be reopened."),
    Verb.WITHDRAW: Term("It can be withdrawn until it is done or declined."),
    Verb.HAND_OVER: Term("It can be handed over until it is done, declined or withdrawn."),
    Verb.LET_IN: Term("Only a private request has outsiders to let in."),
    Verb.LET_OUT: Term("Only a private request has outsiders to let out."),
}


def who_can(request: Request, requester: str, team: str, verb: Verb) -> Term:
    """Who could take this step: the requester, or the people of the team that was asked."""
    names = (("requester", requester), ("team", team))
    match LIFE[verb].side:
        case Side.REQUESTER:
            return Term("{requester}, who asked for it,", names)
        case Side.RECEIVERS | Side.LIFTERS if request.is_private:
            return Term("the lead of {team} and the owner", names)
        case Side.BOTH if request.is_private:
            return Term("{requester}, the lead of {team} and the owner", names)
        case Side.BOTH:
            return Term("{requester} and the people of {team}", names)
        case Side.LIFTERS:
            return Term("the people of {team} and of the team that is in the way", names)
        case _:
            return Term("the people of {team}", names)
