"""The App Home of one person: what waits for them, what they wait for, and what is theirs (HOM-1).

So many questions to the database, whatever there is: it is asked for each time that somebody looks.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from sqlalchemy.orm import Session

from slackapp.ids import Actor
from slackapp.permissions.viewer import Viewer, viewer
from slackapp.queries import quiet
from slackapp.queries.absences import zone_of
from slackapp.queries.home import areas, checkins, decisions, requests, teams
from slackapp.queries.home.areas import Together
from slackapp.queries.home.sections import WAITS, HomePart, HomeSection, Slice, held
from slackapp.queries.quiet import Peace

SHOWN = 5
"""So many of each part; the rest stand in a list of their own."""
A_PAGE = 12  # over the Home there is room for more than in a message

Ask = Callable[[Session, Viewer, Slice], HomeSection[Any]]

PARTS: Mapping[HomePart, Ask] = {
    HomePart.TO_ANSWER: checkins.to_answer,
    HomePart.REQUESTS: requests.waiting,
    HomePart.DECISIONS: decisions.waiting,
    HomePart.QUESTIONS: areas.questions,
    HomePart.SENT: requests.sent,
    HomePart.AREAS: areas.owned,
    HomePart.CHECKINS: checkins.mine,
    HomePart.TEAMS: teams.mine,
}


@dataclass(frozen=True)
class HomePage:
    """Everything of one person, with the first of each part."""

    tz: str
    """Where they live."""
    is_member: bool
    peace: Peace
    parts: Mapping[HomePart, HomeSection[Any]] = field(default_factory=lambda: MappingProxyType({}))
    together: Together | None = None
    """The areas that they can confirm with one press."""
    is_begun: bool = True
    """Whether there is any team yet."""

    def of(self, part: HomePart) -> HomeSection[Any]:
        """One part of it."""
        return self.parts.get(part, HomeSection())

    @property
    def waiting(self) -> int:
        """How much waits for them in all."""
        return sum(self.of(part).total for part in WAITS)


@dataclass(frozen=True)
class Shown:
    """A list of one part, with more of it than the Home has room for."""

    part: HomePart
    section: HomeSection[Any]
    together: Together | None

    @property
    def later(self) -> int | None:
        """Where the next page begins; None on the last one."""
        end = self.section.start + len(self.section.rows)
        return end if end < self.section.total else None


def home(session: Session, who: Actor) -> HomePage:
    """What they may see, as it is now."""
    with held(session, who.workspace_id, [who.user_id]):
        seen = viewer(session, who)
        return HomePage(
            tz=zone_of(session, who),
            is_member=seen.is_member,
            peace=quiet.peace(session, who),
            parts={part: ask(session, seen, Slice(0, SHOWN)) for part, ask in PARTS.items()},
            together=areas.together(session, seen),
            is_begun=teams.is_any(session, seen),
        )


def part(session: Session, who: Actor, chosen: HomePart, start: int) -> Shown:
    """A page of one part, from number `start` on."""
    seen = viewer(session, who)
    section = PARTS[chosen](session, seen, Slice(start, A_PAGE))
    return Shown(chosen, section, areas.together(session, seen) if chosen is HomePart.QUESTIONS else None)
