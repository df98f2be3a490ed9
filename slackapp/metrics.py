"""What is counted while the app runs, for `/metrics`."""

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector

ACK_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3)
"""Seconds. Slack waits three; from two on somebody should look."""
SLOW_SECONDS = 1
"""Slack gives up after three, and people begin to wonder after one."""
SLACK_BUCKETS = (0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10)
"""Seconds. After ten the app stops waiting, and looks for the message later."""


class Metrics:
    """The counters of one app, in a registry of its own: two apps in one process do not share them."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self.payloads = Counter(
            "afspraak_payloads", "What Slack sent, and what came of it.", ["kind", "outcome"], registry=self.registry
        )
        self.acks = Histogram(
            "afspraak_ack_seconds",
            "How long Slack waited for an answer.",
            ["kind"],
            buckets=ACK_BUCKETS,
            registry=self.registry,
        )
        self.sends = Counter(
            "afspraak_sends", "Calls that post, and what became of them.", ["outcome"], registry=self.registry
        )
        self.slack = Histogram(
            "afspraak_slack_seconds",
            "How long Slack took for a message.",
            buckets=SLACK_BUCKETS,
            registry=self.registry,
        )
        self.slow_acks = Counter(
            "afspraak_slow_acks", "Answers for which Slack waited over a second.", ["kind"], registry=self.registry
        )
        self.occurrences = Counter(
            "afspraak_occurrences",
            "Scheduled times, by what became of them and whether they were over a quarter of an hour late.",
            ["outcome", "late"],
            registry=self.registry,
        )
        self.refusals = Counter(
            "afspraak_refused_requests",
            "Requests that were turned away unread.",
            ["reason"],
            registry=self.registry,
        )
