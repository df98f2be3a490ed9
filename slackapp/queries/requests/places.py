"""Where a request's card stands."""

from slackapp.ids import ChannelId, UserId
from slackapp.models.requests import Request
from slackapp.models.teams import Team

Place = UserId | ChannelId


def places_of(request: Request, team: Team) -> list[Place]:
    """The home channel of its team; of a private request the direct messages of the lead and of the owner (REQ-13)."""
    if not request.is_private:
        return [team.home_channel]
    return list(dict.fromkeys([team.lead_id, *([request.owner_id] if request.owner_id else [])]))
