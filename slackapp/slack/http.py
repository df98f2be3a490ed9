"""Slack over HTTP: one address, to which only Slack's own requests get through."""

from collections.abc import Callable

from slack_bolt.adapter.starlette.async_handler import to_starlette_response
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from slackapp.metrics import Metrics
from slackapp.slack import request_metrics
from slackapp.slack.guard import Guard, Unwelcome

PATH = "/slack/events"


def route(app: AsyncApp, guard: Guard, metrics: Metrics, is_ready: Callable[[], bool] = lambda: True) -> Route:
    """The request URL of the Slack app. Before the app is ready Slack is asked to come again with what it has."""

    async def answer(request: Request) -> Response:
        try:
            payload = await guard.admit(request)
        except Unwelcome as unwelcome:
            unwelcome.note(metrics)
            # What of the body has not come is not waited for.
            return Response(status_code=unwelcome.status, headers={"connection": "close"})
        if not is_ready():
            return Response(status_code=503)
        return to_starlette_response(await request_metrics.dispatch(app, _bolt_request(request, payload), metrics))

    return Route(PATH, answer, methods=["POST"])


def _bolt_request(request: Request, payload: dict[str, object]) -> AsyncBoltRequest:
    # In this mode Bolt takes what has been read and verified, in place of doing both again in its own way.
    return AsyncBoltRequest(mode="socket_mode", body=payload, headers=dict(request.headers))
