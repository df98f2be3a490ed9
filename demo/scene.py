"""Where the people of the demo act: their workspace, what they speak of, and when the demo opens."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain

from demo import calendar
from demo.organisation import Organisation
from sandbox import Sandbox, Visitor
from sandbox.channels import Channel
from sandbox.messages import Message
from sandbox.visitors import controls
from sandbox.visitors.controls import Source

NUMBER = re.compile(r"[RD]-(\d+)")
PAGES = {"request": "/request R-", "decision": "/decision D-"}
Travel = Callable[[datetime], Awaitable[None]]


@dataclass
class Scene:
    """`travel` lets time pass with everything that is due on the way. `opening` is when the demo opens."""

    sandbox: Sandbox
    polder: Organisation
    travel: Travel
    opening: datetime
    numbers: dict[str, str] = field(default_factory=dict)
    """The number of a request or decision by its title; in the first workspace its buttons carry the same."""

    def visitor(self, name: str) -> Visitor:
        """Somebody's hands and eyes, by their first name."""
        return self.sandbox.visitor(self.polder.person(name))

    def moment(self, distance: int, clock: str) -> datetime:
        """A time of a working day before or after the opening, in Amsterdam."""
        return calendar.moment(self.opening, distance, clock)

    def day(self, distance: int) -> str:
        """A working day before or after the opening, as forms take it."""
        return calendar.working_day(self.opening, distance).isoformat()

    async def reaches(self, distance: int, clock: str) -> None:
        """Let time pass until then."""
        await self.travel(self.moment(distance, clock))

    async def rests(self) -> None:
        """Let the app do what is due, so that everybody sees what happened."""
        await self.travel(self.sandbox.clock.now())

    def said(self, channel: Channel, words: str) -> Message:
        """The message in a channel that had these words first: a card, and not the digest that tells of it."""
        return next(message for message in channel.messages if words in message.text)

    async def place(self, visitor: Visitor, title: str, action: str) -> Source:
        """Where this person can take an action on a request or decision: the newest message with it, else its page."""
        number = self.numbers[title]
        for message in _newest_first(visitor):
            # A digest has such a button for several things, and the first is what one presses.
            shown = controls.in_source(message, visitor.person.id)
            first = next((control for control in shown if control.element.get("action_id") == action), None)
            if first and _offers(first, number):
                return message
        await visitor.types(self.polder.channel("general"), PAGES[action.split(".", maxsplit=1)[0]] + number)
        return visitor.modal

    def remember(self, title: str) -> None:
        """Find out by which number the app knows what somebody just asked for or proposed."""
        everything = chain.from_iterable(channel.messages for channel in self.polder.workspace.channels.values())
        numbers = (NUMBER.search(message.text) for message in everything if title in message.text)
        self.numbers[title] = next(found[1] for found in numbers if found)


def _newest_first(visitor: Visitor) -> list[Message]:
    channels = [*visitor.workspace.channels.values()]
    seen = chain.from_iterable(visitor.messages(channel) for channel in channels)
    return sorted(seen, key=lambda message: float(message.ts), reverse=True)


def _offers(control: controls.Control, number: str) -> bool:
    values = [control.element.get("value", ""), *(option["value"] for option in control.element.get("options", []))]
    return any(value == number or value.endswith(f":{number}") for value in values)
