"""One message that is ours to send, and all that the call to Slack needs to know."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy.orm import Session

from delivery import places, rendering, shared_files
from slackapp import incarnations
from slackapp.clock import now
from slackapp.ids import ChannelId, Timestamp, WorkspaceId
from slackapp.incarnations import CLOCKS_DIFFER, Lost
from slackapp.models.outbox import Lane, Message
from slackapp.models.workspaces import Workspace
from slackapp.slack.outcomes import Place
from slackapp.views.message import Content

FRESH = timedelta(seconds=5)  # older ones are not called: it heals a worker that was frozen
LOOKING_TAKES = timedelta(seconds=60)  # a look may turn pages, and Slack may slow it down
OLD = timedelta(minutes=10)  # a restored back-up does not know what it had sent


@dataclass(frozen=True)
class Claim:
    """A claimed message. Moments are UTC; `since` is the earliest at which Slack can have posted it.

    `to` is a channel's id or a person's. `files` are those that earlier attempts handed in, by Slack's ids. `stands` is
    set where a card is updated in place of being posted. `resends` says what happens in a doubt that nobody may look
    into: it is sent again, or held for good. `disturbs` is set for a direct message that respects that its reader does
    not want to be disturbed. `lost` is the time of which a restored database knows nothing, and in which the message
    may have been posted.
    """

    workspace_id: WorkspaceId
    lane_id: int
    epoch: int
    message_id: int
    kind: str
    to: ChannelId
    key: str
    content: Content
    files: frozenset[str]
    stands: Place | None
    thread: Timestamp | None
    since: datetime
    looked_to: str | None
    looks_first: bool
    resends: bool
    disturbs: bool
    claimed_at: datetime
    good_until: datetime
    lost: Lost | None = None

    def is_fresh(self, at: datetime) -> bool:
        """Whether it may be called: not once the lease can be another's, nor after the clock was put back."""
        return self.claimed_at <= at < self.good_until


def of(session: Session, lane: Lane, message: Message, *, resends: bool, disturbs: bool = False) -> Claim:
    """The claim on a message whose lane is held and whose payload is frozen."""
    at, stands, looks_first = now(session), places.of_card(session, message), is_old(session, lane, message)
    content, proof = rendering.thawed(message), key(session, message)
    good_until = at + (LOOKING_TAKES if looks_first else FRESH)
    return Claim(
        workspace_id=lane.workspace_id,
        lane_id=lane.id,
        epoch=lane.epoch,
        message_id=message.id,
        kind=message.kind,
        to=ChannelId(lane.channel),
        key=proof,
        content=content,
        files=shared_files.of(session, lane.workspace_id, proof) if content.has_files else frozenset(),
        stands=stands,
        thread=places.of_thread(session, message),
        since=earliest(message),
        looked_to=message.looked_to,
        looks_first=looks_first,
        resends=resends,
        disturbs=disturbs,
        claimed_at=at,
        good_until=min(good_until, message.expires_at or good_until),
        lost=lost_before(session, message),
    )


def is_old(session: Session, lane: Lane, message: Message) -> bool:
    """Whether it lay untouched for so long that it is looked for before it is sent; never an update in place.

    One look is enough for a lane: what comes after a message that is not there is not there either. After a restore,
    though, every message is looked for that may have been posted in the time that is lost.
    """
    if places.of_card(session, message):
        return False
    if lost_before(session, message):
        return True
    touched = _last_touched(message)
    if now(session) - touched <= OLD:
        return False
    return lane.looked_at is None or touched > lane.looked_at


def lost_before(session: Session, message: Message) -> Lost | None:
    """What a restore lost not long before a message was written, or after: it may have been posted then."""
    return incarnations.lost_before(session, message.created_at)


def key(session: Session, message: Message) -> str:
    """The proof that is put into a message: its own for each message of each app, and opaque to everybody."""
    workspace = session.get_one(Workspace, message.workspace_id)
    ours = f"{workspace.slack_id}:{workspace.bot_user_id}:{message.dedupe_key}"
    return sha256(ours.encode()).hexdigest()[:32]


def earliest(message: Message) -> datetime:
    """From when on a copy of it can stand in the channel, Slack's clock being another than ours."""
    return (message.first_attempt_at or message.created_at) - CLOCKS_DIFFER


def _last_touched(message: Message) -> datetime:
    """What lay untouched for long may have been posted, which a restored backup would not know."""
    return message.attempt_at if message.attempts and message.attempt_at else message.created_at
