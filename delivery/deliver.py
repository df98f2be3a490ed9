"""From the outbox to Slack."""

from collections.abc import Callable, Sequence
from functools import partial

import structlog

from delivery import claimer, lookup, rendering, shared_files
from delivery.background_tasks import BackgroundTasks
from delivery.batch_settle import BatchSettler
from delivery.claim import Claim
from delivery.claimer import Claimer
from delivery.do_not_disturb import DoNotDisturb
from delivery.lanes import AT_ONCE
from delivery.pictures import Pictures
from delivery.rendering import Kinds
from delivery.worker import Worker
from slackapp.database import Database
from slackapp.database_trouble import is_the_databases
from slackapp.ids import WorkspaceId
from slackapp.rules import quarantine
from slackapp.slack import posting, uploading
from slackapp.slack.client import Client
from slackapp.slack.outcomes import (
    Disturbing,
    Gated,
    Hidden,
    Looked,
    NotThere,
    Outcome,
    PictureRefused,
    Posted,
    TooLate,
    Unfinished,
    Unsure,
)
from slackapp.views.message import Content, File

ClientFor = Callable[[WorkspaceId], Client | None]
"""With what to speak in a workspace; None where the app is not installed any more."""

MOST_UNDER_WAY = 60
"""The connections to Slack are shared with those who wait for a form."""
NOT_INSTALLED = Gated("app_uninstalled")

log = structlog.get_logger()


class Deliverer:
    """Posts what waits in the outbox: in order per channel, and never without having written that it will."""

    def __init__(self, database: Database, client_for: ClientFor, kinds: Kinds, name: str) -> None:
        """`name` tells this worker from others that work on the same tables."""
        self._database = database
        self._client_for = client_for
        self._worker = Worker(name, kinds)
        self._claiming = Claimer(database, self._worker, claimer.DELIVER)
        self._disturbances = DoNotDisturb(database.clock)
        self._settler = BatchSettler(database)
        self._pictures = Pictures(database, kinds)
        self._under_way = BackgroundTasks(MOST_UNDER_WAY)

    async def begin(self) -> int:
        """Begin to send the first message of every lane that is free, and wait for none; how many that were."""
        begun = 0
        while self._under_way.room >= AT_ONCE:
            some = await self._claiming.some(self._begin)
            begun += some
            if some < AT_ONCE:
                break
        return begun

    async def ended(self) -> None:
        """Wait for all that has begun."""
        await self._under_way.ended()

    async def once(self) -> int:
        """Send the first message of every lane that is free; how many that were."""
        begun = await self.begin()
        await self.ended()
        return begun

    def _begin(self, claim: Claim) -> None:
        self._under_way.begin(self._deliver(claim))

    async def _deliver(self, claim: Claim) -> None:
        await self._settler.write(claim, await self._certain(claim))

    async def _certain(self, claim: Claim) -> Outcome:
        """What became of it, in any case: what nobody foresaw is a doubt, which is looked into."""
        try:
            return await self.outcome(claim)
        except Exception as failure:
            log.exception("a delivery failed", message=claim.message_id)
            return Unsure(quarantine.reason(failure))

    async def outcome(self, claim: Claim) -> Outcome:
        """Make the call for a claim; nothing is written down."""
        client = self._client_for(claim.workspace_id)
        if client is None:
            return NOT_INSTALLED
        already = await self._already(client, claim)
        if isinstance(already, NotThere) or (isinstance(already, Hidden) and claim.resends):
            return await self._sent(client, claim)
        return already

    async def _already(self, client: Client, claim: Claim) -> Looked:
        if not claim.looks_first:
            return NotThere()
        return await (self._worker.lost.find(client, claim, claim.lost) if claim.lost else lookup.find(client, claim))

    async def _sent(self, client: Client, claim: Claim) -> Outcome:
        if until := await self._disturbances.end(client, claim):
            return Disturbing(until)
        # Before the clock is asked: a picture may take its time, and is there when the claim is taken once more.
        content = await self._pictures.placed(client, claim)
        try:
            files = await self._files(content, claim)
        except Exception as failure:
            if is_the_databases(failure):
                raise
            log.exception("the files of a message could not be made", message=claim.message_id)
            return Unfinished(f"its files could not be made: {quarantine.reason(failure)}")
        if not claim.is_fresh(self._database.clock.now()):
            return TooLate()
        outcome = await self._call(client, claim, content, files)
        if isinstance(outcome, PictureRefused):
            return await self._pictures.refused(claim, content, outcome)
        return outcome

    async def _files(self, content: Content, claim: Claim) -> tuple[File, ...]:
        if claim.stands or not content.has_files:
            return ()
        return await self._database.read(rendering.files, claim.message_id, self._worker.kinds)

    async def _call(self, client: Client, claim: Claim, content: Content, files: tuple[File, ...]) -> Posted:
        if claim.stands:
            return await posting.update(client, claim.stands, content)
        if content.has_files:
            return await uploading.share(client, claim.to, content, files, note=partial(self._note, claim))
        return await posting.post(client, claim.to, content, key=claim.key, thread=claim.thread)

    async def _note(self, claim: Claim, file_ids: Sequence[str]) -> None:
        await self._database.run(shared_files.note, claim.workspace_id, claim.key, file_ids)
