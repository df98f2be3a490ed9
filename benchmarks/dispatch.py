"""What our table of names costs beside bare Bolt, and what waiting for Bolt's ack would cost (docs/architecture.md).

Run: python -m benchmarks.dispatch. Every round measures all sides, one after the other, for a moment each; the figure
is the median of the ratios per round, so a machine that slows down slows all sides alike.
"""

import asyncio
import json
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.signature import SignatureVerifier
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from runtime import registry
from slackapp import outbox
from slackapp.clock import SystemClock
from slackapp.database import Database, connect
from slackapp.ids import SlackTeamId, UserId, WorkspaceId
from slackapp.migrating import migrate
from slackapp.models.people import Person
from slackapp.models.workspaces import Workspace
from slackapp.slack import bolt, listeners
from slackapp.slack.dispatch import Dispatcher
from slackapp.slack.installations import Installation, Installations
from slackapp.slack.locales import Locales
from slackapp.slack.unknown_people import UnknownPeople
from slackapp.views.templates import Templates

SECRET = "benchmark"
ROUNDS = 9
SECONDS = 0.5
AT_ONCE = 10

Side = Callable[[], Awaitable[None]]


async def main() -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(_migrated(Path(folder) / "bench.db"), SystemClock(), outbox.put)
        registry.open_doors()
        ours = _side(_ours(database))
        bare = _side(_bare(process_before_response=True))
        by_default = _side(_bare(process_before_response=False))
        many = _side(_many())
        rounds = [await _round(ours, bare, many) for _ in range(ROUNDS)]
        waits = [[await _wait(side) for side in (ours, by_default)] for _ in range(ROUNDS)]
        database.close()
    _print("G1 command, ours / bare Bolt", [ours / bare for ours, bare, _, _ in rounds], "at least 0.75 through HTTP")
    _print("   command, 80 listeners / bare Bolt", [many / bare for _, bare, many, _ in rounds], "what a table avoids")
    _print("G2 twice the doors / all doors", [doubled / ours for ours, _, _, doubled in rounds], "at least 0.95")
    _print("G3 wait for the ack, ours / Bolt by default", [a / b for a, b in waits], "at most 0.05")


async def _round(ours: Side, bare: Side, many: Side) -> list[float]:
    rates = [await _rate(side, AT_ONCE) for side in (ours, bare, many)]
    once = dict(listeners.table())
    listeners._TABLE.update({(entrance, f"{name}.twice"): handler for (entrance, name), handler in once.items()})
    rates.append(await _rate(ours, AT_ONCE))
    for entrance, name in once:
        del listeners._TABLE[entrance, f"{name}.twice"]
    return rates


def _print(name: str, ratios: list[float], goal: str) -> None:
    print(f"{name:45} {median(ratios):6.2f}   ({min(ratios):.2f} to {max(ratios):.2f}; goal {goal})")


async def _rate(side: Side, at_once: int) -> float:
    """Requests a second."""
    until, done = time.perf_counter() + SECONDS, 0

    async def work() -> None:
        nonlocal done
        while time.perf_counter() < until:
            await side()
            done += 1

    await asyncio.gather(*(work() for _ in range(at_once)))
    return done / SECONDS


async def _wait(side: Side) -> float:
    """The median wait for one answer, in seconds."""
    waits = []
    for _ in range(30):
        started = time.perf_counter()
        await side()
        waits.append(time.perf_counter() - started)
    return median(waits)


def _side(app: AsyncApp) -> Side:
    async def once() -> None:
        answer = await app.async_dispatch(_command())
        assert answer.status == 200, answer.body

    return once


def _command() -> AsyncBoltRequest:
    body = urlencode(
        {
            "command": "/afspraak",
            "text": "help",
            "team_id": "T1",
            "user_id": "U1",
            "channel_id": "C1",
            "trigger_id": "1.2",
            "response_url": "https://example.org",
            "api_app_id": "A1",
        }
    )
    stamp = str(int(SystemClock().now().timestamp()))
    signature = SignatureVerifier(SECRET).generate_signature(timestamp=stamp, body=body) or ""
    headers: dict[str, str | Sequence[str]] = {
        "x-slack-signature": [signature],
        "x-slack-request-timestamp": [stamp],
        "content-type": ["application/x-www-form-urlencoded"],
    }
    return AsyncBoltRequest(body=body, headers=headers)


def _ours(database: Database) -> AsyncApp:
    client = AsyncWebClient(token="xoxb-benchmark")
    workspace_id = database.run_now(_installed)
    installations = Installations()
    installations.add(Installation(workspace_id, SlackTeamId("T1"), UserId("UBOT"), "B1", client))
    locales = Locales(database, UnknownPeople(database, installations))
    return bolt.build(Dispatcher(database, installations, locales, "", Templates()), client, SECRET)


def _bare(*, process_before_response: bool) -> AsyncApp:
    app = AsyncApp(signing_secret=SECRET, authorize=_authorize, process_before_response=process_before_response)
    app.command("/afspraak")(_answer)
    return app


def _many() -> AsyncApp:
    app = AsyncApp(signing_secret=SECRET, authorize=_authorize, process_before_response=True)
    for n in range(80):
        app.command(f"/other{n}")(_answer)
    app.command("/afspraak")(_answer)
    return app


async def _answer(ack: AsyncAck) -> None:
    await ack(json.dumps({"text": "hello"}))


async def _authorize() -> AuthorizeResult:
    return AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="xoxb-1", bot_id="B1", bot_user_id="UBOT")


def _migrated(file: Path) -> Engine:
    engine = connect(f"sqlite:///{file}")
    migrate(engine)
    return engine


def _installed(session: Session) -> WorkspaceId:
    workspace = Workspace(slack_id="T1", name="", url="", bot_user_id="UBOT", locale="en", tz="Europe/Amsterdam")
    session.add(workspace)
    session.flush()
    person = {"workspace_id": workspace.id, "user_id": "U1", "name": "Sanne", "tz": "Europe/Amsterdam", "locale": "en"}
    session.add(Person(**person))
    return workspace.id


if __name__ == "__main__":
    asyncio.run(main())
