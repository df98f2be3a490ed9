"""What a fight is about: the messages that must arrive, where and how, the same for every process and every start."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import time, timedelta
from functools import cached_property
from itertools import count
from json import dumps, loads
from random import Random
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from slackapp import outbox
from slackapp.cards import CardAt
from slackapp.clock import now
from slackapp.ids import ChannelId, UserId, WorkspaceId
from slackapp.models.outbox import Lane, Message
from slackapp.models.recurrence import Frequency, Recurrence
from slackapp.models.schedules import Schedule
from slackapp.models.timers import Timer
from slackapp.models.workspaces import Workspace
from slackapp.rules import schedules, timers
from slackapp.rules.schedules import Made, Round, SchedulePlan
from slackapp.views.message import Content, File, Files, MessageKind, Weight
from tests.fire.clock import SPEED

LINE, CARD, FILE = "fire.line", "fire.card", "fire.file"
SAID = (LINE, FILE)
"""The kinds of a line's message; cards change as lines come."""


@dataclass(frozen=True)
class Orders:
    """All that a process is told. `point` is where it dies, at the `hits`-th time that it gets there; "" nowhere.

    With `freezes` it stands still there instead. `ahead` and `speed` are those of the clock, and `batch` is how many
    people of a round fit into one transaction, if not as many as usual. `readers` are people who get files.
    """

    began: float
    seed: int
    messages: int
    channels: tuple[str, ...]
    replica: int
    replicas: int
    readers: tuple[str, ...] = ()
    pause: float = 0.1
    point: str = ""
    hits: int = 1
    freezes: bool = False
    ahead: str = ""
    speed: float = SPEED
    batch: int = 0
    sign: str = ""
    """A file that is there once the process is at work."""
    enough: str = ""
    """A file that is there once nothing is done to processes any more: what is left is said without a pause."""
    promised: str = ""
    """The beginning of the names of files in which each replica writes what it says beyond `messages` (promises.py)."""

    def text(self) -> str:
        """Without what goes without saying: an earlier release understands it as well."""
        usual = {field.name: field.default for field in fields(self)}
        return dumps({name: value for name, value in asdict(self).items() if value != usual[name]})


def read(text: str) -> Orders:
    told: dict[str, Any] = loads(text)
    return Orders(**told | {name: tuple(told.get(name, ())) for name in ("channels", "readers")})


@dataclass(frozen=True)
class Line:
    """One message. `chance` decides whether a timer or a schedule says it, where it stands, and what it changes.

    A line with a `reader` is a file that this person gets, in place of words in the channel.
    """

    number: int
    channel: str
    chance: float
    replica: int = 0
    reader: str = ""

    @property
    def key(self) -> str:
        return f"fire:{self.number}"

    @property
    def text(self) -> str:
        return _file_text(self.number) if self.reader else str(self.number)


class Script:
    """The lines of a fight, as many as are asked for: the same for whoever has the same orders."""

    def __init__(self, orders: Orders) -> None:
        self._orders, self._dice = orders, Random(orders.seed)
        self._written: list[Line] = []

    def __getitem__(self, number: int) -> Line:
        while len(self._written) <= number:
            self._written.append(self._next())
        return self._written[number]

    def mine(self) -> Iterator[Line]:
        """The lines of this replica, without an end: each channel is filled by one."""
        lines = (self[number] for number in count())
        return (line for line in lines if line.replica == self._orders.replica)

    def _next(self) -> Line:
        number, channel = len(self._written), self._dice.choice(self._orders.channels)
        chance, readers = self._dice.random(), self._orders.readers
        is_file = readers and 0.2 <= chance < 0.25
        replica = self._places[channel] % self._orders.replicas
        return Line(number, channel, chance, replica, readers[number % len(readers)] if is_file else "")

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {channel: place for place, channel in enumerate(self._orders.channels)}


def give(session: Session, line: Line) -> None:
    """Say it, or set the timer or the schedule that does; once, however often it is given."""
    workspace_id = session.scalars(select(Workspace.id)).one()
    if line.chance < 0.1:
        _once(session, workspace_id, line)
    elif line.chance < 0.2:
        _every_day(session, workspace_id, line)
    else:
        say(session, workspace_id, line)


def give_all(session: Session, lines: Sequence[Line]) -> None:
    for line in lines:
        give(session, line)


def say(session: Session, workspace_id: WorkspaceId, line: Line) -> None:
    if line.reader:
        outbox.say(session, workspace_id, UserId(line.reader), FILE, once=line.key, number=line.number)
        return
    channel = ChannelId(line.channel)
    thread = CardAt(channel, CARD, {"channel": channel}).key if line.chance > 0.8 else None
    if line.chance > 0.7:
        outbox.show(session, workspace_id, CardAt(channel, CARD, {"channel": channel}))
    outbox.say(session, workspace_id, channel, LINE, once=line.key, thread=thread, number=line.number)


def rings(script: Script) -> Any:
    """The rule of the timer: it says the line."""
    return lambda session, workspace_id, number, _: say(session, workspace_id, script[number])


def comes(script: Script) -> schedules.ScheduleKind:
    """The word of the schedules: a round says the line, under the number of its occurrence."""

    def made(session: Session, round_: Round, made: Sequence[Made]) -> None:
        line = script[round_.ref]
        for each in made:
            once = turn_key(line.number, each.occurrence_id)
            outbox.say(session, round_.workspace_id, ChannelId(line.channel), LINE, once=once, number=line.number)

    return schedules.ScheduleKind(members=lambda _session, _round: [], made=made)


def turn_key(number: int, occurrence_id: int | None = None) -> str:
    """Under which key a round says the line; without an occurrence what the keys of all its rounds begin with."""
    return f"fire:turn:{number}:{occurrence_id or ''}"


def is_given(session: Session, line: Line) -> bool:
    workspace_id = session.scalars(select(Workspace.id)).one()
    said = select(Message.id).where(Message.workspace_id == workspace_id, Message.dedupe_key == line.key)
    waits = select(Timer.id).where(Timer.kind == LINE, Timer.ref == line.number)
    comes_again = select(Schedule.id).where(Schedule.kind == LINE, Schedule.ref == line.number)
    return any(session.scalar(found) is not None for found in (said, waits, comes_again))


def _once(session: Session, workspace_id: WorkspaceId, line: Line) -> None:
    if not is_given(session, line):
        timers.set(session, workspace_id, LINE, line.number, stage="", at=now(session) + timedelta(seconds=5))


def _every_day(session: Session, workspace_id: WorkspaceId, line: Line) -> None:
    """At a minute that is still to come today; a fight is over before tomorrow."""
    if not is_given(session, line):
        soon = now(session) + timedelta(minutes=2)
        rule = Recurrence(Frequency.DAILY, time(soon.hour, soon.minute))
        plan = SchedulePlan(rule, starts_on=soon.date())
        schedules.set(session, workspace_id, LINE, line.number, plan=plan, tzs=frozenset({"Etc/UTC"}))


def kinds() -> Mapping[str, MessageKind[Any]]:
    return {
        LINE: MessageKind(_number, lambda number, _: _shown(str(number))),
        CARD: MessageKind(_counted, lambda count, _: _shown(f"card of {count}")),
        FILE: MessageKind(_number, _announced, weigh=lambda _: Weight.OWN, files=Files(_number, _files)),
    }


def _number(_session: Session, _workspace: WorkspaceId, refs: Mapping[str, str | int]) -> int:
    return int(refs["number"])


def _announced(number: int, _: object) -> Content:
    return Content(_file_text(number), has_files=True)


def _files(number: int, _: object) -> tuple[File, ...]:
    return (File(f"{number}.txt", str(number), str(number).encode()),)


def _file_text(number: int) -> str:
    return f"file {number}"


def _counted(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> int:
    theirs = select(func.count(Message.id)).join(Lane, Lane.id == Message.lane_id)
    lines = theirs.where(Message.workspace_id == workspace_id, Lane.channel == refs["channel"], Message.kind == LINE)
    return session.scalar(lines) or 0


def _shown(text: str) -> Content:
    return Content(text, ({"type": "section", "text": {"type": "plain_text", "text": text}},))
