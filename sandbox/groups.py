"""User groups."""

from dataclasses import dataclass, field

from blockkit.ids import GroupId, SlackTeamId, UserId
from sandbox.payload import Payload, oddly


@dataclass
class Group:
    """A user group, mentioned by its handle."""

    id: GroupId
    team: SlackTeamId
    handle: str
    name: str
    members: list[UserId] = field(default_factory=list)
    disabled: bool = False
    odd: Payload = field(default_factory=dict)
    """What its object says in place of the usual; `...` leaves a field out."""

    def as_usergroup(self, *, with_users: bool = True) -> Payload:
        """The usergroup object of Slack."""
        group: Payload = {
            "id": self.id,
            "team_id": self.team,
            "is_usergroup": True,
            "handle": self.handle,
            "name": self.name,
            "date_delete": 1 if self.disabled else 0,
            "user_count": len(self.members),
        }
        return oddly(group | ({"users": list(self.members)} if with_users else {}), self.odd)
