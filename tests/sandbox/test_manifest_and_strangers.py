"""What the manifest allows, and people who are not quite from here."""

from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError

from sandbox import Sandbox
from sandbox.short_lived import Address
from slackapp.clock import MovableClock
from slackapp.ids import SlackTeamId
from tests.sandbox.conftest import MONDAY_MORNING, Polder, settled

pytestmark = pytest.mark.anyio
MANIFEST: dict[str, Any] = {
    "features": {
        "app_home": {"home_tab_enabled": False, "messages_tab_enabled": True},
        "slash_commands": [{"command": "/teams", "description": "x", "should_escape": False}],
        "shortcuts": [{"name": "Turn into request", "callback_id": "request.from_message", "type": "message"}],
    },
    "oauth_config": {"scopes": {"bot": ["chat:write"], "bot_optional": ["channels:history"]}},
    "settings": {"event_subscriptions": {"bot_events": ["message.channels"]}},
}


async def test_manifest_decides_scopes_commands_events_and_home() -> None:
    clock = MovableClock(MONDAY_MORNING)
    async with Sandbox(clock, manifest=MANIFEST) as sandbox:
        polder = settled(sandbox, clock)
        assert polder.workspace.installation.scopes == {"chat:write", "channels:history"}
        await polder.sanne.types(polder.design, "/request x")
        assert polder.sanne.sees(polder.design) == ["/request is not a valid command."]
        await polder.sanne.types(polder.design, "Hello")
        await polder.sanne.joins(polder.workspace.channel("general", with_app=True))
        assert [p.payload["event"]["type"] for p in sandbox.record.parcels("events_api")] == ["message"]
        with pytest.raises(SlackApiError, match="not_enabled"):
            await polder.client.views_publish(user_id=polder.sanne.person.id, view={"type": "home", "blocks": []})


async def test_command_without_should_escape_arrives_as_typed() -> None:
    clock = MovableClock(MONDAY_MORNING)
    async with Sandbox(clock, manifest=MANIFEST) as sandbox:
        polder = settled(sandbox, clock)
        await polder.sanne.types(polder.design, "/teams @jan <x>")
        assert sandbox.record.parcels("/teams")[0].payload["text"] == "@jan <x>"


async def test_shortcut_is_used_by_its_name() -> None:
    clock = MovableClock(MONDAY_MORNING)
    async with Sandbox(clock, manifest=MANIFEST) as sandbox:
        polder = settled(sandbox, clock)
        message = await polder.jan.writes(polder.design, "Hello")
        await polder.sanne.uses_shortcut("Turn into request", on=message)
        assert sandbox.record.parcels("message_action")[0].payload["callback_id"] == "request.from_message"


async def test_stranger_acts_with_the_id_of_their_own_workspace(polder: Polder) -> None:
    stranger = polder.workspace.person("Eva Extern", team=SlackTeamId("T0OTHER"), is_stranger=True)
    shared = polder.workspace.channel("project", [stranger], is_shared=True, with_app=True)
    eva = polder.sandbox.visitor(stranger)
    await eva.types(shared, "Hello")
    await eva.uses_shortcut("request.new")
    assert polder.sandbox.record.parcels("message")[0].payload["is_ext_shared_channel"] is True
    assert polder.sandbox.record.parcels("shortcut")[0].payload["user"]["team_id"] == "T0OTHER"
    assert eva.sees(polder.design) == []


async def test_envelope_of_a_stranger_names_the_other_organisation(polder: Polder) -> None:
    eva = polder.workspace.person("Eva Extern", team=SlackTeamId("T0OTHER"), odd={"is_stranger": ..., "tz": None})
    await polder.sandbox.happenings.changes(eva, name="eva")
    told = polder.sandbox.record.parcels("user_change")[0].payload
    assert told["team_id"] == "T0OTHER"
    assert told["authorizations"][0]["team_id"] == polder.workspace.id
    assert told["event"]["user"]["tz"] is None
    assert "is_stranger" not in told["event"]["user"]


async def test_group_in_a_command_arrives_as_an_id(polder: Polder) -> None:
    group = polder.workspace.group("design-team", [polder.jan.person])
    await polder.sanne.types(polder.design, "/request @design-team, a banner")
    text = polder.sandbox.record.parcels("/request")[0].payload["text"]
    assert text == f"<!subteam^{group.id}|@design-team>, a banner"


async def test_answer_address_lasts_five_uses_or_half_an_hour(polder: Polder) -> None:
    worn = address(polder)
    assert [await statuses(worn) for _ in range(6)] == [200] * 5 + [404]
    old = address(polder)
    polder.clock.move(timedelta(minutes=31))
    assert await statuses(old) == 404


def address(polder: Polder) -> str:
    return polder.sanne.response_url(Address(polder.sanne.person.id, polder.design.id, polder.clock.now()))


async def statuses(url: str) -> int:
    async with aiohttp.ClientSession() as http, http.post(url, json={"text": "Hello"}) as answer:
        return answer.status
