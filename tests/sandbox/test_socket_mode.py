"""Socket Mode over a real WebSocket, with Bolt's own handler."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp

from sandbox import APP_TOKEN
from tests.sandbox.conftest import Polder
from tests.sandbox.tiny_app import bolt, form

pytestmark = pytest.mark.anyio


@pytest.fixture
async def app(polder: Polder) -> AsyncIterator[AsyncApp]:
    app = bolt(polder.client)
    handler = AsyncSocketModeHandler(app, APP_TOKEN, web_client=polder.client)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    await polder.sandbox.socket.connected()
    yield app
    await handler.close_async()  # type: ignore[no-untyped-call]


async def test_command_form_and_errors_go_through_the_socket(polder: Polder, app: AsyncApp) -> None:
    @app.command("/request")
    async def opens(ack: Any, body: Any, client: Any) -> None:
        await client.views_open(trigger_id=body["trigger_id"], view=form())
        await ack()

    @app.view("request.form")
    async def refuses(ack: Any) -> None:
        await ack(response_action="errors", errors={"what": "Say more."})

    await polder.sanne.types(polder.design, "/request")
    await polder.sanne.fills("what", "x")
    assert (await polder.sanne.submits()).errors == {"what": "Say more."}


async def test_command_is_answered_through_the_socket(polder: Polder, app: AsyncApp) -> None:
    @app.command("/teams")
    async def answers(ack: Any) -> None:
        await ack("No teams yet")

    await polder.sanne.types(polder.design, "/teams")
    assert polder.sanne.sees(polder.design) == ["No teams yet"]


async def test_silence_is_told_to_the_person(polder: Polder, app: AsyncApp) -> None:
    polder.sandbox.socket.patience = 0.1
    await polder.sanne.types(polder.design, "/nothing")
    assert polder.sanne.sees(polder.design) == ["/nothing failed with the error “operation_timeout”"]


async def test_events_of_a_channel_reach_the_app(polder: Polder, app: AsyncApp) -> None:
    heard: list[Any] = []

    @app.event("message")
    async def hears(event: Any) -> None:
        heard.append(event)

    await polder.sanne.types(polder.design, "Hello")
    assert heard[0]["text"] == "Hello"
    assert heard[0]["channel_type"] == "channel"


async def test_app_comes_back_when_slack_asks_for_a_new_connection(polder: Polder, app: AsyncApp) -> None:
    socket = polder.sandbox.socket
    old = socket.connections[0]
    await socket.warns("refresh_requested")
    await socket.connected(instead_of=old)
    assert len(socket.connections) == 1
