"""How a refused step is explained: where the decision is, from where the step is possible, and who could take it."""

from collections.abc import Mapping

from slackapp.errors import Term
from slackapp.models.decision_life import LIFE, Side, State, Verb

STATES: Mapping[State, Term] = {
    State.PROPOSED: Term("is not decided yet"),
    State.DECIDED: Term("is decided"),
    State.REVIEW_DUE: Term("is decided and up for review"),
    State.REJECTED: Term("is rejected"),
    State.SUPERSEDED: Term("is superseded by another decision"),
    State.REVERSED: Term("is reversed"),
}

ONLY_OPEN = Term("That is possible until it is decided or rejected.")
ONLY_IN_FORCE = Term("That is possible only while a decision is in force.")

ONLY: Mapping[Verb, Term] = {
    **dict.fromkeys(LIFE, ONLY_OPEN),
    **dict.fromkeys((Verb.CORRECT, Verb.SEEN, Verb.SUPERSEDE, Verb.REVERSE), ONLY_IN_FORCE),
    Verb.KEEP: Term("It can be kept when its review is due."),
}


def who_can(verb: Verb, driver: str, decider: str) -> Term:
    """Who could take this step."""
    names = (("driver", driver), ("decider", decider))
    match LIFE[verb].side:
        case Side.CONSULTED:
            return Term("the people who are consulted on it")
        case Side.DECIDER:
            return Term("{decider}, who decides it,", names)
        case Side.TEAMS:
            return Term("the people of the teams that it concerns")
        case _:
            return Term("{driver}, who moves it, and {decider}, who decides it,", names)
