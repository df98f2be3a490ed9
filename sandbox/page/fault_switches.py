"""Slack misbehaving at the turn of a switch, in words for people."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from sandbox.faults import Fault, Kind
from sandbox.parcel import Ack, Parcel
from sandbox.payload import Payload
from sandbox.sandbox import Sandbox


@dataclass(frozen=True)
class Mischief:
    """A way to misbehave: its name, what it means for people, and what goes wrong with each call, if any does."""

    label: str
    meaning: str
    fault: Fault | None = None


class Unreachable:
    """A way to the app on which everything is lost; `patience` is in seconds of real time."""

    def __init__(self, patience: float = 3.0) -> None:
        self.patience = patience

    async def send(self, _parcel: Parcel) -> Ack:
        """Wait as long as Slack does, for nothing."""
        await asyncio.sleep(self.patience)
        return Ack(0, elapsed=self.patience, trouble="unreachable")


class Switch:
    """Lets a sandbox misbehave until it is turned back."""

    def __init__(self, sandbox: Sandbox, patience: float = 3.0) -> None:
        self._sandbox = sandbox
        self._way = sandbox.route
        self._patience = patience
        self.at = ""

    def turn(self, to: str) -> None:
        """Misbehave in this way from now on; an unknown name, and the empty one, is good behaviour."""
        self._behave()
        self.at = to if to in MISCHIEFS else ""
        chosen = MISCHIEFS.get(self.at)
        if chosen and chosen.fault:
            self._sandbox.faults.until_cleared(chosen.fault)
        elif chosen:
            self._way, self._sandbox.route = self._sandbox.route, Unreachable(self._patience)

    def _behave(self) -> None:
        self._sandbox.faults.clear()
        if isinstance(self._sandbox.route, Unreachable):
            self._sandbox.route = self._way


def offered() -> list[Payload]:
    """The ways, for the page."""
    return [{"name": name, "label": each.label, "meaning": each.meaning} for name, each in MISCHIEFS.items()]


MISCHIEFS: Mapping[str, Mischief] = {
    "too_fast": Mischief(
        "Slack says “not so fast”",
        "Every call is refused with status 429. Cards and messages wait, and come when Slack behaves again.",
        Fault("*", Kind.TOO_FAST, retry_after=2),
    ),
    "errors": Mischief(
        "Slack has an outage",
        "Every call is answered with status 500. Nothing is lost: what must be posted is tried again.",
        Fault("*", Kind.SERVER_ERROR),
    ),
    "lost": Mischief(
        "Slack’s answers get lost",
        "Slack does what it is asked and the connection breaks before it says so. Nothing may come twice.",
        Fault("*", Kind.DROPS, worked=True),
    ),
    "late": Mischief(
        "Slack answers late",
        "Every call takes four seconds, so forms open too late and buttons may show a warning.",
        Fault("*", Kind.SLOW, seconds=4),
    ),
    "unreachable": Mischief(
        "The app cannot be reached",
        "What people press and send does not arrive. Slack warns them, and a form keeps what was typed.",
    ),
}
