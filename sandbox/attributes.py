"""What can be said about a person or a channel when it is made."""

from typing import TypedDict

from sandbox.payload import Payload


class PersonTraits(TypedDict, total=False):
    """All optional."""

    tz: str
    locale: str
    is_admin: bool
    is_guest: bool
    is_single_channel_guest: bool
    is_stranger: bool
    is_bot: bool
    deleted: bool
    status_text: str
    status_emoji: str
    odd: Payload
    email: str


class ChannelTraits(TypedDict, total=False):
    """All optional."""

    is_private: bool
    is_archived: bool
    is_shared: bool
    is_direct: bool
