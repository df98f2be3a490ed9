"""Whose step it is, in words."""

from slackapp.errors import Term
from slackapp.models.decision_life import LIFE, Side, Verb


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
