"""Taking away the second copy of a message that was posted again and then turned up after all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from delivery import claim, places
from delivery.deliver import ClientFor
from delivery.gather import all_of
from slackapp.clock import now
from slackapp.database import Database
from slackapp.database_trouble import is_the_databases
from slackapp.ids import ChannelId, Timestamp, WorkspaceId
from slackapp.models.outbox import Lane, Message, Progress
from slackapp.rules import quarantine
from slackapp.rules.quarantine import Case
from slackapp.slack import history, posting
from slackapp.slack.client import Client
from slackapp.slack.history import Copy, HistoryPage, HistorySearch
from slackapp.slack.outcomes import Place, Unread

SETTLED = timedelta(minutes=5)  # by then a message that Slack took late stands in its history
AT_ONCE = 20
JOB = "sweep"

log = structlog.get_logger()


@dataclass(frozen=True)
class Doubt:
    """A message that stands in a channel once or, because it was in doubt, twice."""

    workspace_id: WorkspaceId
    message_id: int
    to: ChannelId
    key: str
    thread: Timestamp | None
    since: datetime


class Sweeper:
    """Reads a channel once more, five minutes after a doubt."""

    def __init__(self, database: Database, client_for: ClientFor) -> None:
        """What is swept twice, by two workers, is swept as well."""
        self._database = database
        self._client_for = client_for

    async def once(self) -> int:
        """Sweep after up to 20 doubts; how many that were."""
        doubts = await self._database.run(_take)
        await all_of(self._sweep(doubt) for doubt in doubts)
        return len(doubts)

    async def _sweep(self, doubt: Doubt) -> None:
        try:
            await self._look(doubt)
        except Exception as failure:  # it is swept after another five minutes
            if is_the_databases(failure):
                raise
            log.exception("a channel could not be swept", message=doubt.message_id)
            case = Case(doubt.workspace_id, JOB, str(doubt.message_id))
            await self._database.run(quarantine.set_aside, case, failure, wait=SETTLED)

    async def _look(self, doubt: Doubt) -> None:
        client = self._client_for(doubt.workspace_id)
        copies = await _copies(client, doubt) if client else None
        if client and copies is not None:
            await self._keep_one(client, doubt, copies)

    async def _keep_one(self, client: Client, doubt: Doubt, copies: Sequence[Copy]) -> None:
        if len(copies) > 1:
            kept = min(copies, key=_worth)
            # Before the others go: an update must not look for its card where it no longer stands.
            await self._database.run(_stands, doubt.message_id, kept.place)
            for copy in copies:
                if copy is not kept:
                    await posting.remove(client, copy.place)
                    log.warning("a second copy was taken away", message=doubt.message_id)
        await self._database.run(_is_certain, doubt.message_id)


async def _copies(client: Client, doubt: Doubt) -> list[Copy] | None:
    """All that stand there: none where we may not look, None where we cannot now."""
    copies: list[Copy] = []
    async for page in history.pages(client, HistorySearch(doubt.to, doubt.key, doubt.since, doubt.thread)):
        if not isinstance(page, HistoryPage):
            return None if isinstance(page, Unread) else []
        copies += page.copies
    return copies


def _worth(copy: Copy) -> tuple[bool, float]:
    """The first copy is the one that people have seen, unless its thread has begun under another."""
    return not copy.has_replies, float(copy.place.ts)


def _take(session: Session) -> list[Doubt]:
    settled = now(session) - SETTLED
    doubted = select(Message).where(Message.doubted_at <= settled, Message.state == Progress.SENT)
    # Skipped where another worker sweeps them at this moment.
    first = doubted.order_by(Message.doubted_at).limit(AT_ONCE).with_for_update(skip_locked=True)
    doubts: list[Doubt] = []
    for message in session.scalars(first).all():
        message.doubted_at = now(session)  # what fails is tried again after another five minutes
        with quarantine.attempt(session, Case(message.workspace_id, JOB, str(message.id))):
            doubts.append(_taken(session, message))
    return doubts


def _taken(session: Session, message: Message) -> Doubt:
    return Doubt(
        workspace_id=message.workspace_id,
        message_id=message.id,
        to=ChannelId(session.get_one(Lane, message.lane_id).channel),
        key=claim.key(session, message),
        thread=places.of_thread(session, message),
        since=claim.earliest(message),
    )


def _stands(session: Session, message_id: int, place: Place) -> None:
    message = session.get_one(Message, message_id)
    if places.of_card(session, message) == Place(place.channel, message.sent_ts or place.ts):
        places.stand(session, message, place)
    message.sent_ts = place.ts


def _is_certain(session: Session, message_id: int) -> None:
    session.get_one(Message, message_id).doubted_at = None
