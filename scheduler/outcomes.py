"""What became of a call to Slack, in classes that each call for something different.

The table stands in docs/decisions/delivery.md.
"""

from dataclasses import dataclass

from slackapp.slack.posting import Place


@dataclass(frozen=True)
class Sent:
    """Slack has it, and where."""

    place: Place


@dataclass(frozen=True)
class Throttled:
    """Not posted: Slack asks to wait this many seconds, or does not say how many."""

    retry_after: float | None


@dataclass(frozen=True)
class NotPosted:
    """The call never reached Slack, or Slack cannot take it for now."""

    why: str


@dataclass(frozen=True)
class Unsure:
    """Slack may or may not have it: only a look at the channel tells."""

    why: str


@dataclass(frozen=True)
class Gone:
    """The message that was to be changed is not there any more, or may not be changed: it is posted anew."""

    why: str


@dataclass(frozen=True)
class Dead:
    """This channel takes no messages of ours."""

    why: str


@dataclass(frozen=True)
class Poison:
    """Slack refuses this very message, and always will."""

    why: str


@dataclass(frozen=True)
class Gated:
    """The whole workspace is closed to us: the token is gone."""

    why: str


@dataclass(frozen=True)
class TooLate:
    """It was not called at all: too long after the claim, somebody else may have it by now."""


@dataclass(frozen=True)
class NotThere:
    """The channel was looked through and does not have it, or cannot be looked through by us at all."""


@dataclass(frozen=True)
class Unread:
    """The channel could not be looked through now."""

    why: str
    retry_after: float = 0
    is_gate: bool = False


Outcome = Sent | Throttled | NotPosted | Unsure | Gone | Dead | Poison | Gated | TooLate | NotThere | Unread
