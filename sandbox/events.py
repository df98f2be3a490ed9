"""What happens in a workspace, and the events by which the app hears of it."""

from typing import TYPE_CHECKING, Any

from blockkit.ids import ChannelId, SlackTeamId, UserId
from sandbox.channels import Channel
from sandbox.groups import Group
from sandbox.messages import Message
from sandbox.parcel import Parcel
from sandbox.payload import Payload
from sandbox.payloads import events, frame
from sandbox.people import Person
from sandbox.workspace import Workspace

if TYPE_CHECKING:
    from sandbox.sandbox import Sandbox


class Happenings:
    """Each method changes the workspace and tells the app, if it subscribed to that and may know of it.

    They return when the app has answered; with `wait=False` the app hears of it a moment later.
    """

    def __init__(self, sandbox: "Sandbox") -> None:
        self.sandbox = sandbox

    async def posts(self, channel: Channel, message: Message, *, wait: bool = True) -> None:
        """A message appears."""
        channel.messages.append(message)
        await self._tell_members(channel, events.message(channel, message), wait=wait)

    async def edits(self, message: Message, text: str) -> None:
        """A person changes what they wrote."""
        channel, before = self._channel(message), message.as_message()
        message.text, message.blocks = text, []
        message.edited_ts = self._workspace(channel).stamp()
        await self._tell_members(channel, events.message_changed(channel, message, before))

    async def deletes(self, message: Message) -> None:
        """A message is removed."""
        channel = self._channel(message)
        message.deleted = True
        await self._tell_members(channel, events.message_deleted(channel, message, self._workspace(channel).stamp()))

    async def reacts(self, message: Message, person: Person, emoji: str, *, added: bool = True) -> None:
        """A reaction is put under a message, or taken back."""
        users = message.reactions.setdefault(emoji, [])
        if (person.id in users) is added:
            return
        (users.append if added else users.remove)(person.id)
        channel = self._channel(message)
        stamp = self._workspace(channel).stamp()
        await self._tell_members(channel, events.reaction(message, person, emoji, added=added, stamp=stamp))

    async def joins(self, channel: Channel, person: Person, *, by: Person | None = None, wait: bool = True) -> None:
        """Somebody becomes a member, by themselves or invited."""
        if person.id not in channel.members:
            channel.members.append(person.id)
            await self._tell_members(channel, events.member("member_joined_channel", channel, person, by), wait=wait)

    async def leaves(self, channel: Channel, person: Person) -> None:
        """Somebody leaves, or is removed."""
        if person.id in channel.members:
            await self._tell_members(channel, events.member("member_left_channel", channel, person, None))
            channel.members.remove(person.id)

    async def creates_channel(self, channel: Channel) -> None:
        """A channel that was just made with Workspace.channel becomes known."""
        if not channel.is_private:
            await self._tell(self._workspace(channel), events.channel_created(channel))

    async def renames(self, channel: Channel, name: str) -> None:
        """A channel gets another name."""
        channel.name = name
        await self._tell_about(channel, "rename", {"channel": events.named(channel)})

    async def archives(self, channel: Channel) -> None:
        """A channel is archived."""
        channel.is_archived = True
        await self._tell_about(channel, "archive", {"channel": channel.id, "user": channel.creator})

    async def unarchives(self, channel: Channel) -> None:
        """An archived channel is opened again."""
        channel.is_archived = False
        await self._tell_about(channel, "unarchive", {"channel": channel.id, "user": channel.creator})

    async def changes_id(self, channel: Channel) -> None:
        """A channel gets another id, as when it is shared with another organisation."""
        workspace, old = self._workspace(channel), channel.id
        channel.id = ChannelId(workspace.ids.next("C"))
        workspace.channels[channel.id] = workspace.channels.pop(old)
        for message in channel.messages:
            message.channel = channel.id
        event = {"type": "channel_id_changed", "old_channel_id": old, "new_channel_id": channel.id}
        await self._tell(workspace, event | {"event_ts": workspace.stamp()})

    async def arrives(self, person: Person) -> None:
        """Somebody who was just made with Workspace.person becomes known."""
        await self._tell_user("team_join", person)

    async def changes(self, person: Person, **traits: Any) -> None:  # noqa: ANN401  any trait of a Person
        """A person's account changes: name, zone, language, status, deactivated, guest."""
        for trait, value in traits.items():
            setattr(person, trait, value)
        await self._tell_user("user_change", person)

    async def creates_group(self, group: Group) -> None:
        """A user group that was just made with Workspace.group becomes known."""
        await self._tell_group("subteam_created", group)

    async def changes_group(self, group: Group, members: list[UserId]) -> None:
        """A user group gets other members."""
        workspace = self.sandbox.workspace_of(group.team)
        before, group.members = group.members, members
        await self._tell(workspace, events.group_members(group, before, workspace.stamp()))
        await self._tell_group("subteam_updated", group)

    async def revokes_tokens(self, workspace: Workspace) -> None:
        """The app's token stops working."""
        workspace.installation.token_revoked = True
        tokens = {"bot": [workspace.installation.bot_user], "oauth": []}
        await self._tell(workspace, {"type": "tokens_revoked", "tokens": tokens})

    async def uninstalls(self, workspace: Workspace) -> None:
        """The app is removed from the workspace."""
        workspace.installation.uninstalled = True
        await self._tell(workspace, {"type": "app_uninstalled"})

    async def opens_app(self, workspace: Workspace, person: Person, tab: str, *, wait: bool = True) -> None:
        """A person looks at the app's Home or at its messages."""
        home = workspace.homes.get(person.id)
        direct = workspace.direct(person.id, workspace.installation.bot_user)
        event: Payload = {"type": "app_home_opened", "user": person.id, "channel": direct.id, "tab": tab}
        view = {"view": home.as_view()} if home and tab == "home" else {}
        await self._tell(workspace, event | view | {"event_ts": workspace.stamp()}, wait=wait)

    async def _tell_user(self, kind: str, person: Person) -> None:
        workspace = next(w for w in self.sandbox.workspaces if w.people.get(person.id) is person)
        sees_email = workspace.installation.may("users:read.email")
        user = person.as_user(at=workspace.clock.now(), with_locale=True, with_email=sees_email)
        event = {"type": kind, "user": user, "event_ts": workspace.stamp()}
        await self._tell(workspace, event, source=person.team)

    async def _tell_group(self, kind: str, group: Group) -> None:
        workspace = self.sandbox.workspace_of(group.team)
        await self._tell(workspace, {"type": kind, "subteam": group.as_usergroup(), "event_ts": workspace.stamp()})

    async def _tell_about(self, channel: Channel, what: str, about: Payload) -> None:
        """Private channels have event names of their own, and are told of to members only."""
        workspace = self._workspace(channel)
        event = {"type": f"{channel.kind}_{what}", "event_ts": workspace.stamp(), **about}
        await (self._tell_members(channel, event) if channel.is_private else self._tell(workspace, event))

    async def _tell_members(self, channel: Channel, event: Payload, *, wait: bool = True) -> None:
        workspace = self._workspace(channel)
        if workspace.installation.bot_user in channel.members:
            await self._tell(workspace, event, is_shared=channel.is_shared, wait=wait)

    async def _tell(
        self,
        workspace: Workspace,
        event: Payload,
        *,
        is_shared: bool = False,
        wait: bool = True,
        source: SlackTeamId | None = None,
    ) -> None:
        name = events.subscription(event)
        last_words = event["type"] in {"tokens_revoked", "app_uninstalled"}
        gone = workspace.installation.uninstalled and not last_words
        if gone or not self.sandbox.manifest.subscribed(name):
            return
        parcel = Parcel("events_api", frame.event(workspace, event, is_shared=is_shared, source=source))
        await self.sandbox.deliver_event(parcel, wait=wait)

    def _workspace(self, channel: Channel) -> Workspace:
        return self.sandbox.workspace_of(channel.team)

    def _channel(self, message: Message) -> Channel:
        return self.sandbox.workspace_of(message.team).channels[message.channel]
