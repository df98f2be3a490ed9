"""Who may read a channel's digest, and who may set it up (DIG-4, DIG-5)."""

from slackapp.ids import UserId
from slackapp.models.people import Channel
from slackapp.permissions.viewer import Viewer


def may_read(viewer: Viewer, channel: Channel) -> bool:
    """Who can read the channel: everybody in it, guests too, and of a public one every full member.

    What it says is chosen for all of them together (`slackapp.permissions.audience`), so there is nothing to hide from
    one of them.
    """
    return channel.channel_id in viewer.channel_ids or (viewer.is_member and not channel.is_private)


def may_set_up(viewer: Viewer, lead_id: UserId | None) -> bool:
    """Who chooses what a channel gets: the lead of the team that lives there and the administrators.

    Where no team lives it is every full member. Whether they are in the channel is asked besides.
    """
    return viewer.is_member and (lead_id is None or viewer.is_admin or lead_id == viewer.user_id)
