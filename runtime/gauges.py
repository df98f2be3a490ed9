"""The figures that are read when somebody asks for them, beside those that are counted as things happen."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from sqlalchemy.orm import Session

from scheduler.jobs import RecurringJobs
from slackapp.metrics import Metrics
from slackapp.queries import outbox, quarantine, schedules
from slackapp.queries.outbox import Backlog


class Stored(NamedTuple):
    """What stands in the database: what waits to be sent, how many schedules are due, and what was set aside by job."""

    backlog: Backlog
    due: int
    set_aside: Mapping[str, int]


def read(session: Session) -> Stored:
    """The figures of this moment."""
    return Stored(outbox.backlog(session), schedules.overdue(session), quarantine.counts(session))


class Now:
    """The state of one moment, in the form in which the library asks for it."""

    def __init__(self, stored: Stored | None, jobs: RecurringJobs) -> None:
        """`stored` is None while the database does not answer; the ages of the jobs are told all the same."""
        self._stored = stored
        self._jobs = jobs

    def collect(self) -> Iterator[Metric]:
        """One gauge after the other."""
        if self._stored:
            yield from _of_stored(self._stored)
        yield self._ages()

    def _ages(self) -> Metric:
        gauge = GaugeMetricFamily("afspraak_job_age_seconds", "Since the job last succeeded.", labels=["job"])
        for name, age in self._jobs.ages().items():
            if age is not None:
                gauge.add_metric([name], age)
        return gauge


def text(metrics: Metrics, stored: Stored | None, jobs: RecurringJobs) -> bytes:
    """All figures in Prometheus' own format."""
    moment = CollectorRegistry()
    moment.register(Now(stored, jobs))
    return generate_latest(metrics.registry) + generate_latest(moment)


def _of_stored(stored: Stored) -> Iterator[Metric]:
    waiting = GaugeMetricFamily("afspraak_outbox_messages", "Messages that Slack does not have.", labels=["state"])
    for state, count in stored.backlog.counts.items():
        waiting.add_metric([state], count)
    yield waiting
    yield GaugeMetricFamily(
        "afspraak_outbox_oldest_seconds",
        "How long the oldest message has waited.",
        value=stored.backlog.oldest.total_seconds(),
    )
    yield GaugeMetricFamily("afspraak_schedules_due", "Schedules that wait for a tick.", value=stored.due)
    aside = GaugeMetricFamily("afspraak_set_aside", "What a job failed at, and tries again later.", labels=["job"])
    for job, count in stored.set_aside.items():
        aside.add_metric([job], count)
    yield aside
