"""Writing the histories: one line for each step, which never changes."""

from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.ids import UserId
from slackapp.models.events import HistoryEvent

L = TypeVar("L", bound=HistoryEvent)


def write(session: Session, line: L) -> L:
    """Write a line down; it has its number then."""
    session.add(line)
    session.flush()
    return line


def line(
    session: Session,
    kind: type[L],
    thing: Any,  # noqa: ANN401 - a request, a decision, an area
    verb: StrEnum,
    *,
    before: StrEnum,
    after: StrEnum,
    by: UserId | None,
    why: str = "",
    about: dict[str, Any],
) -> L:
    """A line that is not written yet, about a thing that has its number. What is empty is not kept with it."""
    columns = {
        kind.THING: thing.id,
        "workspace_id": thing.workspace_id,
        "at": now(session),
        "by": by,
        "verb": verb,
        "before": before,
        "after": after,
        "why": why,
        "about": {name: value for name, value in about.items() if value},
    }
    return kind(**columns)
