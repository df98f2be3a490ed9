"""Where a request's card stands, and keeping it true there."""

from sqlalchemy.orm import Session

from slackapp import outbox
from slackapp.ids import ChannelId, UserId
from slackapp.models.requests import Request
from slackapp.models.teams import Team

Place = UserId | ChannelId

CARD = "request.card"


def places(session: Session, request: Request) -> list[Place]:
    """The team's home channel; of a private request the direct messages of the lead and of the owner (REQ-13)."""
    team = session.get_one(Team, request.to_team_id)
    if not request.is_private:
        return [team.home_channel]
    return list(dict.fromkeys([team.lead_id, *([request.owner_id] if request.owner_id else [])]))


def show_card(session: Session, request: Request, place: Place) -> None:
    """Have the card stand there and be true."""
    outbox.show(session, request.workspace_id, place, CARD, request=request.id, place=place)


def card_key(request_id: int, place: Place) -> str:
    """The card in whose thread the request's lines go."""
    return outbox.card_key(place, CARD, request=request_id, place=place)
