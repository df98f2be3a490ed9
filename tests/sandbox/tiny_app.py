"""A Bolt app as small as it can be, behind signed HTTP on a free port."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

SECRET = "shhh"


def form(**more: Any) -> dict[str, Any]:
    return {
        "type": "modal",
        "callback_id": "request.form",
        "title": {"type": "plain_text", "text": "New request"},
        "submit": {"type": "plain_text", "text": "Send"},
        "close": {"type": "plain_text", "text": "Cancel"},
        "notify_on_close": True,
        "blocks": [text_field("what", "What do you need?"), person_field(), day_field()],
    } | more


def text_field(block_id: str, label: str, *, optional: bool = False) -> dict[str, Any]:
    element = {"type": "plain_text_input", "action_id": "value", "max_length": 80}
    return _field(block_id, label, element, optional=optional)


def person_field() -> dict[str, Any]:
    return _field("who", "Who?", {"type": "users_select", "action_id": "value"}, optional=True)


def day_field() -> dict[str, Any]:
    return _field("when", "When?", {"type": "datepicker", "action_id": "value"}, optional=True)


def plain(text: str) -> dict[str, str]:
    return {"type": "plain_text", "text": text}


def _field(block_id: str, label: str, element: dict[str, Any], *, optional: bool) -> dict[str, Any]:
    return {"type": "input", "block_id": block_id, "label": plain(label), "element": element, "optional": optional}


def button(text: str, action_id: str, **more: Any) -> dict[str, Any]:
    return {"type": "button", "text": plain(text), "action_id": action_id} | more


def card(text: str, *buttons: dict[str, Any]) -> list[dict[str, Any]]:
    section = {"type": "section", "text": {"type": "mrkdwn", "text": text}}
    return [section, {"type": "actions", "elements": list(buttons)}] if buttons else [section]


def bolt(client: AsyncWebClient) -> AsyncApp:
    return AsyncApp(client=client, signing_secret=SECRET, process_before_response=True)


@asynccontextmanager
async def served(app: AsyncApp) -> AsyncIterator[str]:
    async def take(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await app.async_dispatch(await to_bolt_request(request)))

    server = web.Application()
    server.router.add_post("/slack/events", take)
    runner = web.AppRunner(server)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
    finally:
        await runner.cleanup()
