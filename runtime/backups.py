"""`app.py backup`, `app.py restore` and `app.py restored`: a copy of the database, and putting it back.

A copy of a SQLite file says of itself that it is one; on PostgreSQL a table that is put back is another than before.
"""

from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from sqlalchemy import inspect
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from runtime import postgresql_tools, sqlite_copies, sqlite_file, sqlite_lock, watermark
from runtime.cannot_start import CannotStart
from slackapp import database as databases
from slackapp import high_water, incarnations, migrating, outbox
from slackapp.clock import Clock
from slackapp.database import Database
from slackapp.high_water import HighWater
from slackapp.incarnations import LOOKED_UP, Lost
from slackapp.models.incarnations import Incarnation

T = TypeVar("T")


def backup(url: str, target: Path, clock: Clock) -> None:
    """Write a copy, also while the app works. CannotStart says why there is none."""
    if target.exists():
        raise CannotStart(f"{target} is there already, and a back-up is never written over: name another file.")
    file = sqlite_file.of(url)
    if file is None:
        postgresql_tools.dump(url, target)
    else:
        sqlite_copies.copy(file, target)
        _in(_url(target), clock, _mark)


def restore(url: str, source: Path, clock: Clock, *, numbers: int = 0) -> Lost:
    """Put a copy in the place of the database, and begin a new life in it; from when to when what is lost.

    `numbers` is how many are left out at least. CannotStart where the app is at work, or the file is no back-up.
    """
    file = sqlite_file.of(url)
    with sqlite_lock.with_file(file):
        if file:
            return _restore_file(file, source, clock, numbers)
        postgresql_tools.check(url, source)
        seen = _reached(url, clock)
        postgresql_tools.restore(url, source)
        return _new_life(url, clock, seen, numbers)


def restored(url: str, clock: Clock, *, numbers: int = 0) -> Lost:
    """Begin a new life in a database that was put back by other means, which it may not notice by itself."""
    file = sqlite_file.of(url)
    with sqlite_lock.with_file(file):
        lost = _new_life(url, clock, watermark.read(str(file)) if file else HighWater(), numbers)
        if file:
            watermark.write(str(file), _reached(url, clock))
        return lost


def told(lost: Lost, numbers: int) -> str:
    """What an operator reads after a restore."""
    minute = timedelta(minutes=1)
    since, until = (f"{moment:%Y-%m-%d %H:%M}" for moment in (lost.since, lost.until + minute))
    return (
        f"Restored. What was made between {since} and {until} UTC is lost; cards of it in Slack say so when somebody "
        f"presses a button there. Numbers of requests and decisions go on at least {max(lost.numbers, numbers)} "
        f"further, so that none comes twice. Until {lost.until + LOOKED_UP:%Y-%m-%d} every message is looked for in "
        "Slack before it is posted. Afspraak can be started."
    )


def _restore_file(file: Path, source: Path, clock: Clock, numbers: int) -> Lost:
    """Everything is made ready beside the database, so that what cannot be used changes nothing."""
    ready = file.with_name(f"{file.name}.restoring")
    sqlite_copies.remove(ready)
    sqlite_copies.copy(source, ready)
    try:
        seen = watermark.read(str(file)).joined(_reached(_url(file), clock) if file.exists() else HighWater())
        lost = _new_life(_url(ready), clock, seen, numbers)
        sqlite_copies.replace(file, ready)
    finally:
        sqlite_copies.remove(ready)
    watermark.write(str(file), _reached(_url(file), clock))
    return lost


def _new_life(url: str, clock: Clock, seen: HighWater, numbers: int) -> Lost:
    with closing(Database(databases.connect(url), clock, outbox.put)) as database:
        try:
            migrating.migrate(database.engine)
        except migrating.UnknownVersion as unknown:
            raise CannotStart(f"This back-up is of a later version of Afspraak ({unknown}).") from None
        return database.run_now(_begin, seen, numbers)


def _begin(session: Session, seen: HighWater, numbers: int) -> Lost:
    outbox.show_all_again(session)
    return incarnations.begin(session, seen, numbers=numbers)


def _mark(session: Session) -> None:
    # A back-up before an upgrade is of tables that know of no lives yet.
    if inspect(session.connection()).has_table(Incarnation.__tablename__):
        incarnations.mark_as_backup(session)


def _reached(url: str, clock: Clock) -> HighWater:
    """How far a database has come that may be broken, empty or of an older version: then nothing is known."""
    try:
        return _in(url, clock, high_water.of)
    except SQLAlchemyError:
        return HighWater()


def _in(url: str, clock: Clock, rule: Callable[[Session], T]) -> T:
    with closing(Database(databases.connect(url), clock, outbox.put)) as database:
        return database.run_now(rule)


def _url(file: Path) -> str:
    return f"sqlite:///{file}"
