"""Finding out what became of messages that were called and have no answer."""

from scheduler import claiming, lookup
from scheduler.claim import Claim
from scheduler.claiming import Claiming
from scheduler.deliver import NOT_INSTALLED, ClientFor
from scheduler.hands import Hands
from scheduler.ledger import Ledger
from scheduler.outcomes import Unread
from scheduler.rendering import Kinds
from scheduler.underway import UnderWay
from slackapp.database import Database

MOST_UNDER_WAY = 20


class Reconciler:
    """Looks for the messages in doubt: what stands in the channel was sent, what does not is sent again."""

    def __init__(self, database: Database, client_for: ClientFor, kinds: Kinds, name: str) -> None:
        """`name` tells this worker from others that work on the same tables."""
        self._database = database
        self._client_for = client_for
        self._claiming = Claiming(database, Hands(name, kinds), claiming.RECONCILE)
        self._ledger = Ledger(database)
        self._under_way = UnderWay(MOST_UNDER_WAY)

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
        await self._ledger.write(claim, await lookup.find(client, claim) if client else gate)
