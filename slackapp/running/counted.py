from time import monotonic

from scheduler.claim import Claim
from scheduler.deliver import ClientFor, Deliverer
from scheduler.outcomes import Outcome
from scheduler.rendering import Kinds
from slackapp.database import Database
from slackapp.metrics import Metrics


class CountedDeliverer(Deliverer):
    """Delivers, and counts what became of each call by its outcome, and how long Slack took."""

    def __init__(self, database: Database, client_for: ClientFor, kinds: Kinds, *, name: str, metrics: Metrics) -> None:
        """`metrics` are those of the process."""
        super().__init__(database, client_for, kinds, name)
        self._metrics = metrics

    async def outcome(self, claim: Claim) -> Outcome:
        """The same, counted."""
        started = monotonic()
        outcome = await super().outcome(claim)
        self._metrics.slack.observe(monotonic() - started)
        self._metrics.sends.labels(type(outcome).__name__.lower()).inc()
        return outcome
