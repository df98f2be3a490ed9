"""What the app asks for, and why: the least that its calls and events need."""

from collections.abc import Iterable

METHODS = {
    "auth.test": (),
    "apps.connections.open": (),
    "chat.delete": ("chat:write",),
    "chat.getPermalink": (),
    "chat.postMessage": ("chat:write",),
    "chat.update": ("chat:write",),
    "conversations.info": ("channels:read", "groups:read"),
    "conversations.list": ("channels:read",),
    "conversations.members": ("channels:read", "groups:read"),
    "conversations.open": ("im:write",),
    "files.completeUploadExternal": ("files:write",),
    "files.getUploadURLExternal": ("files:write",),
    "usergroups.list": ("usergroups:read",),
    "users.conversations": ("channels:read", "groups:read"),
    "users.info": ("users:read",),
    "users.list": ("users:read",),
    "views.open": (),
    "views.publish": (),
    "views.push": (),
    "views.update": (),
}
"""Each method of the Web API that is called somewhere, with the scopes without which it is refused."""

OPTIONAL_METHODS = {
    "dnd.info": ("dnd:read",),
    "conversations.history": ("channels:history", "groups:history", "im:history"),
    "conversations.replies": ("channels:history", "groups:history", "im:history"),
}
"""What an administrator may leave out, and what is worse without it.

The history proves that a message was posted: without it a doubtful one may come twice (docs/decisions/delivery.md).
Do-not-disturb is kept where it can be asked for (QUI-2).
"""

EVENTS = {
    "app_home_opened": (),
    "app_uninstalled": (),
    "channel_archive": ("channels:read",),
    "channel_created": ("channels:read",),
    "channel_deleted": ("channels:read",),
    "channel_id_changed": (),
    "channel_left": ("channels:read",),
    "channel_rename": ("channels:read",),
    "channel_shared": ("channels:read",),
    "channel_unarchive": ("channels:read",),
    "channel_unshared": ("channels:read",),
    "group_archive": ("groups:read",),
    "group_deleted": ("groups:read",),
    "group_left": ("groups:read",),
    "group_rename": ("groups:read",),
    "group_unarchive": ("groups:read",),
    "member_joined_channel": ("channels:read", "groups:read"),
    "member_left_channel": ("channels:read", "groups:read"),
    "subteam_created": ("usergroups:read",),
    "subteam_members_changed": ("usergroups:read",),
    "subteam_updated": ("usergroups:read",),
    "team_join": ("users:read",),
    "team_rename": ("team:read",),
    "tokens_revoked": (),
    "user_change": ("users:read",),
}
"""Each event that may be subscribed to, with the scopes that Slack wants for it."""

COMMANDS = "commands"
"""Slash commands and shortcuts."""


FILES = "files:read"
"""Reading a table that somebody hands in with a form; without it they paste it."""

EMAIL = "users:read.email"
"""People's addresses, by which a table may name them; without it they are named by name or id."""


def needed(events: Iterable[str]) -> list[str]:
    """The scopes without which something does not work. KeyError for an event that is not explained here."""
    asked = [*METHODS.values(), *(EVENTS[event] for event in events), (COMMANDS,)]
    return sorted({scope for scopes in asked for scope in scopes})


def optional() -> list[str]:
    """The scopes that an administrator may leave out."""
    return sorted({scope for scopes in (*OPTIONAL_METHODS.values(), (FILES, EMAIL)) for scope in scopes})
