"""A time has come: the edition is written down, once, and its items are chosen a moment later (DIG-1, DIG-7).

At Monday nine a thousand channels have theirs: what takes time is done for each by itself.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.database import insert_new
from slackapp.models.base import id_of
from slackapp.models.digests import Digest, DigestEdition
from slackapp.queries.digests import settings
from slackapp.rules import schedules, timers
from slackapp.rules.digests import places, selection
from slackapp.rules.schedules import Made, Member, Round

WEEK = timedelta(weeks=1)
LONGEST = 4 * WEEK
"""So far back an edition looks where the ones before it did not come."""


def members(_: Session, __: Round) -> Sequence[Member]:
    """Nobody by name: it is the channel's."""
    return ()


def made(session: Session, round_: Round, _: Sequence[Made]) -> None:
    """Write the edition down; none while the channel takes no messages, or every team that it covers is archived."""
    digest = _digest(session, round_)
    if digest is None or not places.takes_messages(session, round_.workspace_id, digest):
        return
    if not settings.is_about_somebody(session, digest):
        return
    edition_id = id_of(DigestEdition.__tablename__, digest.id, round_.slot)
    about = {"workspace_id": round_.workspace_id, "id": edition_id, "digest_id": digest.id, "slot": round_.slot}
    since = _since(session, digest, round_.due_at)
    if insert_new(session, DigestEdition, **about, since=since, until=round_.due_at, is_quiet=False, figures={}):
        timers.set(session, round_.workspace_id, selection.KIND, edition_id, stage="", at=now(session))


SCHEDULE = schedules.ScheduleKind(members=members, made=made)


def _digest(session: Session, round_: Round) -> Digest | None:
    found = select(Digest).where(Digest.workspace_id == round_.workspace_id, Digest.id == round_.ref)
    return session.scalars(found).one_or_none()


def _since(session: Session, digest: Digest, until: datetime) -> datetime:
    """Where the last edition ended, so that nothing is told twice or left out; a week for the first one."""
    last = select(DigestEdition.until).where(
        DigestEdition.workspace_id == digest.workspace_id,
        DigestEdition.digest_id == digest.id,
        DigestEdition.until < until,
    )
    ended = session.scalars(last.order_by(DigestEdition.until.desc()).limit(1)).first()
    return ended if ended and ended >= until - LONGEST else until - WEEK
