"""What became of a call to Slack, in classes that each call for something different.

The table stands in docs/decisions/delivery.md.
"""

from dataclasses import dataclass
from datetime import datetime

from slackapp.ids import ChannelId, Timestamp


@dataclass(frozen=True)
class Place:
    """Where a message stands."""

    channel: ChannelId
    ts: Timestamp


@dataclass(frozen=True)
class Explained:
    """An outcome of which more can be said, in Slack's word or the network's."""

    why: str


@dataclass(frozen=True)
class Sent:
    """Slack has it, and where; `was_there` says that it was found, not posted.

    `is_outdated` is set where what was found was posted from a database that a restore has put away.
    """

    place: Place
    was_there: bool = False
    is_outdated: bool = False


@dataclass(frozen=True)
class Throttled:
    """Not posted: Slack asks to wait this many seconds, or does not say how many."""

    retry_after: float | None


@dataclass(frozen=True)
class NotPosted(Explained):
    """The call never reached Slack, or Slack cannot take it for now."""


@dataclass(frozen=True)
class Unsure(Explained):
    """Slack may or may not have it: only a look at the channel tells."""


@dataclass(frozen=True)
class Gone(Explained):
    """The message that was to be changed is not there any more, or may not be changed: it is posted anew."""


@dataclass(frozen=True)
class Dead(Explained):
    """This channel takes no messages of ours."""


@dataclass(frozen=True)
class Poison(Explained):
    """Slack refuses this very message, and always will."""


@dataclass(frozen=True)
class PictureRefused(Explained):
    """Not posted: Slack does not take the picture in it, which it may still be looking at."""


@dataclass(frozen=True)
class Gated(Explained):
    """The whole workspace is closed to us: the token is gone."""


@dataclass(frozen=True)
class Unfinished(Explained):
    """Not posted: what goes with it could not be made. Made anew a few times, and then given up."""


@dataclass(frozen=True)
class TooLate:
    """It was not called at all: too long after the claim, somebody else may have it by now."""


@dataclass(frozen=True)
class NotThere:
    """The channel was looked through and does not have it."""


@dataclass(frozen=True)
class Hidden(Explained):
    """The channel cannot be looked through by us at all: what its kind of message wants in a doubt is done."""


@dataclass(frozen=True)
class Unread:
    """The channel could not be looked through now, or only up to a page of its history."""

    why: str
    retry_after: float | None = 0
    is_gate: bool = False
    looked_to: str | None = None


@dataclass(frozen=True)
class Disturbing:
    """Not posted: whoever it is for has asked Slack not to be disturbed until then."""

    until: datetime


Posted = Sent | Throttled | NotPosted | Unsure | Gone | Dead | Poison | PictureRefused | Gated
"""What a call comes back with."""
Looked = Sent | NotThere | Hidden | Unread
Outcome = Posted | TooLate | Unfinished | Disturbing | Looked
