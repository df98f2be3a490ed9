"""What a digest says, as its templates see it: frozen values, nothing that leads back to the database.

Moments are UTC. Names are what people and teams are called; an address is empty where there is nothing to link to.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from slackapp.models import decision_lateness, decision_life, request_lateness, request_life
from slackapp.models.area_life import Standing
from slackapp.models.digests import ItemKind, Section
from slackapp.models.requests import Priority

FEW = 5
"""So many lines of a section stand in the digest; the rest is behind a button (DIG-3)."""


@dataclass(frozen=True)
class RequestLine:
    """A request as it is now."""

    id: int
    ref: str
    title: str
    state: request_life.RequestState
    priority: Priority
    from_team: str
    to_team: str
    owner: str
    """Empty where nobody has accepted it."""
    submitted_at: datetime
    answer_by: datetime | None
    missed_at: datetime | None
    due_at: datetime | None
    blocking_team: str
    blocked_by: str
    url: str
    at: datetime
    """The moment for which this is true."""
    kind: ItemKind = ItemKind.REQUEST

    @property
    def late_from(self) -> datetime | None:
        """From when it is or will be late."""
        return request_lateness.late_from(self)

    @property
    def is_over(self) -> bool:
        """Whether nothing is waited for any more."""
        return self.state in request_life.ENDED

    @property
    def is_late(self) -> bool:
        """Whether it should have been answered or delivered by now."""
        return request_lateness.is_late(self, self.at)


@dataclass(frozen=True)
class DecisionLine:
    """A decision as it is now. `until` is until when answers are collected."""

    id: int
    ref: str
    title: str
    state: decision_life.DecisionState
    decider: str
    until: datetime | None
    decided_at: datetime | None
    stale_since: datetime | None
    objections: int
    awaited: int
    """From how many people consulted no answer has come yet."""
    superseded_by: str
    url: str
    at: datetime
    kind: ItemKind = ItemKind.DECISION

    @property
    def is_late(self) -> bool:
        """Whether the time for answers is over and its decider has not closed it."""
        return decision_lateness.is_over(self.state, self.until, self.at)


@dataclass(frozen=True)
class AreaLine:
    """An area as it is now. `former` is who owned it before, where its owner changed in the period."""

    id: int
    name: str
    team: str
    owner: str
    former: str
    standing: Standing
    offered_to: str
    confirmed_at: datetime | None
    lapsed_at: datetime | None
    url: str
    at: datetime
    kind: ItemKind = ItemKind.AREA


@dataclass(frozen=True)
class Blockade:
    """What somebody named as being in their way; `ref` is the request that it became, `by` is empty if anonymous."""

    by: str
    text: str
    team: str
    ref: str


@dataclass(frozen=True)
class RoundLine:
    """A round of a check-in that ended in the period, or that is open now."""

    id: int
    checkin_id: int
    name: str
    day: date
    is_open: bool
    closes_at: datetime
    asked: int
    answered: int
    blockades: tuple[Blockade, ...]
    url: str
    kind: ItemKind = ItemKind.ROUND


Line = RequestLine | DecisionLine | AreaLine | RoundLine


@dataclass(frozen=True)
class Between:
    """What is under way from one team to another. `longest` is how long the oldest has waited, in whole days."""

    from_team: str
    to_team: str
    open: int
    late: int
    blocked: int
    longest: int


@dataclass(frozen=True)
class Kept:
    """How a team kept the time that was agreed for an answer, in this period. Teams, never people (QUI-3)."""

    team: str
    answered: int
    in_time: int
    waiting: int = 0
    """How many have no answer yet although the time is over: those were not kept either."""

    @property
    def due(self) -> int:
        """How many should have been answered."""
        return self.answered + self.waiting


@dataclass(frozen=True)
class DigestPart:
    """A section: a few lines, how many there are in all, and how many more that is than the last time."""

    section: Section
    lines: tuple[Line, ...] = ()
    between: tuple[Between, ...] = ()
    kept: tuple[Kept, ...] = ()
    total: int = 0
    change: int | None = None
    """None where there was no digest before, or none with this section."""

    @property
    def more(self) -> int:
        """How many there are besides those that are shown."""
        return self.total - len(self.lines) - len(self.between) - len(self.kept)


@dataclass(frozen=True)
class Week:
    """Medians of one week. `starts` is its Monday; None where too little happened to say anything."""

    starts: date
    answer_hours: float | None
    """Working hours from a request to its first answer."""
    finish_days: float | None
    """Days from a request to its end."""
    answered: int
    finished: int


@dataclass(frozen=True)
class DigestPage:
    """An edition, whole. `parts` holds only sections in which there is something, in their order."""

    edition_id: int
    digest_id: int
    channel: str
    template: str
    locale: str
    tz: str
    since: datetime
    until: datetime
    teams: tuple[str, ...]
    """Which teams it covers; empty for all of them."""
    parts: tuple[DigestPart, ...]
    trend: tuple[Week, ...]
    """Twelve weeks, the oldest first; empty where there is too little to draw."""
    answered: int
    """How many requests got an answer in the period, and how many were finished."""
    finished: int
    is_preview: bool = False
    sections: tuple[Section, ...] = ()
    """What the channel chose: of a section that is not among them, it cannot be said that there is nothing in it."""

    @property
    def is_quiet(self) -> bool:
        """Whether there is nothing to tell."""
        return not self.parts

    def part(self, section: Section | str) -> DigestPart | None:
        """A section, where there is something in it."""
        return next((part for part in self.parts if part.section == section), None)


@dataclass(frozen=True)
class Gathered:
    """What was chosen for an edition: its items, the figures to keep with it, and whether it is a quiet week."""

    items: tuple[tuple[Section, ItemKind, int], ...]
    figures: dict[str, Any]
    is_quiet: bool


@dataclass(frozen=True)
class Everything:
    """One page, from 0, of all that a section holds now; `pages` is at least one."""

    part: DigestPart
    page: int
    pages: int
