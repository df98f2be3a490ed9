"""What happened to a thing, line by line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from slackapp.ids import UserId, WorkspaceId
from slackapp.models.events import HistoryEvent
from slackapp.queries.people import name_of

V = TypeVar("V", bound=StrEnum)
L = TypeVar("L", bound=HistoryEvent)

PEOPLE = frozenset({"owner", "former", "to"})
"""Under these names a line keeps ids of people."""


@dataclass(frozen=True)
class Entry(Generic[V]):
    """One line of a history. `about` names what the verb needs: people, teams, a date, another thing."""

    verb: V
    at: datetime
    by: str
    why: str
    about: Mapping[str, str]


def event(session: Session, kind: type[L], workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> L | None:
    """The line that a message is about."""
    found = select(kind).where(kind.workspace_id == workspace_id, kind.id == int(refs["event"]))
    return session.scalars(found).one_or_none()


def entries(session: Session, lines: Select[L]) -> tuple[Entry[Any], ...]:
    """All of them, in this order."""
    return tuple(entry(session, line) for line in session.scalars(lines))


def entry(session: Session, line: HistoryEvent) -> Entry[Any]:
    """The line with names in place of ids."""
    about = {name: str(value) for name, value in line.about.items()}
    for name in about.keys() & PEOPLE:
        about[name] = name_of(session, line.workspace_id, UserId(about[name]))
    by = name_of(session, line.workspace_id, line.by) if line.by else ""
    return Entry(line.verb, line.at, by, line.why, about)
