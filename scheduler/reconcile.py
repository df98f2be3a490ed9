"""Finding out what became of messages that were called and have no answer."""

from scheduler import lookup, settle, take
from scheduler.claim import Claim
from scheduler.deliver import ClientFor
from scheduler.together import all_of
from slackapp.database import Database


class Reconciler:
    """Looks for the messages in doubt: what stands in the channel was sent, what does not is sent again."""

    def __init__(self, database: Database, client_for: ClientFor, name: str) -> None:
        """`name` tells this worker from others that work on the same tables."""
        self._database = database
        self._client_for = client_for
        self._name = name

    async def once(self) -> int:
        """Settle the doubts of up to 20 lanes that are 30 seconds old; how many that were."""
        claims = await self._database.run(take.doubtful, self._name)
        await all_of(self._look(claim) for claim in claims)
        return len(claims)

    async def _look(self, claim: Claim) -> None:
        outcome = await lookup.find(self._client_for(claim.workspace_id), claim)
        await self._database.run(settle.settle, claim, outcome)
