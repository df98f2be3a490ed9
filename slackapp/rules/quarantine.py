"""Setting aside what a job could not do, so that it goes on with the rest and comes back to it later.

A job fails for one thing again and again while whatever is odd about it stays so: a row, a person, an answer of Slack.
"""

import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import structlog
from sqlalchemy import ColumnElement, and_, delete, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from slackapp import outbox
from slackapp.clock import now
from slackapp.database import insert_new
from slackapp.database_trouble import is_the_databases
from slackapp.ids import WorkspaceId
from slackapp.models.quarantine import Quarantined
from slackapp.rooms import ROOMS

FIRST_RETRY = timedelta(minutes=1)  # what was a moment's trouble is over
MOST_DOUBLINGS = 6  # about an hour: a repair is found the same morning
HOUSE = Path(__file__).resolve().parents[2]

log = structlog.get_logger()


class Case(NamedTuple):
    """One thing at which a job can fail; `ref` names it in the job's own words, in at most 128 characters."""

    workspace_id: WorkspaceId
    job: str
    ref: str


@contextmanager
def attempt(session: Session, case: Case) -> Iterator[None]:
    """Do one of many things in a transaction: where it fails it is undone and set aside, and the others are kept.

    Only a database that cannot work ends all of it.
    """
    said = outbox.said(session)
    try:
        with session.begin_nested():
            yield
            release(session, case)
    except Exception as failure:
        if is_the_databases(failure):
            raise
        log.exception("one of many things failed and was set aside", job=case.job, ref=case.ref)
        outbox.unsay(session, said)
        set_aside(session, case, failure)


def set_aside(session: Session, case: Case, failure: Exception, *, wait: timedelta | None = None) -> int:
    """A job failed at this; how often in a row. It is left alone for `wait`, else 1, 2, 4 … 64 minutes."""
    at = now(session)
    insert_new(session, Quarantined, **case._asdict(), reason="", failures=0, since=at, failed_at=at, not_before=at)
    # Held: two workers that fail at the same thing both count.
    row = session.scalars(select(Quarantined).where(_of_case(case)).with_for_update()).one()
    row.not_before = at + (retry_after(row.failures) if wait is None else wait)
    row.failures += 1
    row.failed_at, row.reason = at, reason(failure)
    return row.failures


def release(session: Session, case: Case) -> None:
    """It worked, or is no more."""
    session.execute(delete(Quarantined).where(_of_case(case)))


def failures(session: Session, case: Case) -> int:
    """How often in a row a job has failed at this."""
    return session.scalar(select(Quarantined.failures).where(_of_case(case))) or 0


def of(session: Session, job: str) -> Sequence[Quarantined]:
    """All that a job has set aside, in every workspace, in the order in which it is tried again."""
    return session.scalars(select(Quarantined).where(Quarantined.job == job).order_by(Quarantined.not_before)).all()


def due(session: Session, rows: Sequence[Quarantined]) -> list[Quarantined]:
    """Those whose time to be tried again has come."""
    return [each for each in rows if each.not_before <= now(session)]


def retry_after(failures_before: int) -> timedelta:
    """How long after this failure it is tried again: ever longer, and never over about an hour."""
    return FIRST_RETRY * (1 << min(failures_before, MOST_DOUBLINGS))


def reason(failure: Exception) -> str:
    """The type of an error, and the last place in our own code that it came through."""
    kind = type(failure).__name__
    if isinstance(failure, DBAPIError):
        kind += f" ({type(failure.orig).__name__})"
    frames = traceback.walk_tb(failure.__traceback__)
    places = [place for frame, line in frames if (place := _place(frame.f_code.co_filename, line))]
    return f"{kind} at {places[-1]}"[:255] if places else kind[:255]


def _of_case(case: Case) -> ColumnElement[bool]:
    return and_(Quarantined.workspace_id == case.workspace_id, Quarantined.job == case.job, Quarantined.ref == case.ref)


def _place(name: str, line: int) -> str:
    file = Path(name)
    is_ours = file.is_relative_to(HOUSE) and file.relative_to(HOUSE).parts[0] in ROOMS
    return f"{file.relative_to(HOUSE)}:{line}" if is_ours else ""
