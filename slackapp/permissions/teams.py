"""Who may found and change a team, and who may know where it lives (ADM-1)."""

from slackapp.errors import NotAllowed
from slackapp.ids import UserId
from slackapp.models.people import Channel
from slackapp.permissions.viewer import Viewer


def may_see_teams(viewer: Viewer) -> bool:
    """Every full member; a guest answers only what they are asked."""
    return viewer.is_member


def may_create_team(viewer: Viewer) -> bool:
    """Every full member: nobody has to wait for an administrator to begin."""
    return viewer.is_member


def may_change_team(viewer: Viewer, lead_id: UserId) -> bool:
    """The team's lead and the workspace's administrators, while they are full members."""
    return viewer.is_member and (viewer.is_admin or viewer.user_id == lead_id)


def only_these(lead: str, team: str) -> NotAllowed:
    """The refusal for everybody else; it says who can."""
    return NotAllowed(
        "Only {lead}, who leads {team}, and the workspace’s administrators can change it.", lead=lead, team=team
    )


def may_know_channel(viewer: Viewer, channel: Channel) -> bool:
    """Whether somebody may read a channel's name: of a private one only who is in it, administrators too."""
    if channel.is_private:
        return channel.channel_id in viewer.channel_ids
    return viewer.is_member
