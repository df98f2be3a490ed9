"""What most fights are about: lines in channels, of which each must stand there once and in its order."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from slackapp.models.outbox import Lane, Message
from slackapp.sandbox.channels import Channel
from slackapp.sandbox.workspace import Workspace
from tests.fire import copies, invariants, orders, turns
from tests.fire.orders import Orders
from tests.fire.plan import Plan, Result


@dataclass
class Lines:
    """Each channel is filled by one replica."""

    plan: Plan
    workspace: Workspace
    channels: list[Channel] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.channels = [self.workspace.channel(f"team-{n}", with_app=True) for n in range(self.plan.channels)]

    def are_all_ended(self, session: Session) -> bool:
        lines = select(func.count()).where(Message.kind == orders.LINE, Message.state.in_(invariants.DONE))
        return (session.scalar(lines) or 0) + len(turns.missed(session)) == self.plan.messages

    def count(self, session: Session, result: Result) -> None:
        result.out_of_order = self._inversions(session)
        told = Orders(0, self.plan.seed, self.plan.messages, tuple(c.id for c in self.channels), 0, 1)
        wanted = {(line.channel, str(line.number)) for line in told.all_lines()}
        found = Counter((channel, text) for channel, text, _ in _standing(self.channels))
        missed = turns.missed(session)
        result.lost = sum(1 for channel, text in wanted if not found[channel, text] and int(text) not in missed)
        # Under one key it is counted as it is accepted (copies.py); here what was said anew under another.
        result.doubled += sum(count - 1 for count in found.values()) + sum(map(_extra_cards, self.channels))

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
