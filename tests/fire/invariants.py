"""What must hold when everything has come to rest (docs/decisions/delivery.md)."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from delivery import claim, lanes
from sandbox.channels import Channel
from sandbox.messages import Message as Posted
from sandbox.record import ApiCall
from sandbox.sandbox import Sandbox
from sandbox.workspace import Workspace
from slackapp.clock import now
from slackapp.ids import WorkspaceId
from slackapp.models.outbox import Gate, Lane, Message, Progress
from slackapp.models.uploads import Upload
from tests.fire import copies, turns

PACE = timedelta(seconds=0.9)
"""A second between two messages in a channel, and a little for the way to Slack."""
DONE = (Progress.SENT, Progress.DEAD, Progress.EXPIRED, Progress.HELD)


def broken(session: Session, sandbox: Sandbox, workspace: Workspace) -> list[str]:
    """Each thing that does not hold, in a sentence that begins with the number of the invariant."""
    return [
        *_each_key_once(session, workspace),
        *_in_order(session, workspace),
        *_intended_before_it_was_called(session, sandbox),
        *_not_before_it_may(sandbox),
        *_nothing_left(session),
        *_counted_right(session),
        *_not_after_its_time(session),
        *turns.broken(session),
    ]


def _each_key_once(session: Session, workspace: Workspace) -> Iterator[str]:
    of_files = _keys_of_files(session)
    posted = (each for channel in workspace.channels.values() for each in channel.posted())
    standing = Counter(key for each in posted for key in {_key(each), *(of_files.get(file.id) for file in each.files)})
    for message in _first_versions(session):
        wanted = 1 if message.state is Progress.SENT and not message.bundle else 0
        if (found := standing[claim.key(session, message)]) != wanted:
            yield f"I3 {message.dedupe_key} is {message.state} and stands {found} times"
        if message.state is Progress.DEAD and not message.error:
            yield f"I3 {message.dedupe_key} is dead and nobody knows why"


def _keys_of_files(session: Session) -> dict[str, str]:
    """By Slack's id of a file: the key of the message that shares it, under which no metadata stands."""
    return {upload.file_id: upload.key.partition(":")[0] for upload in session.scalars(select(Upload))}


def _first_versions(session: Session) -> Iterator[Message]:
    """Messages, and the first version of each card: those that follow change it in place."""
    rows = session.scalars(select(Message).order_by(Message.id))
    return (row for row in rows if row.card in {None, row.dedupe_key})


def _in_order(session: Session, workspace: Workspace) -> Iterator[str]:
    for lane in session.scalars(select(Lane)):
        channel = next((c for c in workspace.channels.values() if c.id == lane.channel), None)
        if channel and (count := inversions(session, lane, channel)):
            yield f"I4 {channel.name} has {count} messages out of order"


def inversions(session: Session, lane: Lane, channel: Channel) -> int:
    """How many messages of a lane stand before one that was put up earlier; cards apart, which may be posted anew."""
    rows = session.scalars(select(Message).where(Message.lane_id == lane.id, Message.card.is_(None)))
    place = {claim.key(session, row): row.id for row in rows}
    found = [place[key] for posted in channel.posted() if (key := _key(posted)) in place]
    return sum(1 for earlier, later in pairwise(found) if later < earlier)


def _intended_before_it_was_called(session: Session, sandbox: Sandbox) -> Iterator[str]:
    calls = Counter(_key_of_call(call) for call in sandbox.record.calls("chat.postMessage"))
    attempts = {claim.key(session, row): row.attempts for row in session.scalars(select(Message))}
    for key, count in calls.items():
        if key and count > attempts.get(key, 0):
            yield f"I5 {key} was called {count} times and intended {attempts.get(key, 0)} times"


def _not_before_it_may(sandbox: Sandbox) -> Iterator[str]:
    last: dict[str, datetime] = {}
    for call in sandbox.record.calls("chat.postMessage"):
        channel = str(call.args.get("channel"))
        if channel in last and call.at < last[channel]:
            yield f"I6 {channel} was called {(last[channel] - call.at).total_seconds():.2f} s too early"
        if call.done:
            last[channel] = call.at + PACE


def is_shut(session: Session, workspace_id: WorkspaceId) -> bool:
    """Whether nobody may be called in a workspace now: while it is, I6 is that nobody begins to."""
    gate = session.get(Gate, workspace_id)
    return gate is not None and gate.not_before > now(session)


def _nothing_left(session: Session) -> Iterator[str]:
    for message in session.scalars(select(Message).where(Message.state.not_in(DONE))):
        yield f"I7 {message.dedupe_key} is still {message.state}: {message.error}"


def _counted_right(session: Session) -> Iterator[str]:
    waiting = select(func.count()).where(Message.lane_id == Lane.id, Message.state.in_(lanes.OPEN)).scalar_subquery()
    for channel, pending, found in session.execute(select(Lane.channel, Lane.pending, waiting)):
        if pending != found:
            yield f"I8 {channel} counts {pending} and has {found}"


def _not_after_its_time(session: Session) -> Iterator[str]:
    limited = select(Message).where(Message.expires_at.is_not(None), Message.sent_ts.is_not(None))
    for message in session.scalars(limited):
        posted = datetime.fromtimestamp(float(message.sent_ts or 0), UTC)
        if message.expires_at and posted > message.expires_at:
            yield f"I10 {message.dedupe_key} was posted after its time"


def _key(posted: Posted) -> str | None:
    return copies.key_of(posted.metadata)


def _key_of_call(call: ApiCall) -> str | None:
    return copies.key_of(call.args.get("metadata"))
