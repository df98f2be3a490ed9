"""What a fight is about: the messages that must arrive, where and how, the same for every process and every start."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import time, timedelta
from json import dumps, loads
from random import Random
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from slackapp import outbox
from slackapp.clock import now
from slackapp.ids import ChannelId, WorkspaceId
from slackapp.models.outbox import Lane, Message
from slackapp.models.recurrence import Frequency, Recurrence
from slackapp.models.schedules import Schedule
from slackapp.models.timers import Timer
from slackapp.models.workspaces import Workspace
from slackapp.rules import schedules, timers
from slackapp.rules.schedules import Made, Plan, Round
from slackapp.views.message import Content, Kind
from tests.fire.clock import SPEED

LINE, CARD = "fire.line", "fire.card"


@dataclass(frozen=True)
class Orders:
    """All that a process is told. `point` is where it dies, at the `hits`-th time that it gets there; "" nowhere.

    With `freezes` it stands still there instead. `ahead` and `speed` are those of the clock, and `batch` is how many
    people of a round fit into one transaction, if not as many as usual.
    """

    began: float
    seed: int
    messages: int
    channels: tuple[str, ...]
    replica: int
    replicas: int
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

    def text(self) -> str:
        """Without what goes without saying: an earlier release understands it as well."""
        usual = {field.name: field.default for field in fields(self)}
        return dumps({name: value for name, value in asdict(self).items() if value != usual[name]})

    def lines(self) -> list["Line"]:
        """The lines of this replica: each channel is filled by one."""
        return [line for line in self.all_lines() if self.channels.index(line.channel) % self.replicas == self.replica]

    def all_lines(self) -> list["Line"]:
        dice = Random(self.seed)
        return [Line(number, dice.choice(self.channels), dice.random()) for number in range(self.messages)]


def read(text: str) -> Orders:
    told: dict[str, Any] = loads(text)
    return Orders(**told | {"channels": tuple(told["channels"])})


@dataclass(frozen=True)
class Line:
    """One message. `chance` decides whether a timer or a schedule says it, where it stands, and what it changes."""

    number: int
    channel: str
    chance: float

    @property
    def key(self) -> str:
        return f"fire:{self.number}"


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
    channel = ChannelId(line.channel)
    thread = outbox.card_key(channel, CARD, channel=channel) if line.chance > 0.8 else None
    if line.chance > 0.7:
        outbox.show(session, workspace_id, channel, CARD, channel=channel)
    outbox.say(session, workspace_id, channel, LINE, once=line.key, thread=thread, number=line.number)


def rings(orders: Orders) -> Any:
    """The rule of the timer: it says the line."""
    lines = {line.number: line for line in orders.all_lines()}
    return lambda session, workspace_id, number, _: say(session, workspace_id, lines[number])


def comes(orders: Orders) -> schedules.Schedule:
    """The word of the schedules: a round says the line, under the number of its occurrence."""
    lines = {line.number: line for line in orders.all_lines()}

    def made(session: Session, round_: Round, made: Sequence[Made]) -> None:
        line = lines[round_.ref]
        for each in made:
            once = turn_key(line.number, each.occurrence_id)
            outbox.say(session, round_.workspace_id, ChannelId(line.channel), LINE, once=once, number=line.number)

    return schedules.Schedule(members=lambda _session, _round: [], made=made)


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
        plan = Plan(rule, starts_on=soon.date())
        schedules.set(session, workspace_id, LINE, line.number, plan=plan, tzs=frozenset({"Etc/UTC"}))


def kinds() -> Mapping[str, Kind[Any]]:
    return {
        LINE: Kind(lambda _session, _workspace, refs: refs["number"], lambda number, _: _shown(str(number))),
        CARD: Kind(_counted, lambda count, _: _shown(f"card of {count}")),
    }


def _counted(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> int:
    theirs = select(func.count(Message.id)).join(Lane, Lane.id == Message.lane_id)
    lines = theirs.where(Message.workspace_id == workspace_id, Lane.channel == refs["channel"], Message.kind == LINE)
    return session.scalar(lines) or 0


def _shown(text: str) -> Content:
    return Content(text, ({"type": "section", "text": {"type": "plain_text", "text": text}},))
