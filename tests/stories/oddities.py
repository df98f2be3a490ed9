"""What Slack may tell of people, channels, groups and the workspace: drawn by lot, and the same for the same seed."""

from dataclasses import dataclass, field
from random import Random
from typing import Any

from sandbox.groups import Group
from slackapp.ids import GroupId, SlackTeamId, UserId
from tests.stories.driver import House, Person

ODD: tuple[Any, ...] = (
    ...,
    None,
    "",
    " ",
    0,
    5,
    -1,
    10**18,
    True,
    [],
    {},
    [None],
    {"x": 1},
    "x" * 300,
    "a\x00b",
    "\ud83d",
    "../x",
)
ZONES: tuple[Any, ...] = (
    ...,
    None,
    "",
    5,
    "America/Newtown",
    "Asia/Calcutta",
    "US/Eastern",
    "Europe/Kiev",
    "../x",
    "localtime",
    "x" * 99,
)
OFFSETS: tuple[Any, ...] = (..., None, "", "3600", 3600, -18000, 19800, 20700, 10**12, True, [])
PROFILE = ("display_name", "real_name", "status_emoji", "status_expiration", "team", "title")
LIGHT = ("real_name", "locale", "updated", "tz_label", "profile", "enterprise_user", "color", "name")
"""What takes nothing of somebody's rights away."""
HEAVY = ("is_admin", "is_owner", "is_restricted", "is_ultra_restricted", "is_stranger", "is_bot", "deleted", "team_id")
OF_CHANNELS = ("name", "is_archived", "is_ext_shared", "creator", "topic", "num_members", "created")
OF_GROUPS = ("handle", "name", "date_delete", "users", "user_count")


@dataclass
class Crowd:
    """A hundred accounts: twenty at work, of whom only what cannot hurt is odd, and of all others anything."""

    house: House
    random: Random
    actors: list[Person] = field(default_factory=list)
    others: list[Person] = field(default_factory=list)

    @classmethod
    def gathered(cls, house: House, random: Random) -> "Crowd":
        crowd = cls(house, random)
        crowd.actors = [house.person(f"Actor{n} Jansen", odd=crowd.light()) for n in range(20)]
        crowd.others = [crowd._somebody(n) for n in range(77)]
        crowd._special(UserId("USLACKBOT"), "Slackbot", is_admin=...)
        crowd._special(UserId("W0GRID001"), "Grid Member", enterprise_user={"teams": [house.workspace.id]})
        crowd._special(UserId("U0WORKFLOW"), "Workflow", is_bot=True, is_workflow_bot=True, profile=None, locale=...)
        return crowd

    def light(self) -> dict[str, Any]:
        odd = {**self._some(LIGHT), **self._zone()}
        return {**odd, "profile": self._profile()} if self.random.random() < 0.5 else odd

    def heavy(self) -> dict[str, Any]:
        return {**self.light(), **self._some(HEAVY), **self._nobody()}

    def group(self, number: int) -> Group:
        """With accounts of every kind, an id that nobody has, and things that are no ids."""
        some = self.random.sample([*self.actors, *self.others], 12)
        group = self.house.group(f"group{number}", some)
        group.members += [UserId("U0NOBODY"), UserId("")]
        group.odd = self._some(OF_GROUPS, 0.1)
        return group

    def channel_odd(self) -> dict[str, Any]:
        return self._some(OF_CHANNELS, 0.2)

    def _somebody(self, number: int) -> Person:
        kinds: tuple[dict[str, Any], ...] = ({}, {}, {"is_guest": True}, {"is_bot": True}, {"deleted": True})
        kind = self.random.choice(kinds)
        if self.random.random() < 0.2:
            team = SlackTeamId("T0OTHER")
            stranger = self.house.workspace.person(f"Other{number} Smit", team=team, odd=self.heavy())
            return Person(self.house, self.house.sandbox.visitor(stranger))
        return self.house.person(f"Other{number} Smit", odd=self.heavy(), **kind)

    def _special(self, user_id: UserId, name: str, **odd: Any) -> None:
        person = self.house.workspace.person(name, odd=odd)
        self.house.workspace.people[user_id] = self.house.workspace.people.pop(person.id)
        person.id = user_id

    def _some(self, names: tuple[str, ...], chance: float = 0.25) -> dict[str, Any]:
        return {name: self.random.choice(ODD) for name in names if self.random.random() < chance}

    def _profile(self) -> object:
        told = {name: value for name, value in self._some(PROFILE, 0.6).items() if value is not ...}
        return self.random.choice([..., None, [], told])

    def _zone(self) -> dict[str, Any]:
        if self.random.random() < 0.4:
            return {}
        return {"tz": self.random.choice(ZONES), "tz_offset": self.random.choice(OFFSETS)}

    def _nobody(self) -> dict[str, Any]:
        return {"id": self.random.choice([..., None, 5, "", "U" * 50])} if self.random.random() < 0.05 else {}


def lost_group(house: House) -> Group:
    """A group whose id is none."""
    group = Group(GroupId("S0LOST"), house.workspace.id, "lost", "Lost", odd={"id": None})
    house.workspace.groups[group.id] = group
    return group
