"""One tick by hand: what is due at a moment that an operator names, done or only told, a line for each."""

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from runtime import registry, tables
from scheduler import schedules, tick
from scheduler.tick import DueTimer, Ticker
from slackapp.clock import MovableClock, SystemClock
from slackapp.database import Database
from slackapp.models.schedules import Outcome
from slackapp.rules.schedules.rounds import Held


def done(url: str, at: datetime) -> Iterator[str]:
    """Ring and hold everything that is due at an aware moment; nothing is sent, that is the deliverer's.

    CannotStart where the database cannot be used, as when another process works on the SQLite file.
    """
    with _at(url, at) as database:
        ticker = Ticker(database, registry.TIMERS, registry.SCHEDULES)
        while timers := database.run_now(tick.due, registry.TIMERS.keys()):
            for timer in timers:
                yield _of_timer(timer, "rang" if asyncio.run(ticker.ring(timer)) else "failed, see the log")
        while held := asyncio.run(ticker.rounds.once()):
            yield from map(_of_round, _whole(held))


def told(url: str, at: datetime) -> Iterator[str]:
    """The same, and nothing is changed: timers are named, rounds are held and rolled back."""
    with _at(url, at) as database:
        yield from (_of_timer(timer, "would ring") for timer in database.read_now(_all_timers))
        yield from (f"{_of_round(held)} (not kept)" for held in _whole(database.read_now(_all_rounds)))


def moment(typed: str) -> datetime:
    """The moment that was typed on the command line, in UTC where no zone is said; ValueError when it is none."""
    said = datetime.fromisoformat(typed)
    return said if said.tzinfo else said.replace(tzinfo=UTC)


@contextmanager
def _at(url: str, at: datetime) -> Iterator[Database]:
    """The database at that moment; what has become of it in truth, as a restore, is looked at by the true clock."""
    with tables.opened(url, SystemClock()):
        pass
    with tables.opened(url, MovableClock(at)) as database:
        yield database


def _all_timers(session: Session) -> list[DueTimer]:
    return [timer for some in iter(lambda: tick.due(session, registry.TIMERS.keys()), []) for timer in some]


def _all_rounds(session: Session) -> list[Held]:
    return [held for some in iter(lambda: schedules.hold_due(session, registry.SCHEDULES), []) for held in some]


def _whole(held: Sequence[Held]) -> Iterator[Held]:
    """A round that took several transactions, as one."""
    by_turn: dict[tuple[int, str], list[Held]] = {}
    for each in held:
        by_turn.setdefault((each.round.schedule_id, each.round.slot), []).append(each)
    for parts in by_turn.values():
        yield Held(parts[0].round, sum((Counter(part.outcomes) for part in parts), Counter[Outcome]()))


def _of_timer(timer: DueTimer, what: str) -> str:
    return f"timer {timer.kind} {timer.ref} ({timer.stage}): {what}"


def _of_round(held: Held) -> str:
    outcomes = ", ".join(f"{count} {outcome}" for outcome, count in sorted(held.outcomes.items())) or "nobody"
    late = f", {held.round.late_s} s late" if held.round.late_s else ""
    return f"schedule {held.round.kind} {held.round.ref} ({held.round.tz}) {held.round.slot}: {outcomes}{late}"
