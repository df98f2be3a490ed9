"""What happens in a workspace: https://docs.slack.dev/reference/events."""

from collections.abc import Mapping

from pydantic import BaseModel

from slackapp.slack.shapes.interactions import View
from slackapp.slack.shapes.parts import Id, Key, Name, Text, Thing


class Event(BaseModel):
    """Any event."""

    type: Name


class Envelope(BaseModel):
    """What every event comes in."""

    team_id: Id
    event_id: Key
    event: Event


class Named(Thing):
    """A channel with its name."""

    name: Text


class Group(Thing):
    """A user group, with its people where they are told."""

    users: list[Id] | None = None


class OfChannel(BaseModel):
    """Something happened to a channel."""

    channel: Id


class ChannelIsNamed(BaseModel):
    """A channel is new or is called otherwise."""

    channel: Named


class ChannelMoved(BaseModel):
    """A channel has another id."""

    old_channel_id: Id
    new_channel_id: Id


class OfMember(OfChannel):
    """Somebody came into a channel or left it."""

    user: Id


class OfPerson(BaseModel):
    """An account is new or has changed."""

    user: Thing


class OfGroup(BaseModel):
    """A user group is new or has changed."""

    subteam: Group


class GroupMembers(BaseModel):
    """People came into a user group or left it."""

    subteam_id: Id
    added_users: list[Id] | None = None
    removed_users: list[Id] | None = None


class Renamed(BaseModel):
    """The workspace is called otherwise."""

    name: Text


class HomeOpened(BaseModel):
    """Somebody looks at the app."""

    user: Id
    tab: Text | None = None
    view: View | None = None


ALIKE = ("archive", "unarchive", "deleted", "left", "shared", "unshared")
EVENTS: Mapping[str, type[BaseModel]] = {
    "app_home_opened": HomeOpened,
    **{f"{room}_{what}": OfChannel for room in ("channel", "group") for what in ALIKE},
    "channel_created": ChannelIsNamed,
    "channel_rename": ChannelIsNamed,
    "group_rename": ChannelIsNamed,
    "channel_id_changed": ChannelMoved,
    "member_joined_channel": OfMember,
    "member_left_channel": OfMember,
    "subteam_created": OfGroup,
    "subteam_updated": OfGroup,
    "subteam_members_changed": GroupMembers,
    "team_join": OfPerson,
    "user_change": OfPerson,
    "team_rename": Renamed,
    "app_uninstalled": Event,
    "tokens_revoked": Event,
}
"""By type."""
