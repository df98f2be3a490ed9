"""The parts of the App Home, and how much of each is shown."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from slackapp.ids import UserId, WorkspaceId
from slackapp.models.base import Base
from slackapp.models.people import Person
from slackapp.models.teams import Team
from slackapp.models.workspaces import Workspace

T = TypeVar("T")


class HomePart(StrEnum):
    """What somebody finds in their Home, in this order; what waits for them first."""

    TO_ANSWER = "to_answer"
    REQUESTS = "requests"
    DECISIONS = "decisions"
    QUESTIONS = "questions"
    SENT = "sent"
    AREAS = "areas"
    CHECKINS = "checkins"
    TEAMS = "teams"


WAITS = (HomePart.TO_ANSWER, HomePart.REQUESTS, HomePart.DECISIONS, HomePart.QUESTIONS)
"""What waits for the person whose Home it is."""


@dataclass(frozen=True)
class Slice:
    """So many, from number `start` on."""

    start: int
    size: int


@dataclass(frozen=True)
class HomeSection(Generic[T]):
    """Some of what belongs together: from number `start` on, of `total`."""

    rows: tuple[T, ...] = ()
    total: int = 0
    start: int = 0


def some(
    session: Session, found: Select[*tuple[Any, ...]], wanted: Slice, made: Callable[[Sequence[Any]], Sequence[T]]
) -> HomeSection[T]:
    """A slice of what a question finds, with how much there is: one question to the database."""
    counted = found.add_columns(func.count().over())
    rows = session.execute(counted.offset(wanted.start).limit(wanted.size)).all()
    if not rows:
        return some(session, found, Slice(0, wanted.size), made) if wanted.start else HomeSection()
    return HomeSection(tuple(made([row[:-1] for row in rows])), rows[0][-1], wanted.start)


@contextmanager
def held(
    session: Session, workspace_id: WorkspaceId, people: Collection[UserId | None], teams: Collection[int | None] = ()
) -> Iterator[None]:
    """Read these people and teams at once: a session forgets what nobody holds, and would ask for each by itself."""
    who, which = set(people) - {None}, set(teams) - {None}
    persons = select(Person).where(Person.workspace_id == workspace_id, Person.user_id.in_(who))
    named = select(Team).where(Team.workspace_id == workspace_id, Team.id.in_(which))
    kept: list[Base] = [session.get_one(Workspace, workspace_id)]
    kept += [row for found, keys in ((persons, who), (named, which)) if keys for row in session.scalars(found)]
    yield
    kept.clear()
