"""Where a request's card stands, and keeping it true there."""

from sqlalchemy.orm import Session

from slackapp import outbox
from slackapp.models.requests import Request
from slackapp.models.teams import Team
from slackapp.queries.requests.places import Place, places_of

CARD = "request.card"


def places(session: Session, request: Request) -> list[Place]:
    """Every place where it stands now."""
    return places_of(request, session.get_one(Team, request.to_team_id))


def show_card(session: Session, request: Request, place: Place) -> None:
    """Have the card stand there and be true."""
    outbox.show(session, request.workspace_id, place, CARD, request=request.id, place=place)


def card_key(request_id: int, place: Place) -> str:
    """The card in whose thread the request's lines go."""
    return outbox.card_key(place, CARD, request=request_id, place=place)
