"""What a person in a story does, and what they see."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from sandbox import Visitor
from sandbox.channels import Channel
from sandbox.messages import Message
from sandbox.open_views import View
from sandbox.parcel import Ack
from slackapp.ids import Actor, UserId

if TYPE_CHECKING:
    from tests.stories.driver.house import House


class Person:
    """Somebody with an account. `visitor` is their hands and eyes, for what stands in no verb here."""

    def __init__(self, house: House, visitor: Visitor) -> None:
        self.house = house
        self.visitor = visitor

    # What they do

    def types(self, text: str, where: Channel | None = None, *, thread: Message | None = None) -> None:
        """A command or a message, in a channel or, without one, to the app itself."""
        self.house.lets(lambda: self.visitor.types(where or self.visitor.app, text, thread=thread))

    def says(self, text: str, where: Channel, *, thread: Message | None = None) -> Message:
        """A message, to be pointed at later."""
        return self.house.lets(lambda: self.visitor.writes(where, text, thread=thread))

    def uses(self, shortcut: str, on: Message | None = None) -> None:
        """A shortcut by its name: of a message's menu, or without one from the composer's."""
        self.house.lets(lambda: self.visitor.uses_shortcut(shortcut, on=on))

    def presses(self, what: str, on: Message | View | None = None, *, which: int = 0) -> None:
        """A button; without `on` in the topmost form, or in the newest message that has one."""
        self.house.lets(lambda: self.visitor.presses(what, on=on, which=which))

    def chooses(self, what: str, entry: Any, on: Message | View | None = None, *, which: int = 0) -> None:
        """An option of a menu ("⋯"), a select or a date, which sends it at once."""
        self.house.lets(lambda: self.visitor.chooses(what, _of_sandbox(entry), on=on, which=which))

    def fills(self, **fields: Any) -> Person:
        """Fields of the topmost form, by their names. Nobody is told until `submits`."""
        for name, entry in fields.items():
            self.house.lets(partial(self.visitor.fills, name, _of_sandbox(entry)))
        return self

    def submits(self) -> None:
        """The topmost form; `form` and `errors` then tell what came of it."""
        self.house.lets(self.visitor.submits)

    def closes(self) -> None:
        """The topmost form, unsent."""
        self.house.lets(self.visitor.closes)

    def searches(self, field: str, words: str) -> list[str]:
        """What a search field of the topmost form offers."""
        return self.house.lets(lambda: self.visitor.searches(field, words))

    def reacts(self, emoji: str, on: Message) -> None:
        """A reaction under a message."""
        self.house.lets(lambda: self.visitor.reacts(on, emoji))

    def joins(self, channel: Channel) -> None:
        """A public channel."""
        self.house.lets(lambda: self.visitor.joins(channel))

    def opens_home(self) -> str:
        """The app's Home; what they see there."""
        self.house.lets(self.visitor.opens_home)
        return self.home

    def sends_again(self) -> Ack:
        """The last payload once more, the same to the letter: Slack's retry, or a second press."""
        return self.house.lets(self.visitor.sends_again)

    # What they see

    def sees(self, channel: Channel) -> str:
        """All that stands in a channel for them, with the whispers."""
        return "\n\n".join(self.visitor.sees(channel))

    def sees_thread(self, message: Message) -> str:
        """The replies under a message."""
        return "\n".join(self.visitor.sees_thread(message))

    def latest(self, channel: Channel) -> Message:
        """The newest message in a channel, to be pointed at."""
        return self.visitor.latest(channel)

    @property
    def dm(self) -> str:
        """What stands in their conversation with the app."""
        return self.sees(self.visitor.app)

    @property
    def home(self) -> str:
        """Their Home as text, as it was last shown."""
        return self.visitor.sees_home()

    @property
    def form(self) -> str:
        """The topmost form or page as text; empty when none is open."""
        return self.visitor.sees_modal()

    @property
    def errors(self) -> dict[str, str]:
        """What the topmost form says is wrong, by field."""
        return dict(self.visitor.modal.errors)

    # Who they are

    @property
    def name(self) -> str:
        return self.visitor.person.name

    @property
    def id(self) -> UserId:
        return self.visitor.person.id

    @property
    def actor(self) -> Actor:
        """As the rules know them."""
        return Actor(self.house.workspace_id, self.id)


def _of_sandbox(entry: Any) -> Any:
    if isinstance(entry, list | tuple):
        return [_of_sandbox(each) for each in entry]
    return entry.visitor.person if isinstance(entry, Person) else entry
