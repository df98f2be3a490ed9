"""What somebody fills in about a decision, before it is one."""

from dataclasses import dataclass
from datetime import date

from slackapp.ids import ChannelId, UserId


@dataclass(frozen=True)
class Wording:
    """The four texts of a decision: each version has them."""

    title: str
    text: str
    context: str = ""
    options: str = ""


@dataclass(frozen=True)
class Proposal:
    """Everything that can be filled in. `until` and `review_on` are days where the decider and the driver are."""

    wording: Wording
    is_decided: bool = False
    driver_id: UserId | None = None
    decider_id: UserId | None = None
    consulted: tuple[UserId, ...] = ()
    team_ids: tuple[int, ...] = ()
    channels: tuple[ChannelId, ...] = ()
    until: date | None = None
    silence_counts: bool = False
    is_reversible: bool = True
    review_on: date | None = None
    replaces_id: int | None = None
