"""Letting Bolt answer, with a stopwatch beside it."""

from time import monotonic
from typing import Any

from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.response import BoltResponse

from slackapp.metrics import SLOW_SECONDS, Metrics

OK = 200


async def dispatch(app: AsyncApp, request: AsyncBoltRequest, metrics: Metrics) -> BoltResponse:
    """Bolt's answer, counted by kind and outcome; the dispatcher leaves the outcome in the request's context."""
    started = monotonic()
    answer: BoltResponse = await app.async_dispatch(request)
    kind, took = _kind(request.body), monotonic() - started
    metrics.acks.labels(kind).observe(took)
    if took > SLOW_SECONDS:
        metrics.slow_acks.labels(kind).inc()
    metrics.payloads.labels(kind, _outcome(request, answer)).inc()
    return answer


def _outcome(request: AsyncBoltRequest, answer: BoltResponse) -> str:
    by_default = "answered" if answer.status == OK else "failed"
    return str(request.context.get("outcome", by_default))


def _kind(body: dict[str, Any]) -> str:
    kind = str(body.get("type", ""))
    return "command" if "command" in body else kind if kind in KINDS else "other"


KINDS = frozenset(
    {
        *("event_callback", "block_actions", "view_submission", "view_closed"),
        *("shortcut", "message_action", "block_suggestion"),
    }
)
"""The label must not be something that a sender can make up without end."""
