"""What the database says: its tables, and what waits in them or is dead."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from runtime import sqlite_file, tables, write_probe
from runtime.cannot_start import CannotStart
from runtime.doctor.finding import Finding
from slackapp import database as databases
from slackapp import outbox
from slackapp.clock import Clock
from slackapp.database import Database
from slackapp.models.outbox import Progress
from slackapp.queries import dead_letters, quarantine
from slackapp.queries import outbox as queries

LONG = timedelta(minutes=5)


def examined(url: str, clock: Clock) -> list[Finding]:
    """The database, from the outside in: what cannot be looked at is not."""
    try:
        file = sqlite_file.of(url)
        if file:
            sqlite_file.check(file)
            if not file.exists():
                sqlite_file.check_kept(file)
                return [Finding(f"There is no database at {file} yet: the first start makes it.")]
    except CannotStart as reason:
        return [Finding(str(reason), "Until then nothing can be stored.")]
    return [*_privacy(file), *_inside(Database(databases.connect(url), clock, outbox.put))]


def _privacy(file: Path | None) -> Iterator[Finding]:
    if file and (found := sqlite_file.open_to_others(file)):
        names = " ".join(str(each) for each in found)
        yield Finding(f"Other users of this machine may read {names}.", f"Run `chmod go= {names}`.")


def _inside(database: Database) -> list[Finding]:
    try:
        return list(_looked_at(database))
    except SQLAlchemyError as failure:
        advice = (
            "Start it, or put its address right; for a full disk make room, for a damaged file put a back-up there."
        )
        return [Finding(f"The database in DATABASE_URL cannot be read ({type(failure).__name__}).", advice)]
    finally:
        database.close()


def _looked_at(database: Database) -> Iterator[Finding]:
    database.read_now(databases.is_reachable)
    yield Finding("The database can be reached.")
    if database.is_sqlite and not database.read_now(tables.is_whole):
        yield Finding("The database is damaged.", "Stop the app and put a back-up in its place (docs/operate.md).")
        return
    if not database.read_now(tables.are_current):
        yield Finding("The tables are not those of this version.", "Run `python app.py migrate`.")
        return
    yield Finding("The tables are those of this version.")
    yield _writable(database)
    yield _backlog(database.read_now(queries.backlog))
    yield from _gates(database)
    yield from _dead(database)
    yield from _set_aside(database)


def _writable(database: Database) -> Finding:
    try:
        database.run_now(write_probe.beat)
    except SQLAlchemyError as failure:
        why = f"The database takes no write ({str(getattr(failure, 'orig', failure)).strip()})."
        return Finding(why, "Make room on the disk, or make the file writable again: nobody can store anything.")
    return Finding("The database takes a write.")


def _backlog(backlog: queries.Backlog) -> Finding:
    waiting = backlog.counts[Progress.PENDING] + backlog.counts[Progress.SENDING]
    if backlog.oldest <= LONG:
        return Finding(f"{waiting} messages wait to be posted.")
    minutes = backlog.oldest.total_seconds() / 60
    why = f"{waiting} messages wait to be posted, the oldest for {minutes:.0f} minutes."
    return Finding(why, "See that `app.py run` or `app.py worker` runs, and what its log says of deliveries.")


def _gates(database: Database) -> Iterator[Finding]:
    for gate in database.read_now(dead_letters.shut_gates):
        why = f"Nothing is posted in {gate.workspace} since {gate.since:%Y-%m-%d %H:%M} UTC: {gate.reason}."
        yield Finding(why, "Install the app again and put the new token into the settings; nothing is lost.")


def _dead(database: Database) -> Iterator[Finding]:
    dead = database.read_now(dead_letters.by_reason)
    if not dead:
        yield Finding("No message is dead.")
    for each in dead:
        why = f"{each.count} messages to {each.channel} are dead: {each.reason}."
        yield Finding(why, ADVICE.get(each.reason, "The log tells of each of them under its number."))


def _set_aside(database: Database) -> Iterator[Finding]:
    """What jobs failed at: named by the job and what it is in the database, never by what people wrote."""
    for each in database.read_now(quarantine.worst):
        since, again = (f"{moment:%Y-%m-%d %H:%M}" for moment in (each.since, each.not_before))
        why = f"{each.job} {each.ref} failed {each.failures} times since {since} UTC: {each.reason}."
        yield Finding(why, f"It is tried again at {again} UTC; the log has the trace. Everything else goes on.")


ADVICE = {
    "is_archived": "Open the channel again, or give its team another one.",
    "channel_not_found": "Invite the app to the channel, or give its team another one.",
    "not_in_channel": "Invite the app to the channel.",
    "user_disabled": "The account is gone; name somebody else where they are named.",
}
