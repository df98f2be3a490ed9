"""Messages that this release cannot put into words: left to another, while two releases run side by side."""

from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.models.outbox import Lane, Message
from slackapp.rules import bundles

PATIENCE = timedelta(minutes=10)
"""So long a message waits for a release that knows it; where none comes, it must not hold up its lane."""
LOOKS_AGAIN = timedelta(seconds=5)  # or every round would ask for the same lanes
FORGOTTEN = timedelta(hours=1)  # the memory must not grow with all that ever was


class ReleaseFilter:
    """Remembers which messages this release does not know, and which lanes it left for that."""

    def __init__(self, known: AbstractSet[str]) -> None:
        """`known` are the kinds of messages of this release."""
        self._known = known
        self._unknown_since: dict[int, datetime] = {}
        self._left_at: dict[int, datetime] = {}

    def may_take(self, at: datetime) -> ColumnElement[bool]:
        """The lanes that were not left a moment ago: the rows themselves stay free for another release."""
        _forget(self._left_at, before=at - LOOKS_AGAIN, after=at)
        return Lane.id.not_in(self._left_at) if self._left_at else true()

    def leaves(self, session: Session, lane: Lane, message: Message) -> bool:
        """Whether a message is left, with its lane, to a release that knows it and all that is in it."""
        if _kinds_in(session, message) <= self._known:
            return False
        at = now(session)
        _forget(self._unknown_since, before=at - FORGOTTEN, after=at)
        is_left = at - self._unknown_since.setdefault(message.id, at) < PATIENCE
        if is_left:
            self._left_at[lane.id] = at
        return is_left


def _forget(moments: dict[int, datetime], *, before: datetime, after: datetime) -> None:
    """What is long ago; and what is still to come, which a clock that was put back since has noted."""
    for old in [each for each, at in moments.items() if at <= before or at > after]:
        del moments[old]


def _kinds_in(session: Session, message: Message) -> AbstractSet[str]:
    if message.kind != bundles.MESSAGE:
        return {message.kind}
    parts = select(Message.kind).where(
        Message.workspace_id == message.workspace_id,
        Message.lane_id == message.lane_id,
        Message.bundle == message.dedupe_key,
    )
    return {message.kind, *session.scalars(parts.distinct())}
