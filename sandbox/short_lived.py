"""Trigger ids and response addresses: short-lived permissions that a payload carries."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from secrets import token_hex
from typing import TypeVar

from blockkit.ids import ChannelId, Timestamp, UserId
from sandbox.clock import Clock
from sandbox.refusal import Refused

Ticket = TypeVar("Ticket")
TRIGGER_LASTS = timedelta(seconds=3)
ADDRESS_LASTS = timedelta(minutes=30)
ADDRESS_USES = 5


@dataclass
class Trigger:
    """May open one view for one person, once, within three seconds."""

    person: UserId
    made: datetime
    in_modal: bool
    spent: bool = False


@dataclass
class Triggers:
    """The trigger ids that were given out."""

    clock: Clock
    given: dict[str, Trigger] = field(default_factory=dict)
    last: timedelta = TRIGGER_LASTS

    def give(self, person: UserId, *, in_modal: bool = False) -> str:
        """A new trigger id."""
        return _kept(self.given, Trigger(person, self.clock.now(), in_modal), lambda n: f"{n}.{token_hex(8)}")

    def spend(self, trigger_id: str) -> Trigger:
        """Use it up; refused when it is unknown, late or used before."""
        trigger = self.given.get(trigger_id)
        if trigger is None:
            raise Refused("invalid_trigger_id")
        if trigger.spent:
            raise Refused("exchanged_trigger_id")
        if self.clock.now() - trigger.made > self.last:
            raise Refused("expired_trigger_id")
        trigger.spent = True
        return trigger


@dataclass
class Address:
    """A response_url: answers to one interaction, five times within half an hour."""

    person: UserId
    channel: ChannelId
    made: datetime
    message: Timestamp | None = None
    is_ephemeral: bool = False
    thread_ts: Timestamp | None = None
    uses: int = 0


@dataclass
class Addresses:
    """The response addresses that were given out, by the last part of their path."""

    clock: Clock
    given: dict[str, Address] = field(default_factory=dict)

    def give(self, address: Address) -> str:
        """The key of a new address."""
        return _kept(self.given, address, lambda n: f"{n}{token_hex(8)}")

    def use(self, key: str) -> Address:
        """Use it once more; refused when it is unknown, too old or worn out."""
        address = self.given.get(key)
        if address is None or self.clock.now() - address.made > ADDRESS_LASTS:
            raise Refused("expired_url")
        if address.uses >= ADDRESS_USES:
            raise Refused("used_url")
        address.uses += 1
        return address


def _kept(given: dict[str, Ticket], ticket: Ticket, name: Callable[[int], str]) -> str:
    key = name(len(given) + 1)
    given[key] = ticket
    return key
