"""Slack is away, slow or odd when the app starts: it comes up, says so, and goes on when Slack is back (A3)."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import aiohttp
import pytest
from pydantic import SecretStr
from slack_sdk.signature import SignatureVerifier

from runtime import connecting, first_directory, lifecycle, registry
from runtime.assembly import Afspraak, built
from runtime.cannot_start import CannotStart
from sandbox import APP_TOKEN, Fault, Kind, Sandbox
from slackapp.clock import SystemClock
from slackapp.config import ConnectedSettings
from slackapp.slack import api_errors, retries
from slackapp.slack.manifest import manifest

pytestmark = pytest.mark.anyio
Settings = Callable[..., ConnectedSettings]
NOWHERE = "http://127.0.0.1:9/api/"
STRANGE = ["1.5", "", "soon", "99999999999999", "-1", "nan", "Wed, 21 Oct 2026 07:28:00 GMT", "0x10", None]


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    registry.open_doors()
    async with Sandbox(SystemClock(), manifest=manifest()) as sandbox:
        sandbox.workspace().person("Sanne de Vries")
        yield sandbox


@pytest.fixture
def settings(sandbox: Sandbox, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setattr(connecting, "EVERY_SECONDS", 0.05)

    def made(**changed: Any) -> ConnectedSettings:
        usual: dict[str, Any] = {
            "slack_bot_token": SecretStr(sandbox.workspaces[0].installation.token),
            "slack_app_token": SecretStr(APP_TOKEN),
            "slack_api_url": sandbox.api_url,
            "database_url": sqlite_url,
            "port": 0,
        }
        return ConnectedSettings(**(usual | changed), _env_file=None)

    return made


async def readiness(address: str) -> tuple[int, dict[str, Any]]:
    async with aiohttp.ClientSession() as session, session.get(f"{address}/readyz") as answer:
        return answer.status, json.loads(await answer.text())


async def becomes_ready(address: str) -> dict[str, Any]:
    status, said = await readiness(address)
    async with asyncio.timeout(60):
        while status != 200:
            await asyncio.sleep(0.05)
            status, said = await readiness(address)
    return said


AWAY = [
    (Kind.SERVER_ERROR, {}, "SlackApiError 500"),
    (Kind.UNAVAILABLE, {}, "503"),
    (Kind.HTML, {}, "SlackApiError"),
    (Kind.DROPS, {}, "ServerDisconnectedError"),
    (Kind.TOO_FAST, {"retry_after": "0.1"}, "429"),
    (Kind.TOO_FAST, {"retry_after": "soon"}, "429"),
    (Kind.ERROR, {"error": "internal_error"}, "internal_error"),
]


@pytest.mark.parametrize(("kind", "how", "why"), AWAY)
async def test_the_app_comes_up_says_so_and_goes_on_when_slack_is_back(
    sandbox: Sandbox, settings: Settings, kind: Kind, how: dict[str, Any], why: str
) -> None:
    sandbox.faults.until_cleared(Fault("auth.test", kind, **how), Fault("apps.connections.open", kind, **how))
    async with built(settings(), SystemClock()) as app:
        await first_directory.everybody(app)
        begun = asyncio.create_task(_at_work(app, sandbox))
        status, said, healed = await begun
    assert (status, said["checks"]["slack"], why in said["reasons"]["slack"]) == (503, False, True)
    assert said["checks"]["deliver"] is True
    assert (healed["checks"]["slack"], healed["checks"]["socket"], healed["reasons"]) == (True, True, {})


async def _at_work(app: Afspraak, sandbox: Sandbox) -> tuple[int, dict[str, Any], dict[str, Any]]:
    async with lifecycle.at_work(app) as address:
        status, said = await readiness(address)
        sandbox.faults.clear()
        return status, said, await becomes_ready(address)


async def test_a_slack_that_cannot_be_reached_at_all_is_said(settings: Settings) -> None:
    async with built(settings(slack_api_url=NOWHERE), SystemClock()) as app, lifecycle.at_work(app) as address:
        status, said = await readiness(address)
    assert status == 503
    assert said["reasons"] == {"slack": f"Slack cannot be reached at {NOWHERE} (ClientConnectorError)."}


async def test_until_slack_was_asked_its_requests_are_to_come_again(
    sandbox: Sandbox, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By HTTP: what is answered with 503 Slack sends again, so that no event is lost."""
    monkeypatch.setattr(connecting, "EVERY_SECONDS", 60)
    sandbox.faults.until_cleared(Fault("auth.test", Kind.SERVER_ERROR))
    secret = "the-signing-secret"
    over_http = settings(slack_app_token=None, slack_signing_secret=SecretStr(secret))
    async with built(over_http, SystemClock()) as app, lifecycle.at_work(app) as address:
        renamed = {"type": "team_rename", "name": "Polder", "team_id": "T0POLDER"}
        body = json.dumps({"type": "event_callback", "team_id": "T0POLDER", "event_id": "Ev0", "event": renamed})
        stamp = str(int(SystemClock().now().timestamp()))
        signature = SignatureVerifier(secret).generate_signature(timestamp=stamp, body=body) or ""
        signed = {"x-slack-request-timestamp": stamp, "x-slack-signature": signature}
        headers = {**signed, "content-type": "application/json"}
        url = f"{address}/slack/events"
        async with aiohttp.ClientSession() as session, session.post(url, data=body, headers=headers) as answer:
            status = answer.status
    assert status == 503


async def test_a_token_that_slack_refuses_still_ends_the_app(settings: Settings) -> None:
    with pytest.raises(CannotStart, match="invalid_auth"):
        async with built(settings(slack_bot_token=SecretStr("xoxb-wrong")), SystemClock()):
            pass


@pytest.mark.parametrize("asked", STRANGE)
async def test_everybody_is_met_whatever_slack_says_of_how_long_to_wait(
    sandbox: Sandbox, settings: Settings, monkeypatch: pytest.MonkeyPatch, asked: str | None
) -> None:
    waited = list[float | None]()

    def paused(asked: float | None) -> float:
        waited.append(asked)
        return 0.0

    monkeypatch.setattr(retries, "pause", paused)
    sandbox.faults.add(Fault("users.list", Kind.TOO_FAST, retry_after=asked, times=2))
    async with built(settings(), SystemClock()) as app:
        await first_directory.everybody(app)
        assert await app.database.read(first_directory.knows_somebody)
    assert len(waited) == 2


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [
        *(("1.5", 1.5), ("30", 30.0), (" 2 ", 2.0), ("0", 0.0)),
        *(("", None), ("soon", None), ("-1", None), ("nan", None), ("inf", None), ("٣", None), ("1e9", None)),
        *(("Wed, 21 Oct 2026 07:28:30 GMT", 30.0), ("Wed, 21 Oct 2026 07:00:00 GMT", 0.0)),
    ],
)
def test_how_long_to_wait_is_read_in_every_form(asked: str, seconds: float | None) -> None:
    date = "Wed, 21 Oct 2026 07:28:00 GMT"
    assert api_errors.seconds({"retry-after": asked, "date": date}) == seconds
    assert api_errors.seconds({"Retry-After": [asked], "Date": [date]}) == seconds


@pytest.mark.parametrize(("asked", "most"), [(None, 31), (0.0, 1), (1.5, 2.5), (1e9, 301)])
def test_what_is_asked_for_is_kept_within_reason(asked: float | None, most: float) -> None:
    assert most - 1 <= retries.pause(asked) <= most
