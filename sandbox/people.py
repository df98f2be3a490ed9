"""The people of a workspace, also its bots and its guests."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from blockkit.ids import SlackTeamId, UserId
from sandbox.payload import Payload, oddly


@dataclass
class Person:
    """Somebody as Slack knows them. `team` is their own workspace, which differs for a stranger."""

    id: UserId
    team: SlackTeamId
    name: str
    real_name: str
    tz: str = "Europe/Amsterdam"
    locale: str = "en-GB"
    is_admin: bool = False
    is_guest: bool = False
    is_single_channel_guest: bool = False
    is_stranger: bool = False
    is_bot: bool = False
    deleted: bool = False
    status_text: str = ""
    status_emoji: str = ""
    status_until: int = 0
    email: str = ""
    snoozes_until: int = 0
    odd: Payload = field(default_factory=dict)
    """What their user object says in place of the usual, as those of old accounts do; `...` leaves a field out."""

    @property
    def sees_all_public(self) -> bool:
        """Whether public channels are open to them without being a member."""
        return not (self.is_guest or self.is_single_channel_guest or self.is_stranger)

    def as_user(self, *, at: datetime, with_locale: bool = False, with_email: bool = False) -> Payload:
        """The user object of Slack; the locale is given only to who asks for it, the address to who may know it."""
        profile = self._profile() | ({"email": self.email} if with_email and self.email else {})
        user = {**self._who(), **self._kind(), **self._place(at), "profile": profile}
        return oddly(user | ({"locale": self.locale} if with_locale else {}), self.odd)

    def _who(self) -> Payload:
        return {"id": self.id, "team_id": self.team, "name": self.name, "real_name": self.real_name}

    def _kind(self) -> Payload:
        return {
            "deleted": self.deleted,
            "is_admin": self.is_admin,
            "is_owner": False,
            "is_bot": self.is_bot,
            "is_app_user": False,
            "is_restricted": self.is_guest or self.is_single_channel_guest,
            "is_ultra_restricted": self.is_single_channel_guest,
            "is_stranger": self.is_stranger,
        }

    def _place(self, at: datetime) -> Payload:
        offset = at.astimezone(ZoneInfo(self.tz)).utcoffset()
        seconds = int(offset.total_seconds()) if offset else 0
        updated = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp())
        return {"tz": self.tz, "tz_label": self.tz, "tz_offset": seconds, "updated": updated}

    def _profile(self) -> Payload:
        return {
            "real_name": self.real_name,
            "display_name": self.name,
            "team": self.team,
            "status_text": self.status_text,
            "status_emoji": self.status_emoji,
            "status_expiration": self.status_until,
        }
