"""Whatever arguments a call has, the Web API answers in Slack's form."""

import re
from typing import Any

import aiohttp
import pytest

from sandbox.web.methods import METHODS
from tests.sandbox.conftest import Polder

pytestmark = pytest.mark.anyio
ODD: list[Any] = [None, "", "x", 7, -1, True, [], [[]], {}, {"type": "modal"}, {"blocks": 3}, "{", "[1]"]
KEYS = (
    "channel", "user", "users", "user_id", "ts", "timestamp", "message_ts", "thread_ts", "text", "blocks",
    "metadata", "view", "view_id", "trigger_id", "hash", "limit", "cursor", "oldest", "latest", "types", "name",
    "usergroup", "include_locale",
)  # fmt: skip


@pytest.mark.parametrize("method", sorted(METHODS))
async def test_odd_arguments_get_a_decent_answer(polder: Polder, method: str) -> None:
    posted = await polder.client.chat_postMessage(channel=polder.design.id, text="x")
    good = {"channel": polder.design.id, "ts": posted["ts"], "user": polder.sanne.person.id, "text": "x"}
    calls = [good | {key: odd} for key in KEYS for odd in ODD]
    async with aiohttp.ClientSession(headers=bearer(polder)) as http:
        for args in calls:
            assert await answered(http, f"{polder.sandbox.api_url}{method}", args), args


def bearer(polder: Polder) -> dict[str, str]:
    return {"Authorization": f"Bearer {polder.workspace.installation.token}"}


async def answered(http: aiohttp.ClientSession, url: str, args: dict[str, Any]) -> bool:
    async with http.post(url, json=args) as answer:
        body = await answer.json()
    return answer.status in {200, 429} and (body["ok"] or bool(re.fullmatch(r"[a-z_]+", body["error"])))


@pytest.mark.parametrize("body", ["{", "[]", "null", '"x"'])
async def test_broken_json_is_refused(polder: Polder, body: str) -> None:
    headers = bearer(polder) | {"Content-Type": "application/json"}
    url = f"{polder.sandbox.api_url}auth.test"
    async with aiohttp.ClientSession(headers=headers) as http, http.post(url, data=body) as answer:
        assert (await answer.json())["error"] in {"invalid_json", "json_not_object"}
