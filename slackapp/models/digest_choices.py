"""What a channel can choose about its digest, as forms fill it in (DIG-5)."""

from dataclasses import dataclass, field
from datetime import time

from slackapp.ids import ChannelId
from slackapp.models.digests import QuietWeek, Section

MONDAY = 0
NINE = time(9)  # when people begin to read
WEEKLY = "weekly"
LEADERSHIP = "leadership"

USUAL = (
    Section.ATTENTION,
    Section.INCOMING,
    Section.OUTGOING,
    Section.DECISIONS,
    Section.OWNERSHIP,
    Section.CHECKINS,
    Section.TREND,
)
ACROSS_TEAMS = (
    Section.ATTENTION,
    Section.STUCK,
    Section.KEPT,
    Section.DECISIONS,
    Section.OWNERSHIP,
    Section.CHECKINS,
    Section.TREND,
)


@dataclass(frozen=True)
class DigestTerms:
    """The settings of a digest. `at` is what the clock in `tz` shows; no teams are all teams."""

    channel: ChannelId | None
    template: str = WEEKLY
    sections: tuple[Section, ...] = USUAL
    team_ids: tuple[int, ...] = ()
    weekday: int = MONDAY
    at: time | None = field(default=NINE)
    tz: str | None = None
    locale: str | None = None
    quiet: QuietWeek = QuietWeek.LINE
    is_on: bool = True


def usual_sections(template: str) -> tuple[Section, ...]:
    """What a template is made for; an organisation's own begins with what the weekly one has."""
    return ACROSS_TEAMS if template == LEADERSHIP else USUAL
