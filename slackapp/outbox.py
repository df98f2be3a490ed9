"""What a rule wants to be posted. Nothing is posted here: the rows commit with the change, the deliverer does the rest.

Rows are written when the transaction commits, sorted by lane, so that two transactions that post to the same two
channels cannot wait for each other.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from slackapp.cards import CardAt, Ref
from slackapp.clock import now
from slackapp.database import ROWS, insert_all_new
from slackapp.ids import ChannelId, Timestamp, UserId, WorkspaceId
from slackapp.models.outbox import Lane, Message, Progress

Where = tuple[WorkspaceId, str]
"""Whose lane it is: a workspace, and a channel or a person there."""

WAITING = "outbox"
WAITS = frozenset({Progress.PENDING, Progress.HELD})


@dataclass(frozen=True)
class WaitingMessage:
    """A message that waits for its transaction to commit."""

    workspace_id: WorkspaceId
    channel: str
    kind: str
    refs: dict[str, Ref]
    key: str
    is_card: bool
    thread: str | None
    expires_at: datetime | None


def say(
    session: Session,
    workspace_id: WorkspaceId,
    to: ChannelId | UserId,
    kind: str,
    *,
    once: str,
    thread: str | Timestamp | None = None,
    expires_at: datetime | None = None,
    **refs: Ref,
) -> None:
    """Post a message of this kind once: the key `once` is never posted twice in a workspace, whatever happens.

    `thread` is the key of a card (see `slackapp.cards`) or the timestamp of a message in the same channel.
    """
    _wait(
        session, WaitingMessage(workspace_id, to, kind, refs, once, is_card=False, thread=thread, expires_at=expires_at)
    )


def show(session: Session, workspace_id: WorkspaceId, card: CardAt, *, expires_at: datetime | None = None) -> None:
    """Have a card stand in its channel: posted the first time, from then on updated in place.

    `expires_at` is the moment after which it is not posted any more; a version that is on its way keeps its own.
    """
    about = (workspace_id, card.to, card.kind, dict(card.refs), card.key)
    _wait(session, WaitingMessage(*about, is_card=True, thread=None, expires_at=expires_at))


def said(session: Session) -> int:
    """How much was said so far in this transaction."""
    return len(session.info.get(WAITING, ()))


def unsay(session: Session, since: int) -> None:
    """Take back what was said since then: what said it was rolled back to a savepoint."""
    del session.info.get(WAITING, [])[since:]


def show_all_again(session: Session) -> None:
    """Have every card that was shown lately be true: what it tells may be of a database that was put away."""
    newest = select(func.max(Message.id)).where(Message.card.is_not(None)).group_by(Message.workspace_id, Message.card)
    shown = select(Message, Lane.channel).join(Lane, Lane.id == Message.lane_id)
    for last, channel in session.execute(shown.where(Message.id.in_(newest), Message.state == Progress.SENT)):
        about = (last.workspace_id, channel, last.kind, last.refs, last.card or "")
        _wait(session, WaitingMessage(*about, is_card=True, thread=None, expires_at=None))


def put(session: Session) -> None:
    """Write what was said in this transaction, all at once; the database calls it right before the commit."""
    waiting: list[WaitingMessage] = sorted(session.info.pop(WAITING, []), key=_where)
    if not waiting:
        return
    session.flush()
    lanes = _held_lanes(session, sorted({_where(each) for each in waiting}))
    cards = _next_versions(session, waiting)
    # Of a card that is shown twice, or whose last version still waits, nothing more is written.
    keys = [cards.pop((each.workspace_id, each.key), None) if each.is_card else each.key for each in waiting]
    rows = [_row(session, lanes[_where(each)], each, key) for each, key in zip(waiting, keys, strict=True) if key]
    written = Counter(lane_id for (lane_id,) in insert_all_new(session, Message, rows, ["lane_id"]))
    for lane in lanes.values():
        lane.pending += written[lane.id]
    session.flush()


def _wait(session: Session, said: WaitingMessage) -> None:
    session.info.setdefault(WAITING, []).append(said)


def _where(said: WaitingMessage) -> Where:
    return said.workspace_id, said.channel


def _held_lanes(session: Session, places: Sequence[Where]) -> dict[Where, Lane]:
    """The lanes, made where there are none yet, and held until the commit.

    First all are made and then all are held, each in this order: whoever holds one waits for none that is being made.
    """
    known = {(lane.workspace_id, lane.channel) for some in _parts(places) for lane in session.execute(_names(*some))}
    at = now(session)
    about = {"not_before": at, "lease_until": at}
    new = [{"workspace_id": place[0], "channel": place[1], **about} for place in places if place not in known]
    insert_all_new(session, Lane, new)
    held = [lane for some in _parts(places) for lane in session.scalars(_lanes(*some))]
    return {(lane.workspace_id, lane.channel): lane for lane in held}


def _names(workspace_id: WorkspaceId, channels: Sequence[str]) -> Select[WorkspaceId, str]:
    return select(Lane.workspace_id, Lane.channel).where(Lane.workspace_id == workspace_id, Lane.channel.in_(channels))


def _lanes(workspace_id: WorkspaceId, channels: Sequence[str]) -> Select[Lane]:
    held = select(Lane).where(Lane.workspace_id == workspace_id, Lane.channel.in_(channels))
    return held.order_by(Lane.channel).with_for_update().execution_options(populate_existing=True)


def _parts(places: Iterable[tuple[WorkspaceId, str]]) -> Iterator[tuple[WorkspaceId, list[str]]]:
    """By workspace, in their order, and so many as fit into one question."""
    for workspace_id, theirs in groupby(places, key=itemgetter(0)):
        names = [name for _, name in theirs]
        for start in range(0, len(names), ROWS):
            yield workspace_id, names[start : start + ROWS]


def _next_versions(session: Session, said: Sequence[WaitingMessage]) -> dict[Where, str | None]:
    """The key of each card's next version; None while one waits that will be rendered from the newest state."""
    cards = sorted({(each.workspace_id, each.key) for each in said if each.is_card})
    keys: dict[Where, str | None] = {card: card[1] for card in cards}
    for workspace_id, some in _parts(cards):
        for last in session.execute(_last_versions(workspace_id, some)):
            waits = last.state in WAITS and last.payload is None
            keys[workspace_id, last.card] = None if waits else f"{last.card}@{last.id}"
    return keys


def _last_versions(workspace_id: WorkspaceId, cards: Sequence[str]) -> Select[Any]:
    theirs = select(func.max(Message.id)).where(Message.workspace_id == workspace_id, Message.card.in_(cards))
    last = Message.id.in_(theirs.group_by(Message.card))
    # Columns, not rows that may have been read before the lane was held.
    return select(Message.card, Message.id, Message.state, Message.payload).where(last)


def _row(session: Session, lane: Lane, said: WaitingMessage, key: str) -> dict[str, object]:
    return {
        "workspace_id": said.workspace_id,
        "dedupe_key": key,
        "lane_id": lane.id,
        "kind": said.kind,
        "refs": said.refs,
        "card": said.key if said.is_card else None,
        "thread": said.thread,
        "created_at": now(session),
        "expires_at": said.expires_at,
    }
