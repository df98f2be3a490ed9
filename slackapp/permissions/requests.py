"""Who may see a request, and whose step it is (REQ-4, REQ-13)."""

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select
from sqlalchemy.orm import Session

from slackapp.models.people import Channel
from slackapp.models.request_life import LIFE, RequestSide, RequestVerb
from slackapp.models.requests import Request, RequestGuest
from slackapp.models.teams import Team
from slackapp.permissions.viewer import Viewer


def visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """The requests that somebody may see; part of every query that reads them.

    One's own, those one is asked to do, those one was let in to; of the rest, the open ones of teams whose home channel
    one may read, and the private ones of teams that one leads. An administrator sees no more than others.
    """
    personal = or_(
        Request.requester_id == viewer.user_id,
        Request.owner_id == viewer.user_id,
        exists().where(RequestGuest.request_id == Request.id, RequestGuest.user_id == viewer.user_id),
    )
    mine = [personal, _of_their_work(viewer)] if viewer.is_member else [personal]
    return and_(Request.workspace_id == viewer.workspace_id, or_(*mine))


def may_see(session: Session, request: Request, viewer: Viewer) -> bool:
    """The same for one request."""
    seen = select(Request.id).where(Request.id == request.id, visible_to(viewer))
    return session.scalar(seen) is not None


def may_take(request: Request, viewer: Viewer, verb: RequestVerb) -> bool:
    """Whether a step is theirs, whatever state the request is in."""
    return LIFE[verb].side in sides(request, viewer)


def verbs(request: Request, viewer: Viewer) -> frozenset[RequestVerb]:
    """Everything that they can do with the request as it is now."""
    theirs = sides(request, viewer)
    possible = {verb for verb, step in LIFE.items() if step.side in theirs and request.state in step.states}
    return frozenset(possible if request.is_private else possible - {RequestVerb.LET_IN, RequestVerb.LET_OUT})


def sides(request: Request, viewer: Viewer) -> frozenset[RequestSide]:
    """On whose side somebody stands; guests only where they are the requester or the owner."""
    found = set()
    if request.requester_id == viewer.user_id:
        found |= {RequestSide.REQUESTER, RequestSide.BOTH}
    if _is_receiver(request, viewer):
        found |= {RequestSide.RECEIVERS, RequestSide.LIFTERS, RequestSide.BOTH}
    if not request.is_private and viewer.is_member and request.blocking_team_id in viewer.team_ids:
        found.add(RequestSide.LIFTERS)
    return frozenset(found)


def _is_receiver(request: Request, viewer: Viewer) -> bool:
    if request.owner_id == viewer.user_id:
        return True
    teams = viewer.led_team_ids if request.is_private else viewer.team_ids
    return viewer.is_member and request.to_team_id in teams


def _of_their_work(viewer: Viewer) -> ColumnElement[bool]:
    shared = and_(
        Request.is_private.is_(False),
        or_(
            Request.to_team_id.in_(viewer.team_ids),
            Request.blocking_team_id.in_(viewer.team_ids),
            Request.to_team_id.in_(_teams_they_can_read(viewer)),
        ),
    )
    return or_(shared, and_(Request.is_private, Request.to_team_id.in_(viewer.led_team_ids)))


def _teams_they_can_read(viewer: Viewer) -> Select[int]:
    # A channel that Slack has not told us about may be private, so it does not count as public.
    home = and_(Channel.workspace_id == Team.workspace_id, Channel.channel_id == Team.home_channel)
    return (
        select(Team.id)
        .join(Channel, home)
        .where(
            Team.workspace_id == viewer.workspace_id,
            or_(Channel.is_private.is_(False), Channel.channel_id.in_(viewer.channel_ids)),
        )
    )
