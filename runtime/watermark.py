"""Beside a SQLite file: how far its ids and numbers have come, so that an older copy in its place is noticed.

A file that was copied back by hand says nothing of itself; the file beside it, which the back-up does not have, does.
"""

import json
from pathlib import Path

import structlog
from sqlalchemy.orm import Session

from slackapp import high_water, incarnations, outbox
from slackapp.database import Database
from slackapp.high_water import HighWater
from slackapp.incarnations import Lost

ENDING = ".seen"

log = structlog.get_logger()


class Watermark:
    """Keeps the file beside a SQLite database; for one on a server there is nothing to keep."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._written: HighWater | None = None

    async def once(self) -> None:
        """Write down how far the database has come, if it has moved on."""
        if self._database.is_sqlite:
            self._write(await self._database.read(high_water.of))

    def now(self) -> None:
        """The same for code that has no event loop."""
        if self._database.is_sqlite:
            self._write(self._database.read_now(high_water.of))

    def _write(self, reached: HighWater) -> None:
        if reached == self._written:
            return
        try:
            write(_file(self._database), reached)
            self._written = reached
        except OSError as failure:  # a full disk stops nobody; the next time may work
            log.warning("cannot write how far the database has come", why=failure.strerror)


def notice(database: Database) -> Lost | None:
    """Begin a new life if the database was put back from a back-up since it was last at work; None otherwise."""
    seen = read(_file(database)) if database.is_sqlite else HighWater()
    noticed = database.run_now(_notice, seen)
    Watermark(database).now()
    return noticed


def read(database_file: str) -> HighWater:
    """What stands beside this file; nothing at all where there is none, or one that cannot be read."""
    file = Path(database_file + ENDING)
    try:
        kept = json.loads(file.read_text(encoding="ascii"))
        return HighWater(_numbers(kept["ids"]), _numbers(kept["numbers"]))
    except FileNotFoundError:
        return HighWater()
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as unreadable:
        log.warning("cannot tell whether the database is an older copy", file=str(file), why=type(unreadable).__name__)
        return HighWater()


def write(database_file: str, reached: HighWater) -> None:
    """Put it there, whole or not at all, for the app's own user only."""
    file = Path(database_file + ENDING)
    new = file.with_name(f"{file.name}.new")
    new.touch(mode=0o600)
    new.write_text(json.dumps({"ids": dict(reached.ids), "numbers": dict(reached.numbers)}), encoding="ascii")
    new.replace(file)


def _notice(session: Session, seen: HighWater) -> Lost | None:
    lost = incarnations.notice(session, seen)
    if lost:
        outbox.show_all_again(session)
    return lost


def _file(database: Database) -> str:
    return str(database.engine.url.database)


def _numbers(kept: dict[str, object]) -> dict[str, int]:
    return {name: int(str(last)) for name, last in kept.items()}
