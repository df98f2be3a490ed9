"""Noticing that the database was put back from a back-up, and keeping what is lost apart from what is new.

Ids and numbers that were given after the back-up stand on cards and in keys in Slack, and the database does not know
them any more. So a new life begins far ahead of all of them: none is ever given to another thing, a button of a lost
card finds nothing, and one of a card from before finds what it always did (docs/decisions/restore.md).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from slackapp import high_water
from slackapp.clock import now
from slackapp.high_water import HighWater
from slackapp.models.inbox import Delivery
from slackapp.models.incarnations import Incarnation
from slackapp.models.outbox import Message

IDS_A_SECOND = 1_000
"""Nobody sees ids: after a restore they are taken from the clock, so that those of no other life are met, not even of
one that began with the same back-up. No table gets so many rows in a second for long."""
NUMBERS_AHEAD = 1_000
"""R-17 is said aloud: so many are left out, and one for each minute of which nothing is known."""
LOOKED_UP = timedelta(days=7)
"""What was due is posted at most seven days late, the longest grace there is: after that nothing lost comes again."""
MINUTE = timedelta(minutes=1)
CLOCKS_DIFFER = timedelta(seconds=120)  # ours and Slack's, or those of two workers
BACKUP = "back-up"
"""The place of tables in a file that `app.py backup` wrote."""
ONE_AT_A_TIME = 7_237_727
"""The advisory lock under which replicas that start together look one after another."""

log = structlog.get_logger()


@dataclass(frozen=True)
class Lost:
    """A time of which Slack may show more than the database knows. Moments are UTC."""

    since: datetime
    until: datetime

    @property
    def numbers(self) -> int:
        """More than can have been given of one kind meanwhile, by people."""
        return NUMBERS_AHEAD + (self.until - self.since) // MINUTE


def notice(session: Session, seen: HighWater) -> Lost | None:
    """Begin a new life if these tables are a copy of those that were at work; None where they are not.

    `seen` is how far the database in this place had come, where that is known.
    """
    _one_at_a_time(session)
    present = _present(session)
    if present is None:
        session.add(Incarnation(began_at=now(session), place=_place(session)))
    elif present.place != _place(session) or seen.is_above(high_water.of(session)):
        return begin(session, seen)
    return None


def begin(session: Session, seen: HighWater, *, numbers: int = 0) -> Lost:
    """Begin a new life after a restore: ids and numbers go on far beyond all that can have been given before.

    `numbers` is how many an operator knows to be lost, where that is more than is left out anyway.
    """
    lost = Lost(_last_sign(session), now(session))
    high_water.skip_ids(session, seen, int(lost.until.timestamp()) * IDS_A_SECOND)
    high_water.skip_numbers(session, seen, max(lost.numbers, numbers))
    session.add(Incarnation(began_at=lost.until, lost_from=lost.since, place=_place(session)))
    session.flush()
    log.warning("the database was restored", lost_from=lost.since.isoformat(), until=lost.until.isoformat())
    return lost


def mark_as_backup(session: Session) -> None:
    """Have a copy of the database noticed as one, wherever it is started."""
    present = _present(session)
    if present is None:
        session.add(Incarnation(began_at=now(session), place=BACKUP))
    else:
        present.place = BACKUP


def numbers_begin(session: Session) -> int:
    """What the first number of a kind comes after: others may have been given before, of which nothing is left."""
    return sum(lost.numbers for lost in _restores(session))


def lost_before(session: Session, moment: datetime) -> Lost | None:
    """What the restores of the seven days before this moment have lost; None where there were none."""
    lately = [lost for lost in _restores(session) if moment - LOOKED_UP <= lost.until]
    return Lost(min(each.since for each in lately), max(each.until for each in lately)) if lately else None


def lost_at(session: Session, moment: datetime) -> Lost | None:
    """The time, lost by a restore, in which this moment of Slack's clock lies; None where nothing was lost then."""
    for lost in _restores(session):
        if lost.since - CLOCKS_DIFFER <= moment <= lost.until + CLOCKS_DIFFER:
            return lost
    return None


def _restores(session: Session) -> list[Lost]:
    """Asked for every message of a transaction; within one nothing is restored."""
    known: list[Lost] | None = session.info.get("restores")
    if known is None:
        lives = session.scalars(select(Incarnation).where(Incarnation.lost_from.is_not(None)))
        known = [Lost(life.lost_from, life.began_at) for life in lives if life.lost_from]
        session.info["restores"] = known
    return known


def _present(session: Session) -> Incarnation | None:
    return session.scalars(select(Incarnation).order_by(Incarnation.id.desc()).limit(1)).first()


def _last_sign(session: Session) -> datetime:
    """The last moment of which the database knows that the app was at work."""
    present = _present(session)
    said = session.scalars(select(Message.created_at).order_by(Message.id.desc()).limit(1)).first()
    came = session.scalar(select(func.max(Delivery.at)))
    signs = [sign for sign in (present and present.began_at, said, came) if sign]
    return min(max(signs), now(session)) if signs else now(session)


def _one_at_a_time(session: Session) -> None:
    if not high_water.is_sqlite(session):
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ONE_AT_A_TIME})


def _place(session: Session) -> str:
    """PostgreSQL gives a table that is put back another number, as it does to a database and to a server.

    A SQLite file has nothing of the kind; a file beside it tells (runtime/watermark.py).
    """
    if high_water.is_sqlite(session):
        return "file"
    where = text(
        "SELECT concat_ws(':', (SELECT system_identifier FROM pg_control_system()),"
        " (SELECT oid FROM pg_database WHERE datname = current_database()), 'incarnations'::regclass::oid)"
    )
    return str(session.scalar(where))
