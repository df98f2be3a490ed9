"""Where a request's card stands, and keeping it true there."""

from sqlalchemy.orm import Session

from slackapp import cards, outbox
from slackapp.ids import ChannelId
from slackapp.models.requests import Request
from slackapp.models.teams import Team
from slackapp.queries.requests.places import Place, places_of


def places(session: Session, request: Request) -> list[Place]:
    """Every place where it stands now."""
    return places_of(request, session.get_one(Team, request.to_team_id))


def show_card(session: Session, request: Request, place: Place) -> None:
    """Have the card stand there and be true."""
    outbox.show(session, request.workspace_id, cards.request(request.id, place))


def blocking_team(session: Session, request: Request) -> Team | None:
    """The team that is in the way."""
    return session.get(Team, request.blocking_team_id) if request.blocking_team_id else None


def show_to(session: Session, request: Request, lifter: Team | None) -> None:
    """Keep the card of the team that is or was in the way true.

    What belongs to a private request is told to nobody else, and a team that blocks itself reads its own card.
    """
    if lifter is None or request.is_private or lifter.id == request.to_team_id:
        return
    outbox.show(session, request.workspace_id, cards.blocker(request.id, ChannelId(lifter.home_channel)))
