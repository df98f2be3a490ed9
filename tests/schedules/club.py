"""A club that is asked something again and again: a word with schedules, a clock, and what was said."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from scheduler.schedules import Rounds
from slackapp import outbox
from slackapp.database import Database, connect
from slackapp.ids import ChannelId, UserId
from slackapp.models.outbox import Message
from slackapp.models.recurrence import Frequency, Recurrence
from slackapp.models.schedules import Occurrence, Schedule
from slackapp.queries import schedules as questions
from slackapp.rules import schedules
from slackapp.rules.schedules import Made, Member, Round, SchedulePlan, plans
from tests.rules.company import Company

KIND, HOME = "checkin", ChannelId("CHOME")
AMSTERDAM, TOKYO, HONOLULU = "Europe/Amsterdam", "Asia/Tokyo", "Pacific/Honolulu"
MONDAY = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
"""Seven in the morning in Amsterdam."""
DAILY = Recurrence(Frequency.DAILY, time(9))


class WallClock:
    """A clock that anybody may put forward or back."""

    def __init__(self, start: datetime) -> None:
        self._now = start

    def now(self) -> datetime:
        return self._now

    def put(self, moment: datetime) -> None:
        self._now = moment


@dataclass
class Club:
    url: str
    clock: WallClock = field(default_factory=lambda: WallClock(MONDAY))
    members: list[Member] = field(default_factory=list)
    is_broken: bool = False

    def __post_init__(self) -> None:
        self.database = self.replica()
        self.id = Company.founded(self.database).id
        self.rounds = Rounds(self.database, self.words)

    # The word

    @property
    def words(self) -> dict[str, schedules.ScheduleKind]:
        return {KIND: schedules.ScheduleKind(members=lambda _session, _round: self.members, made=self._made)}

    def _made(self, session: Session, round_: Round, made: Sequence[Made]) -> None:
        for each in made:
            to = each.member or HOME
            # With the occurrence's number: had a second one been made, it would be said twice.
            once = f"{round_.ref} {to} {round_.slot} #{each.occurrence_id}"
            outbox.say(session, self.id, to, "prompt", once=once)
        if self.is_broken:
            raise ZeroDivisionError

    # What happens

    def sets(self, rule: Recurrence = DAILY, *tzs: str, ref: int = 1, **plan: Any) -> None:
        starts_on = plan.pop("starts_on", date(2026, 11, 1))
        agreed = SchedulePlan(rule, starts_on, **plan)
        self.does(schedules.set, ref, plan=agreed, tzs=frozenset(tzs or {AMSTERDAM}))

    def does(self, rule: Any, ref: int = 1, **how: Any) -> None:
        self.database.run_now(rule, self.id, KIND, ref, **how)

    def ticks(self) -> int:
        return len(asyncio.run(self.rounds.once()))

    def comes_to(self, words: str) -> None:
        """Amsterdam's wall clock shows this; a tick comes."""
        self.stands_at(words)
        self.ticks()

    def stands_at(self, words: str, tz: str = AMSTERDAM) -> None:
        self.clock.put(self.moment(words, tz))

    @staticmethod
    def moment(words: str, tz: str = AMSTERDAM) -> datetime:
        return datetime.fromisoformat(words).replace(tzinfo=ZoneInfo(tz)).astimezone(UTC)

    def lives_through(self, until: str, tz: str = AMSTERDAM) -> None:
        """A tick comes whenever something is due."""
        end = self.moment(until, tz)
        first = select(func.min(Schedule.next_run_at))
        while (due := self.database.read_now(lambda session: session.scalar(first))) and due <= end:
            self.clock.put(max(due, self.clock.now()))
            self.ticks()
        self.clock.put(end)

    def replica(self) -> Database:
        return Database(connect(self.url), self.clock, outbox.put)

    def forgets_what_was_said(self) -> None:
        """After a deletion: what it said stays said, and there is no occurrence to compare it with."""
        self.database.run_now(lambda session: session.execute(delete(Message)))

    # What became of it

    def became(self, ref: int = 1) -> list[tuple[str, str, str]]:
        """Slot, member and outcome, in order."""
        return [(each.slot[5:], str(each.member), each.state.value) for each in self.occurrences(ref)]

    def outcomes(self, ref: int = 1) -> dict[str, int]:
        return dict(Counter(state for _, _, state in self.became(ref)))

    def occurrences(self, ref: int = 1) -> list[Occurrence]:
        found = select(Occurrence).where(Occurrence.ref == ref).order_by(Occurrence.slot, Occurrence.member)
        return self.database.read_now(lambda session: list(session.scalars(found)))

    def said(self) -> list[str]:
        """To whom, and for which slot."""
        found = select(Message.dedupe_key).order_by(Message.id)
        keys = self.database.read_now(lambda session: list(session.scalars(found)))
        return sorted(" ".join(key.split()[1:3]) for key in keys)

    def next(self, ref: int = 1) -> list[questions.Coming]:
        return self.database.read_now(questions.coming, self.id, KIND, ref)

    def why(self, member: str, day: str, tz: str = AMSTERDAM, ref: int = 1) -> list[str]:
        who, on = UserId(member), date.fromisoformat(day)
        answers = self.database.read_now(questions.why, self.id, KIND, ref, member=who, day=on, tz=tz)
        return [each.outcome.value for each in answers]

    def is_sound(self) -> bool:
        """What holds at every moment: I2 and I9."""
        return self.database.read_now(_is_sound)


def person(name: str, tz: str = AMSTERDAM, **known: Any) -> Member:
    return Member(UserId(name), tz, **known)


def _is_sound(session: Session) -> bool:
    made = session.scalar(select(func.count()).select_from(Occurrence).where(Occurrence.state == "made"))
    said = session.scalar(select(func.count()).select_from(Message))
    return made == said and all(map(_is_reckoned, session.scalars(select(Schedule))))


def _is_reckoned(schedule: Schedule) -> bool:
    if schedule.next_slot is None or schedule.paused_at:
        return schedule.next_run_at is None
    return schedule.next_run_at == plans.timetable(schedule).due(schedule.next_slot)
