"""What most fights are about: lines in channels and files for people, of which each must come once and in its order."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sandbox.channels import Channel
from sandbox.people import Person
from sandbox.workspace import Workspace
from slackapp.ids import UserId
from slackapp.models.outbox import Lane, Message
from tests.fire import copies, invariants, orders, promises, turns
from tests.fire.orders import Line, Orders, Script
from tests.fire.plan import Plan, Result


@dataclass
class Lines:
    """Each channel is filled by one replica. With `promised` more comes until it is enough (promises.py)."""

    plan: Plan
    workspace: Workspace
    promised: str = ""
    channels: list[Channel] = field(default_factory=list)
    readers: list[Person] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.channels = [self.workspace.channel(f"team-{n}", with_app=True) for n in range(self.plan.channels)]
        self.readers = [self.workspace.person(f"Reader {n}", name=f"reader-{n}") for n in range(self.plan.readers)]

    @property
    def is_endless(self) -> bool:
        return bool(self.promised)

    def are_all_ended(self, session: Session) -> bool:
        lines = select(func.count()).where(Message.kind.in_(orders.SAID), Message.state.in_(invariants.DONE))
        return (session.scalar(lines) or 0) + len(turns.missed(session)) == len(self.wanted())

    def count(self, session: Session, result: Result) -> None:
        result.out_of_order = self._inversions(session)
        wanted, missed = self.wanted(), turns.missed(session)
        result.messages = len(wanted)
        found = Counter((channel, text) for channel, text, _ in _standing([*self.channels, *self._directs()]))
        result.lost = sum(1 for line in wanted if not found[self._place(line), line.text] and line.number not in missed)
        # Under one key it is counted as it is accepted (copies.py); here what was said anew under another.
        result.doubled += sum(count - 1 for count in found.values()) + sum(map(_extra_cards, self.channels))

    def wanted(self) -> list[Line]:
        """What was planned, and what each replica has promised beyond."""
        promised = [promises.so_far(self.promised, replica) for replica in range(self.plan.replicas)]
        most = max(self.plan.messages, *promised)
        lines = (self.script[number] for number in range(most))
        return [line for line in lines if line.number < max(self.plan.messages, promised[line.replica])]

    @cached_property
    def script(self) -> Script:
        channels, readers = (tuple(each.id for each in those) for those in (self.channels, self.readers))
        return Script(Orders(0, self.plan.seed, self.plan.messages, channels, 0, self.plan.replicas, readers))

    def _place(self, line: Line) -> str:
        return self._direct(line.reader).id if line.reader else line.channel

    def _directs(self) -> list[Channel]:
        return [self._direct(reader.id) for reader in self.readers]

    def _direct(self, reader: str) -> Channel:
        return self.workspace.direct(UserId(reader), self.workspace.installation.bot_user)

    def _inversions(self, session: Session) -> int:
        lanes = {lane.channel: lane for lane in session.scalars(select(Lane))}
        pairs = [(lanes[channel.id], channel) for channel in self.channels if channel.id in lanes]
        return sum(invariants.inversions(session, lane, channel) for lane, channel in pairs)


def _standing(channels: Iterable[Channel]) -> set[tuple[str, str, str | None]]:
    """The channel, the words and the key of each message; copies under one key are one."""
    return {(str(c.id), each.text, copies.key_of(each.metadata)) for c in channels for each in c.posted()}


def _extra_cards(channel: Channel) -> int:
    cards = [each for each in _standing([channel]) if each[1].startswith("card")]
    return max(0, len(cards) - 1)
