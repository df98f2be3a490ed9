"""The work in the background, with what became of it counted for `/metrics`."""

from collections.abc import Mapping
from time import monotonic

from delivery.claim import Claim
from delivery.deliver import ClientFor, Deliverer
from delivery.rendering import Kinds
from scheduler.schedules import Words
from scheduler.tick import Rule, Ticker
from slackapp.database import Database
from slackapp.metrics import Metrics
from slackapp.rules.schedules.rounds import Held
from slackapp.slack.outcomes import Outcome

LATE_SECONDS = 900
"""From a quarter of an hour on a prompt says that it is late (docs/decisions/delivery.md)."""


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


class CountedTicker(Ticker):
    """Rings and holds rounds, and counts what became of each time that was due."""

    def __init__(self, database: Database, timers: Mapping[str, Rule], schedules: Words, *, metrics: Metrics) -> None:
        """`metrics` are those of the process."""
        super().__init__(database, timers, schedules)
        self._metrics = metrics

    async def hold(self) -> list[Held]:
        """The same, counted."""
        held = await super().hold()
        for each in held:
            is_late = str(each.round.late_s > LATE_SECONDS).lower()
            for outcome, count in each.outcomes.items():
                self._metrics.occurrences.labels(outcome.value, is_late).inc(count)
        return held
