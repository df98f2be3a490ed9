"""A person at work in the sandbox: what they do and what they see."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from blockkit.ids import Timestamp
from sandbox.channels import Channel
from sandbox.files import File
from sandbox.messages import Message
from sandbox.open_views import View
from sandbox.parcel import OK, Ack, Parcel
from sandbox.payload import Payload
from sandbox.payloads import interactions
from sandbox.people import Person
from sandbox.rendering import plain
from sandbox.rendering.reader import Reader
from sandbox.short_lived import Address
from sandbox.visitors import controls, forms, sight, using, writing
from sandbox.visitors.controls import Control, NotThere, Source
from sandbox.visitors.entries import Entry
from sandbox.visitors.forms import Submission
from sandbox.workspace import Workspace

if TYPE_CHECKING:
    from sandbox.sandbox import Sandbox


class Visitor:
    """The hands and eyes of one person. Every action returns when the app has answered, or was too late.

    Things are pointed at by the words on them or by their ids. Without `on`, a person points at what is before
    them: their topmost modal; else their Home when they opened it, and the newest message that has such a thing.
    NotThere is raised when they do not see it.
    """

    def __init__(self, sandbox: "Sandbox", workspace: Workspace, person: Person) -> None:
        self.sandbox = sandbox
        self.workspace = workspace
        self.person = person
        self.is_at_home = False
        self.trouble = ""
        self.last_parcel: Parcel | None = None

    # What they do

    async def types(self, where: Channel, text: str, *, thread: Message | None = None) -> Ack:
        """Write a message, or a command when it starts with a slash (which Slack refuses in threads)."""
        if text.startswith("/"):
            return await writing.command(self, self._open(where), text, thread=_root(thread))
        await self.writes(where, text, thread=thread)
        return Ack(OK)

    async def writes(self, where: Channel, text: str, *, thread: Message | None = None) -> Message:
        """Write a message, in the channel or in a thread."""
        return await writing.message(self, self._open(where), text, thread=_root(thread))

    async def presses(self, what: str, *, on: Source | None = None, which: int = 0, sure: bool = True) -> Ack | None:
        """Press a button. If it asks for confirmation, `sure` is the answer; None means nothing was sent."""
        control = self._find(what, on, which)
        if control.element.get("confirm") and not sure:
            return None
        return await using.press(self, control)

    async def chooses(self, what: str, entry: Entry, *, on: Source | None = None, which: int = 0) -> Ack | None:
        """Choose in a select, a picker, checkboxes or an overflow menu ("⋯"); None means that the app is not told."""
        return await using.choose(self, self._find(what, on, which), entry)

    async def fills(self, what: str, entry: Entry, *, on: Source | None = None) -> Ack | None:
        """Fill in a field of a form, named by its label or block_id; None empties it."""
        return await using.choose(self, self._find(what, on, 0), entry)

    def hands_in(self, name: str, content: bytes) -> File:
        """Give Slack a file, to be chosen in a form."""
        file = self.workspace.announced(name, len(content), at=self.sandbox.address)
        file.content = content
        return file

    async def searches(self, what: str, query: str, *, on: Source | None = None) -> list[str]:
        """Type in an external select and read what is offered."""
        options = await using.suggestions(self, self._find(what, on, 0), query)
        return [option["text"]["text"] for option in options]

    async def submits(self) -> Submission:
        """Press Submit in the topmost modal."""
        return await forms.submit(self, self.modal)

    async def closes(self, *, everything: bool = False) -> Ack | None:
        """Press Cancel in the topmost modal, or with `everything` the cross that closes the whole stack."""
        return await forms.close(self, self.modal, everything=everything)

    async def uses_shortcut(self, name: str, *, on: Message | None = None) -> Ack:
        """Use a shortcut by its name or callback_id: on a message, or without `on` a global one."""
        callback_id = self._callback_id(name)
        if on is None:
            payload = interactions.global_shortcut(self.workspace, self.person, callback_id)
        else:
            payload = self._on_message(on, callback_id)
        return await self.send(Parcel("interactive", payload))

    async def reacts(self, message: Message, emoji: str) -> None:
        """Put a reaction under a message."""
        await self.sandbox.happenings.reacts(message, self.person, emoji)

    async def takes_back(self, message: Message, emoji: str) -> None:
        """Take a reaction back."""
        await self.sandbox.happenings.reacts(message, self.person, emoji, added=False)

    async def opens_home(self) -> None:
        """Look at the app's Home."""
        self.is_at_home = True
        await self.sandbox.happenings.opens_app(self.workspace, self.person, "home")

    async def opens_messages(self, *, wait: bool = True) -> None:
        """Look at the app's messages; without `wait` the app hears of it a moment later."""
        self.is_at_home = False
        await self.sandbox.happenings.opens_app(self.workspace, self.person, "messages", wait=wait)

    async def joins(self, channel: Channel) -> None:
        """Become a member of a public channel."""
        if channel.is_private:
            raise NotThere(f"{channel.name} is private")
        await self.sandbox.happenings.joins(channel, self.person)

    async def leaves(self, channel: Channel) -> None:
        """Leave a channel."""
        await self.sandbox.happenings.leaves(channel, self.person)

    async def invites(self, person: Person, channel: Channel) -> None:
        """Bring somebody, or the app's bot, into a channel."""
        await self.sandbox.happenings.joins(channel, person, by=self.person)

    async def sends_again(self) -> Ack:
        """What Slack or a second press does: the last payload once more, the same to the letter."""
        if self.last_parcel is None:
            raise NotThere("nothing was sent yet")
        return await self.send(self.last_parcel)

    def reads(self, channel: Channel) -> None:
        """Look at a channel: what is in it is no longer unread."""
        seen = sight.messages(self, channel)
        if seen:
            channel.read[self.person.id] = seen[-1].ts

    # What they see

    def sees(self, channel: Channel) -> list[str]:
        """The messages of a channel as plain text, ephemeral ones among them."""
        return self._as_text(sight.messages(self, channel))

    def sees_thread(self, message: Message) -> list[str]:
        """The replies under a message, as plain text."""
        return self._as_text(sight.thread(self, message))

    def sees_home(self) -> str:
        """The Home as plain text; empty when the app has not published one."""
        home = self.workspace.homes.get(self.person.id)
        return plain.view(self.reader, home) if home else ""

    def sees_modal(self) -> str:
        """The topmost modal as plain text; empty when none is open."""
        stack = self.workspace.modals_of(self.person.id)
        return plain.view(self.reader, stack[-1]) if stack else ""

    def messages(self, channel: Channel) -> list[Message]:
        """The messages of a channel, without those in threads."""
        return sight.messages(self, channel)

    def thread(self, message: Message) -> list[Message]:
        """The replies under a message."""
        return sight.thread(self, message)

    def latest(self, channel: Channel) -> Message:
        """The newest message of a channel."""
        seen = sight.messages(self, channel)
        if not seen:
            raise NotThere(f"{self.person.real_name} sees no message in {channel.name or 'the conversation'}")
        return seen[-1]

    def unread(self, channel: Channel) -> int:
        """How many messages of others they have not looked at."""
        return sight.unread(self, channel)

    @property
    def app(self) -> Channel:
        """Their direct conversation with the app."""
        return self.workspace.direct(self.person.id, self.workspace.installation.bot_user)

    @property
    def modal(self) -> View:
        """Their topmost modal."""
        stack = self.workspace.modals_of(self.person.id)
        if not stack:
            raise NotThere(f"{self.person.real_name} has no modal open")
        return stack[-1]

    @property
    def has_modal(self) -> bool:
        """Whether a modal is open."""
        return bool(self.workspace.modals_of(self.person.id))

    @property
    def reader(self) -> Reader:
        """Their eyes: names, zone and language."""
        return Reader(self.workspace, self.person)

    # What both use

    async def send(self, parcel: Parcel) -> Ack:
        """Deliver something that this person did."""
        self.last_parcel = parcel
        return await self.sandbox.deliver(parcel)

    def response_url(self, address: Address) -> str:
        """A new address for answers."""
        return f"{self.sandbox.address}/response/{self.workspace.addresses.give(address)}"

    def _open(self, channel: Channel) -> Channel:
        if not sight.open_to(self, channel):
            raise NotThere(f"{self.person.real_name} is not in {channel.name}")
        return channel

    def _find(self, what: str, on: Source | None, which: int) -> Control:
        return controls.find([on] if on else sight.sources(self), what, self.person.id, which=which)

    def _as_text(self, shown: Iterable[Message]) -> list[str]:
        return [plain.message(self.reader, message) for message in shown]

    def _callback_id(self, name: str) -> str:
        shortcuts = self.sandbox.manifest.shortcuts
        return next((s.callback_id for s in shortcuts if name in {s.name, s.callback_id}), name)

    def _on_message(self, message: Message, callback_id: str) -> Payload:
        if message.only_for:
            raise NotThere("an ephemeral message has no shortcuts")
        address = Address(self.person.id, message.channel, self.sandbox.clock.now(), message.ts)
        return interactions.message_shortcut(
            self.workspace, self.person, message, callback_id=callback_id, response_url=self.response_url(address)
        )


def _root(message: Message | None) -> Timestamp | None:
    return message.thread_ts or message.ts if message else None
