"""Whose step it is, in words."""

from slackapp.errors import Term
from slackapp.models.request_life import LIFE, RequestSide, RequestVerb
from slackapp.models.requests import Request


def who_can(request: Request, requester: str, team: str, verb: RequestVerb) -> Term:
    """Who could take this step: the requester, or the people of the team that was asked."""
    names = (("requester", requester), ("team", team))
    match LIFE[verb].side:
        case RequestSide.REQUESTER:
            return Term("{requester}, who asked for it,", names)
        case RequestSide.RECEIVERS | RequestSide.LIFTERS if request.is_private:
            return Term("the lead of {team} and the owner", names)
        case RequestSide.BOTH if request.is_private:
            return Term("{requester}, the lead of {team} and the owner", names)
        case RequestSide.BOTH:
            return Term("{requester} and the people of {team}", names)
        case RequestSide.LIFTERS:
            return Term("the people of {team} and of the team that is in the way", names)
        case _:
            return Term("the people of {team}", names)
