"""What a fight is about: the messages that must arrive, where and how, the same for every process and every start."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta
from json import dumps, loads
from random import Random
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from slackapp import outbox
from slackapp.clock import now
from slackapp.ids import ChannelId, WorkspaceId
from slackapp.models.outbox import Lane, Message
from slackapp.models.timers import Timer
from slackapp.models.workspaces import Workspace
from slackapp.rules import timers
from slackapp.views.message import Content, Kind

LINE, CARD = "fire.line", "fire.card"


@dataclass(frozen=True)
class Orders:
    """All that a process is told. `point` is where it dies, at the `hits`-th time that it gets there; "" nowhere."""

    began: float
    seed: int
    messages: int
    channels: tuple[str, ...]
    replica: int
    replicas: int
    pause: float = 0.1
    point: str = ""
    hits: int = 1

    def text(self) -> str:
        return dumps(asdict(self))

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
    """One message. `chance` decides whether it rings first, stands in a thread, or changes the card as well."""

    number: int
    channel: str
    chance: float

    @property
    def key(self) -> str:
        return f"fire:{self.number}"


def give(session: Session, line: Line) -> None:
    """Say it, or set the timer that does; once, however often it is given."""
    workspace_id = session.scalars(select(Workspace.id)).one()
    if line.chance < 0.1:
        _once(session, workspace_id, line)
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


def is_given(session: Session, line: Line) -> bool:
    workspace_id = session.scalars(select(Workspace.id)).one()
    said = select(Message.id).where(Message.workspace_id == workspace_id, Message.dedupe_key == line.key)
    waits = select(Timer.id).where(Timer.kind == LINE, Timer.ref == line.number)
    return session.scalar(said) is not None or session.scalar(waits) is not None


def _once(session: Session, workspace_id: WorkspaceId, line: Line) -> None:
    if not is_given(session, line):
        timers.set(session, workspace_id, LINE, line.number, stage="", at=now(session) + timedelta(seconds=5))


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
