"""What the app answers over HTTP, in every mode: how it is, and in HTTP mode Slack's own requests."""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from runtime import gauges
from runtime.assembly import Afspraak
from runtime.health import Health
from slackapp.slack import http
from slackapp.slack.guard import Guard

FIGURES = "text/plain; version=0.0.4; charset=utf-8"


def site(app: Afspraak, health: Health, *, takes_slack: bool) -> Starlette:
    """The ASGI app. Nothing on it tells anything about people or what they wrote."""

    async def alive(_: Request) -> Response:
        return PlainTextResponse("alive\n")

    async def ready(_: Request) -> Response:
        checks = await health.checks()
        is_ready = all(checks.values())
        told = {name: "unknown" if is_well is None else is_well for name, is_well in checks.items()}
        answer = {"ready": is_ready, "checks": told, "reasons": dict(health.reasons())}
        return JSONResponse(answer, 200 if is_ready else 503)

    async def metrics(_: Request) -> Response:
        text = gauges.text(app.metrics, await health.stored(), health.jobs)
        return Response(text, media_type=FIGURES)

    routes = [Route("/healthz", alive), Route("/readyz", ready), Route("/metrics", metrics)]
    return Starlette(routes=[*routes, *_slack(app, takes_slack=takes_slack)])


def _slack(app: Afspraak, *, takes_slack: bool) -> list[Route]:
    secret = app.settings.slack_signing_secret
    if not secret or not takes_slack:
        return []
    guard = Guard(secret.get_secret_value())
    return [http.route(app.bolt, guard, app.metrics, lambda: not app.connecting.away)]
