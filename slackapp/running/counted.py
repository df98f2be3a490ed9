from prometheus_client import Counter

from scheduler.claim import Claim
from scheduler.deliver import ClientFor, Deliverer
from scheduler.outcomes import Outcome
from scheduler.rendering import Kinds
from slackapp.database import Database


class CountedDeliverer(Deliverer):
    """Delivers, and counts what became of each call by its outcome."""

    def __init__(self, database: Database, client_for: ClientFor, kinds: Kinds, *, name: str, sends: Counter) -> None:
        """`sends` has one label, the outcome's name."""
        super().__init__(database, client_for, kinds, name)
        self._sends = sends

    async def outcome(self, claim: Claim) -> Outcome:
        """The same, counted."""
        outcome = await super().outcome(claim)
        self._sends.labels(type(outcome).__name__.lower()).inc()
        return outcome
