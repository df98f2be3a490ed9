"""The message that a request came from (REQ-15)."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import Actor
from slackapp.models.requests import Request
from slackapp.rules.requests.places import places, show_card


def lose_source(session: Session, request_id: int, *, by: Actor) -> None:
    """The message is gone from Slack: the request keeps its text, and its card says that the original is gone."""
    found = select(Request).where(Request.id == request_id, Request.workspace_id == by.workspace_id)
    request = session.scalars(found.with_for_update()).one_or_none()
    if request is None or request.source_gone:
        return
    request.source_gone = True
    for place in places(session, request):
        show_card(session, request, place)
