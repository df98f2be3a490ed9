"""The figures that are read when somebody asks for them, beside those that are counted as things happen."""

from collections.abc import Iterator

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric

from scheduler.clockwork import Clockwork
from slackapp.metrics import Metrics
from slackapp.queries.outbox import Backlog


class Now:
    """The state of one moment, in the form in which the library asks for it."""

    def __init__(self, backlog: Backlog, due: int, clockwork: Clockwork) -> None:
        """What waits to be sent, how many schedules are due, and how long ago each job was done."""
        self._backlog = backlog
        self._due = due
        self._clockwork = clockwork

    def collect(self) -> Iterator[Metric]:
        """One gauge after the other."""
        yield self._waiting()
        yield GaugeMetricFamily(
            "afspraak_outbox_oldest_seconds",
            "How long the oldest message has waited.",
            value=self._backlog.oldest.total_seconds(),
        )
        yield GaugeMetricFamily("afspraak_schedules_due", "Schedules that wait for a tick.", value=self._due)
        yield self._jobs()

    def _waiting(self) -> Metric:
        gauge = GaugeMetricFamily("afspraak_outbox_messages", "Messages that Slack does not have.", labels=["state"])
        for state, count in self._backlog.counts.items():
            gauge.add_metric([state], count)
        return gauge

    def _jobs(self) -> Metric:
        gauge = GaugeMetricFamily("afspraak_job_age_seconds", "Since the job last succeeded.", labels=["job"])
        for name, age in self._clockwork.ages().items():
            if age is not None:
                gauge.add_metric([name], age)
        return gauge


def text(metrics: Metrics, backlog: Backlog, due: int, clockwork: Clockwork) -> bytes:
    """All figures in Prometheus' own format."""
    moment = CollectorRegistry()
    moment.register(Now(backlog, due, clockwork))
    return generate_latest(metrics.registry) + generate_latest(moment)
