"""What Slack turns into a name, a link or a date, written for mrkdwn."""

import re
from datetime import datetime
from urllib.parse import quote

from slackapp.ids import ChannelId, GroupId, UserId
from slackapp.language.escaping import escape

_ENDS_AN_ADDRESS = re.compile(r"[\s|]")


def mention(person: UserId) -> str:
    """Name a person; in a message this notifies them."""
    return f"<@{person}>"


def channel(channel_id: ChannelId) -> str:
    """Name a channel; who may not see it reads "private channel"."""
    return f"<#{channel_id}>"


def group(group_id: GroupId) -> str:
    """Name a user group; in a message this notifies all its members."""
    return f"<!subteam^{group_id}>"


def link(url: str, label: str) -> str:
    """A link under words of our own, or under its address where there are none."""
    address = escape(_ENDS_AN_ADDRESS.sub(lambda found: quote(found[0]), url))
    return f"<{address}|{_label(label) or address}>"


def moment(at: datetime, fallback: str, *, written: str = "{date_short_pretty} {time}") -> str:
    """An aware moment that each reader sees in their own zone and language; old clients see the fallback."""
    if at.tzinfo is None:
        raise ValueError("a moment needs its time zone; ours are in UTC")
    return f"<!date^{int(at.timestamp())}^{written}|{_label(fallback)}>"


def _label(text: str) -> str:
    # A bar or a line break would end the label early.
    return escape(" ".join(text.split()).replace("|", "¦"))
