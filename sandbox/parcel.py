"""What is delivered to the app, and the app's answer."""

from dataclasses import dataclass, field, replace
from typing import Literal

from sandbox.payload import Payload

Kind = Literal["slash_commands", "interactive", "events_api"]
OK = 200


@dataclass(frozen=True)
class Parcel:
    """A payload on its way to the app. `attempt` counts Slack's own retries of events."""

    kind: Kind
    payload: Payload
    attempt: int = 0
    reason: str = ""

    @property
    def names(self) -> set[str]:
        """What it can be called: its kind, its type, its event's type, its command."""
        payload = self.payload
        event = payload.get("event", {})
        return {self.kind, payload.get("type", ""), event.get("type", ""), payload.get("command", "")} - {""}

    def again(self, reason: str) -> "Parcel":
        """The same payload as a retry."""
        return replace(self, attempt=self.attempt + 1, reason=reason)


@dataclass(frozen=True)
class Ack:
    """The app's answer. A status of 0 means that none came in time; `elapsed` is in seconds of real time."""

    status: int
    body: Payload = field(default_factory=dict)
    elapsed: float = 0.0
    trouble: str = ""

    @property
    def is_ok(self) -> bool:
        """Whether Slack takes it for an answer."""
        return self.status == OK
