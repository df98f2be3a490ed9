"""A workspace with two people, and a tiny app of which the tests know every word."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from sandbox import Sandbox, Visitor
from sandbox.channels import Channel
from sandbox.workspace import Workspace
from slackapp.clock import MovableClock

MONDAY_MORNING = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@dataclass
class Polder:
    """The sample workspace of these tests."""

    sandbox: Sandbox
    clock: MovableClock
    workspace: Workspace
    sanne: Visitor
    jan: Visitor
    design: Channel
    secret: Channel
    client: AsyncWebClient


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
async def polder() -> AsyncIterator[Polder]:
    clock = MovableClock(MONDAY_MORNING)
    async with Sandbox(clock) as sandbox:
        yield settled(sandbox, clock)


def settled(sandbox: Sandbox, clock: MovableClock) -> Polder:
    workspace = sandbox.workspace()
    sanne = workspace.person("Sanne de Vries", locale="nl-NL")
    jan = workspace.person("Jan Smit", tz="America/New_York", locale="en-US")
    design = workspace.channel("design", [sanne, jan], with_app=True)
    secret = workspace.channel("secret", [jan], is_private=True)
    client = AsyncWebClient(token=workspace.installation.token, base_url=sandbox.api_url, retry_handlers=[])
    return Polder(sandbox, clock, workspace, sandbox.visitor(sanne), sandbox.visitor(jan), design, secret, client)
