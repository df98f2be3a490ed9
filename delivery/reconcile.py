"""Finding out what became of messages that were called and have no answer."""

from delivery import claimer, lookup
from delivery.background_tasks import BackgroundTasks
from delivery.batch_settle import BatchSettler
from delivery.claim import Claim
from delivery.claimer import Claimer
from delivery.deliver import NOT_INSTALLED, ClientFor
from delivery.rendering import Kinds
from delivery.worker import Worker
from slackapp.database import Database
from slackapp.slack.outcomes import Unread

MOST_UNDER_WAY = 20  # looks are many calls each, and people's forms use the same connections


class Reconciler:
    """Looks for the messages in doubt: what stands in the channel was sent, what does not is sent again."""

    def __init__(self, database: Database, client_for: ClientFor, kinds: Kinds, name: str) -> None:
        """`name` tells this worker from others that work on the same tables."""
        self._database = database
        self._client_for = client_for
        self._claiming = Claimer(database, Worker(name, kinds), claimer.RECONCILE)
        self._settler = BatchSettler(database)
        self._under_way = BackgroundTasks(MOST_UNDER_WAY)

    async def begin(self) -> int:
        """Begin to settle doubts that are 30 seconds old, and wait for none; how many that were."""
        return await self._claiming.some(self._begin, self._under_way.room)

    async def ended(self) -> None:
        """Wait for all that has begun."""
        await self._under_way.ended()

    async def once(self) -> int:
        """Settle the doubts of up to 20 lanes that are 30 seconds old; how many that were."""
        begun = await self.begin()
        await self.ended()
        return begun

    def _begin(self, claim: Claim) -> None:
        self._under_way.begin(self._look(claim))

    async def _look(self, claim: Claim) -> None:
        client = self._client_for(claim.workspace_id)
        gate = Unread(NOT_INSTALLED.why, is_gate=True)
        await self._settler.write(claim, await lookup.find(client, claim) if client else gate)
