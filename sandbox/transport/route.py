"""What every way to the app has in common."""

from typing import Protocol

from sandbox.parcel import Ack, Parcel


class Route(Protocol):
    """A way to the app."""

    async def send(self, parcel: Parcel) -> Ack:
        """Deliver, and wait for the answer as long as Slack waits."""
