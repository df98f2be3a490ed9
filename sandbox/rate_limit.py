"""One message a second and channel: more are refused with the time to wait."""

import math
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from blockkit.ids import ChannelId
from sandbox.clock import Clock
from sandbox.refusal import TooFast

SECOND = timedelta(seconds=1)
TOLERANCE = timedelta(milliseconds=50)


@dataclass
class Pacing:
    """Counts by the sandbox's clock. `burst` is how many messages may come at once before the pace is kept."""

    clock: Clock
    burst: int = 1
    free_at: dict[ChannelId, datetime] = field(default_factory=dict)

    def take(self, channel: ChannelId) -> None:
        """Use one message of this channel's allowance, or refuse."""
        now = self.clock.now()
        free_at = max(self.free_at.get(channel, now), now)
        wait = free_at - now - (self.burst - 1) * SECOND
        if wait > TOLERANCE:
            raise TooFast(math.ceil(wait.total_seconds()))
        self.free_at[channel] = free_at + SECOND
