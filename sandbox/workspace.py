"""One simulated workspace: who and what there is in it. It keeps nothing when the process ends."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Unpack

from blockkit.ids import ChannelId, GroupId, SlackTeamId, Timestamp, UserId
from sandbox.attributes import ChannelTraits, PersonTraits
from sandbox.channels import Channel
from sandbox.clock import Clock
from sandbox.files import File
from sandbox.groups import Group
from sandbox.ids import Ids
from sandbox.installation import EVERYTHING, Installation
from sandbox.messages import Message
from sandbox.open_views import View
from sandbox.people import Person
from sandbox.short_lived import Addresses, Triggers

SLACKBOT = UserId("USLACKBOT")


@dataclass
class Workspace:
    """The state of a workspace.

    Its builders make things as they were before the app looked, and the app is told nothing. What happens
    while it runs is done by a Visitor or by Happenings.
    """

    id: SlackTeamId
    name: str
    domain: str
    clock: Clock
    ids: Ids
    installation: Installation
    people: dict[UserId, Person] = field(default_factory=dict)
    channels: dict[ChannelId, Channel] = field(default_factory=dict)
    groups: dict[GroupId, Group] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)
    modals: dict[UserId, list[View]] = field(default_factory=dict)
    homes: dict[UserId, View] = field(default_factory=dict)
    history_lag: timedelta = timedelta(0)
    files_lag: timedelta = timedelta(0)
    """How long Slack looks at a file before a block can show it; a second or more in the real one."""
    last_stamp: int = 0

    def __post_init__(self) -> None:
        self.triggers = Triggers(self.clock)
        self.addresses = Addresses(self.clock)

    def person(
        self, real_name: str, *, name: str = "", team: SlackTeamId | None = None, **traits: Unpack[PersonTraits]
    ) -> Person:
        """Somebody who has an account; the handle is the first name unless one is given."""
        handle = name or real_name.split(maxsplit=1)[0].lower()
        person = Person(UserId(self.ids.next("U")), team or self.id, handle, real_name, **traits)
        self.people[person.id] = person
        return person

    def channel(
        self, name: str, members: Iterable[Person] = (), *, with_app: bool = False, **traits: Unpack[ChannelTraits]
    ) -> Channel:
        """A channel with these members; with `with_app` the app's bot is in it too."""
        ids = [person.id for person in members]
        made = self._made("C", name, next(iter(ids), SLACKBOT), **traits)
        made.members = [*ids, self.installation.bot_user] if with_app else ids
        return made

    def group(self, handle: str, members: Iterable[Person] = (), name: str = "") -> Group:
        """A user group."""
        group = Group(GroupId(self.ids.next("S")), self.id, handle, name or handle, [p.id for p in members])
        self.groups[group.id] = group
        return group

    def direct(self, one: UserId, other: UserId) -> Channel:
        """The direct conversation of two people, made when it is not there yet."""
        directs = (c for c in self.channels.values() if c.is_direct)
        found = next((c for c in directs if set(c.members) == {one, other}), None)
        if found:
            return found
        made = self._made("D", "", one, is_direct=True)
        made.members = [one, other]
        return made

    def stamp(self) -> Timestamp:
        """The next message timestamp: the clock's time, and later than any before it."""
        now = int(self.clock.now().timestamp() * 1_000_000)
        self.last_stamp = max(now, self.last_stamp + 1)
        return Timestamp(f"{self.last_stamp // 1_000_000}.{self.last_stamp % 1_000_000:06d}")

    def message(self, channel: ChannelId, ts: str) -> Message | None:
        """A message by channel and timestamp."""
        found = self.channels.get(channel)
        return found.at(ts) if found else None

    def announced(self, name: str, length: int, *, at: str) -> File:
        """A new file that is to be handed in at this server."""
        file_id = self.ids.next("F")
        self.files[file_id] = File(file_id, name, length, f"{at}/upload/{file_id}")
        return self.files[file_id]

    def file(self, wanted: str) -> File | None:
        """A file by its id or its address."""
        return next((file for file in self.files.values() if wanted and wanted in {file.id, file.address}), None)

    def modals_of(self, person: UserId) -> list[View]:
        """The modals that a person has open, the topmost last."""
        return self.modals.setdefault(person, [])

    def view(self, view_id: str) -> View | None:
        """An open modal or a home by its id or external id."""
        views = [*self.homes.values(), *(view for stack in self.modals.values() for view in stack)]
        return next((v for v in views if view_id and view_id in {v.id, v.body.get("external_id")}), None)

    @property
    def slackbot(self) -> UserId:
        """Slack itself, where it speaks."""
        return SLACKBOT

    @property
    def bot(self) -> Person:
        """The app's own user."""
        return self.people[self.installation.bot_user]

    def _made(self, letter: str, name: str, creator: UserId, **traits: Unpack[ChannelTraits]) -> Channel:
        channel_id = ChannelId(self.ids.next(letter))
        made = Channel(channel_id, self.id, name, self.clock.now(), creator, **traits)
        self.channels[channel_id] = made
        return made


def found(ids: Ids, clock: Clock, *, name: str, domain: str, app_name: str = "Afspraak") -> Workspace:
    """A new workspace with the app installed and nobody in it yet."""
    team, bot = SlackTeamId(ids.next("T")), UserId(ids.next("U"))
    installation = Installation("A0SB000000", ids.next("B"), bot, f"xoxb-sandbox-{team}", EVERYTHING)
    workspace = Workspace(team, name, domain, clock, ids, installation)
    workspace.people[bot] = Person(bot, team, app_name.lower(), app_name, tz="Etc/UTC", is_bot=True)
    return workspace
