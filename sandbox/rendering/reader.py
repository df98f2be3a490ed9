"""Who looks: names and dates depend on it."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError

from blockkit.ids import ChannelId, GroupId, UserId
from sandbox.people import Person
from sandbox.workspace import Workspace


@dataclass(frozen=True)
class Reader:
    """A person in a workspace, as the one who reads."""

    workspace: Workspace
    person: Person

    def user(self, user_id: str) -> str:
        """A mention of a person."""
        person = self.workspace.people.get(UserId(user_id))
        return f"@{person.real_name}" if person else "@unknown"

    def channel(self, channel_id: str) -> str:
        """A mention of a channel; a private one stays unknown to who is not in it."""
        channel = self.workspace.channels.get(ChannelId(channel_id))
        if channel is None or (channel.is_private and self.person.id not in channel.members):
            return "#private-channel"
        return f"#{channel.name}"

    def group(self, group_id: str) -> str:
        """A mention of a user group."""
        group = self.workspace.groups.get(GroupId(group_id))
        return f"@{group.handle}" if group else "@unknown-group"

    @property
    def zone(self) -> ZoneInfo:
        """Their time zone."""
        return ZoneInfo(self.person.tz)

    @property
    def locale(self) -> Locale:
        """Their language as far as Babel knows it."""
        try:
            return Locale.parse(self.person.locale, sep="-")
        except (ValueError, UnknownLocaleError):
            return Locale("en", "GB")
