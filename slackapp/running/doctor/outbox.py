"""What the database says: its tables, and what waits in them or is dead."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import SQLAlchemyError

from slackapp import database as databases
from slackapp import outbox
from slackapp.clock import Clock
from slackapp.database import Database
from slackapp.models.outbox import Progress
from slackapp.queries import dead_letters, quarantine
from slackapp.queries import outbox as queries
from slackapp.running import tables
from slackapp.running.doctor.finding import Finding

LONG = timedelta(minutes=5)


def examined(url: str, clock: Clock) -> list[Finding]:
    """The database, from the outside in: what cannot be looked at is not."""
    file = make_url(url).database if make_url(url).get_backend_name() == "sqlite" else None
    if file and not Path(file).exists():
        return [Finding(f"There is no database at {file} yet: the first start makes it.")]
    database = Database(databases.connect(url), clock, outbox.put)
    try:
        return list(_looked_at(database))
    except SQLAlchemyError as failure:
        advice = "Start it, or put its address right; for a full disk make room."
        return [Finding(f"The database in DATABASE_URL cannot be read ({type(failure).__name__}).", advice)]
    finally:
        database.close()


def _looked_at(database: Database) -> Iterator[Finding]:
    database.read_now(databases.is_reachable)
    yield Finding("The database can be reached.")
    if not database.read_now(tables.are_current):
        yield Finding("The tables are not those of this version.", "Run `python app.py migrate`.")
        return
    yield Finding("The tables are those of this version.")
    yield _backlog(database.read_now(queries.backlog))
    yield from _gates(database)
    yield from _dead(database)
    yield from _set_aside(database)


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
