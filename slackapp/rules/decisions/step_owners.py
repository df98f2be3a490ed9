"""Whose step it is, in words."""

from slackapp.errors import Term
from slackapp.models.decision_life import LIFE, DecisionSide, DecisionVerb


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
