"""Slack over HTTP: one address, to which only Slack's own requests get through."""

from collections.abc import Callable

import structlog
from slack_bolt.adapter.starlette.async_handler import to_async_bolt_request, to_starlette_response
from slack_bolt.async_app import AsyncApp
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from slackapp.metrics import Metrics
from slackapp.slack import measured
from slackapp.slack.guard import Guard, Unwelcome

PATH = "/slack/events"

log = structlog.get_logger()


def route(app: AsyncApp, signing_secret: str, metrics: Metrics, is_ready: Callable[[], bool] = lambda: True) -> Route:
    """The request URL of the Slack app. Before the app is ready Slack is asked to come again with what it has."""
    guard = Guard(signing_secret)

    async def answer(request: Request) -> Response:
        try:
            body = await guard.admit(request)
        except Unwelcome as unwelcome:
            return _turned_away(unwelcome, metrics)
        if not is_ready():
            return Response(status_code=503)
        return to_starlette_response(await measured.dispatch(app, to_async_bolt_request(request, body), metrics))

    return Route(PATH, answer, methods=["POST"])


def _turned_away(unwelcome: Unwelcome, metrics: Metrics) -> Response:
    log.warning("request turned away", status=unwelcome.status, reason=unwelcome.reason)
    metrics.refusals.labels(unwelcome.reason).inc()
    return Response(status_code=unwelcome.status)
