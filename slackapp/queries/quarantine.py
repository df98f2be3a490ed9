"""What the background jobs have set aside, in every workspace: for the operator's eyes."""

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from slackapp.models.quarantine import Quarantined

MOST = 20  # lines of the doctor; the log has all


def counts(session: Session) -> Mapping[str, int]:
    """How many things each job has set aside, over all workspaces."""
    counted = select(Quarantined.job, func.count()).group_by(Quarantined.job)
    return {job: count for job, count in session.execute(counted)}  # noqa: C416 - rows, for mypy


def worst(session: Session) -> Sequence[Quarantined]:
    """Those of every workspace that failed most often."""
    return session.scalars(select(Quarantined).order_by(Quarantined.failures.desc()).limit(MOST)).all()
