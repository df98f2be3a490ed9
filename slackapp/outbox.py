"""What a rule wants to be posted. Nothing is posted here: the rows commit with the change, the deliverer does the rest.

Rows are written when the transaction commits, sorted by lane, so that two transactions that post to the same two
channels cannot wait for each other.
"""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.database import insert_new
from slackapp.ids import ChannelId, Timestamp, UserId, WorkspaceId
from slackapp.models.outbox import Lane, Message, Progress

Ref = str | int

WAITING = "outbox"
WAITS = frozenset({Progress.PENDING, Progress.HELD})


@dataclass(frozen=True)
class Said:
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

    `thread` is the key of a card (see `card_key`) or the timestamp of a message in the same channel.
    """
    _wait(session, Said(workspace_id, to, kind, refs, once, is_card=False, thread=thread, expires_at=expires_at))


def show(
    session: Session,
    workspace_id: WorkspaceId,
    to: ChannelId | UserId,
    kind: str,
    *,
    expires_at: datetime | None = None,
    **refs: Ref,
) -> None:
    """Have a card of this kind stand in the channel: posted the first time, from then on updated in place.

    `expires_at` is the moment after which it is not posted any more; a version that is on its way keeps its own.
    """
    key = card_key(to, kind, **refs)
    _wait(session, Said(workspace_id, to, kind, refs, key, is_card=True, thread=None, expires_at=expires_at))


def card_key(to: ChannelId | UserId, kind: str, **refs: Ref) -> str:
    """The name by which a card is known: the same thing in the same channel is the same card."""
    return ":".join([kind, *(str(ref) for ref in refs.values()), to])


def put(session: Session) -> None:
    """Write what was said in this transaction; the database calls it right before the commit."""
    said: list[Said] = session.info.pop(WAITING, [])
    by_lane = attrgetter("workspace_id", "channel")
    for (workspace_id, channel), messages in groupby(sorted(said, key=by_lane), key=by_lane):
        _put_in_lane(session, workspace_id, channel, list(messages))


def _wait(session: Session, said: Said) -> None:
    session.info.setdefault(WAITING, []).append(said)


def _put_in_lane(session: Session, workspace_id: WorkspaceId, channel: str, said: list[Said]) -> None:
    lane = _locked_lane(session, workspace_id, channel)
    lane.pending += sum(_write(session, lane.id, message) for message in said)
    session.flush()


def _locked_lane(session: Session, workspace_id: WorkspaceId, channel: str) -> Lane:
    at = now(session)
    insert_new(session, Lane, workspace_id=workspace_id, channel=channel, not_before=at, lease_until=at)
    found = select(Lane).where(Lane.workspace_id == workspace_id, Lane.channel == channel)
    return session.scalars(found.with_for_update().execution_options(populate_existing=True)).one()


def _write(session: Session, lane_id: int, said: Said) -> bool:
    key = _next_key_of_card(session, said) if said.is_card else said.key
    return key is not None and insert_new(
        session,
        Message,
        workspace_id=said.workspace_id,
        dedupe_key=key,
        lane_id=lane_id,
        kind=said.kind,
        refs=said.refs,
        card=said.key if said.is_card else None,
        thread=said.thread,
        created_at=now(session),
        expires_at=said.expires_at,
    )


def _next_key_of_card(session: Session, said: Said) -> str | None:
    """The key for a card's next version; None while one waits that will be rendered from the newest state."""
    versions = select(Message).where(Message.workspace_id == said.workspace_id, Message.card == said.key)
    last = session.scalars(versions.order_by(Message.id.desc()).limit(1)).first()
    if last is None:
        return said.key
    return None if last.state in WAITS and last.payload is None else f"{said.key}@{last.id}"
