"""What the page's browser is told and may do; the browser itself is tried in test_page_in_a_browser."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError

from sandbox import Sandbox
from sandbox.page import CannotTravel, Page
from slackapp.clock import MovableClock
from tests.sandbox.conftest import MONDAY_MORNING, Polder, settled
from tests.sandbox.tiny_app import button, card, plain

pytestmark = pytest.mark.anyio
UMLAUT = "filename*=UTF-8''%C3%9Cbersicht.csv"


@dataclass
class Browser:
    """The requests that the page's script makes."""

    polder: Polder
    http: aiohttp.ClientSession
    clock: MovableClock
    journeys: list[datetime] = field(default_factory=list)
    stands_still: bool = False

    async def sees(self, **query: str) -> dict[str, Any]:
        where = {"as": self.polder.sanne.person.id, "channel": self.polder.design.id} | query
        async with self.http.get("/page/state", params=where) as answer:
            state: dict[str, Any] = await answer.json()
            return state

    async def wire(self, after: int) -> list[dict[str, Any]]:
        async with self.http.get("/page/record", params={"after": after}) as answer:
            news: list[dict[str, Any]] = await answer.json()
            return news

    async def travel(self, to: datetime) -> None:
        if self.stands_still:
            raise CannotTravel("Not now.")
        self.journeys.append(to)
        self.clock.move_to(to)

    async def does(self, deed: str, **told: Any) -> dict[str, Any]:
        body = {"deed": deed, "as": self.polder.sanne.person.id, "channel": self.polder.design.id} | told
        async with self.http.post("/page/do", json=body) as answer:
            state: dict[str, Any] = await answer.json()
            return state


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    clock = MovableClock(MONDAY_MORNING)
    sandbox = Sandbox(clock)

    async def travel(to: datetime) -> None:
        await opened.travel(to)

    Page(sandbox, travel, patience=0)
    async with sandbox, aiohttp.ClientSession(sandbox.address) as http:
        opened = Browser(settled(sandbox, clock), http, clock)
        yield opened


async def test_message_typed_in_the_page_is_seen_by_the_other(browser: Browser) -> None:
    await browser.does("types", text="Hello <b>@jan</b> & *you* :eyes:")
    message = (await browser.sees(**{"as": browser.polder.jan.person.id}))["messages"][0]
    spans = [span["text"] for p in message["blocks"][0]["paragraphs"] for span in p["spans"]]
    assert spans == ["Hello <b>", "@Jan Smit", "</b> & *you* ", "👀"]


async def test_page_that_shows_everything_already_is_told_so(browser: Browser) -> None:
    where = {"as": browser.polder.sanne.person.id}
    async with browser.http.get("/page/state", params=where) as first:
        known = {"If-None-Match": first.headers["ETag"]}
    async with browser.http.get("/page/state", params=where, headers=known) as second:
        assert second.status == 304


async def test_private_channel_is_not_in_the_list_of_others(browser: Browser) -> None:
    secret = browser.polder.secret.id
    assert [c["name"] for c in (await browser.sees())["channels"]] == ["design"]
    assert (await browser.sees(channel=secret))["channel"] is None


async def test_ephemeral_message_is_shown_to_one(browser: Browser) -> None:
    polder = browser.polder
    await polder.client.chat_postEphemeral(channel=polder.design.id, user=polder.sanne.person.id, text="Psst")
    assert (await browser.sees())["messages"][0]["only_for_you"]
    assert (await browser.sees(**{"as": polder.jan.person.id}))["messages"] == []


async def test_what_is_looked_at_is_no_longer_unread(browser: Browser) -> None:
    await browser.polder.jan.types(browser.polder.design, "Hello")
    assert (await browser.sees(channel=""))["channels"][0]["unread"] == 1
    await browser.sees()
    assert (await browser.sees(channel=""))["channels"][0]["unread"] == 0


async def test_press_without_an_app_warns(browser: Browser) -> None:
    polder = browser.polder
    posted = await polder.client.chat_postMessage(
        channel=polder.design.id, text="x", blocks=card("R-1", button("Accept", "accept"))
    )
    block_id = posted["message"]["blocks"][1]["block_id"]
    result = await browser.does("presses", ts=posted["ts"], block_id=block_id, action_id="accept")
    assert "trouble" in result["trouble"]


async def test_choice_in_a_form_that_follows_is_told_once(browser: Browser) -> None:
    polder = browser.polder
    field = {"type": "users_select", "action_id": "who"}
    block = {"type": "input", "block_id": "who", "dispatch_action": True, "element": field, "label": plain("Who?")}
    home = {"type": "home", "blocks": [block]}
    published = await polder.client.views_publish(user_id=polder.sanne.person.id, view=home)
    chosen = {"view": published["view"]["id"], "block_id": "who", "action_id": "who", "entry": polder.jan.person.id}
    await browser.does("fills", entries=[chosen])
    assert not polder.sandbox.record.delivered
    await browser.does("chooses", **chosen, entries=[chosen])
    assert [one.parcel.payload["type"] for one in polder.sandbox.record.delivered] == ["block_actions"]


async def test_file_is_handed_in_for_a_form_by_this_page_only(browser: Browser) -> None:
    sanne = browser.polder.sanne.person.id
    where = {"as": sanne, "name": "Übersicht.csv"}
    content = {"Content-Type": "application/octet-stream"}
    async with browser.http.post("/page/file", params=where, data=b"a,b", headers=content) as answer:
        file = await answer.json()
    assert (file["name"], file["filetype"], file["size"]) == ("Übersicht.csv", "csv", 3)
    async with browser.http.get(f"/page/file/{file['id']}") as answer:
        assert (await answer.read(), answer.headers["Content-Disposition"]) == (b"a,b", f"attachment; {UMLAUT}")
    async with browser.http.post("/page/file", params=where, data=b"a,b", headers={"Content-Type": "text/plain"}) as no:
        assert no.status == 415


async def test_press_on_what_is_gone_says_so(browser: Browser) -> None:
    result = await browser.does("presses", ts="1.0", block_id="b", action_id="a")
    assert result["trouble"] == "the message is no longer there"


@pytest.mark.parametrize(
    ("to", "moment"),
    [
        ("hour", datetime(2026, 11, 23, 9, 0, tzinfo=UTC)),
        ("tomorrow", datetime(2026, 11, 24, 8, 0, tzinfo=UTC)),
        ("monday", datetime(2026, 11, 30, 8, 0, tzinfo=UTC)),
    ],
)
async def test_clock_goes_to_the_morning_of_the_viewer(browser: Browser, to: str, moment: datetime) -> None:
    await browser.does("travels", to=to)
    assert browser.journeys == [moment]


async def test_what_went_over_the_wire_is_told_once(browser: Browser) -> None:
    polder = browser.polder
    await polder.client.chat_postMessage(channel=polder.design.id, text="x", blocks=card("R-1"))
    told, called = await browser.wire(after=0)
    assert (told["to"], told["name"], told["outcome"]) == ("app", "message", "no answer")
    assert (called["to"], called["name"], called["outcome"]) == ("slack", "chat.postMessage", "ok")
    assert called["sent"]["blocks"][0]["type"] == "section"
    assert polder.workspace.installation.token not in str(called)
    assert await browser.wire(after=max(told["number"], called["number"])) == []


async def test_slack_misbehaves_until_it_is_turned_back(browser: Browser) -> None:
    polder = browser.polder
    await browser.does("misbehaves", how="errors")
    assert (await browser.sees())["mischief"] == "errors"
    with pytest.raises(SlackApiError):
        await polder.client.chat_postMessage(channel=polder.design.id, text="x")
    await browser.does("misbehaves", how="")
    assert (await polder.client.chat_postMessage(channel=polder.design.id, text="x"))["ok"]


async def test_an_app_that_cannot_be_reached_is_reached_again(browser: Browser) -> None:
    way = browser.polder.sandbox.route
    await browser.does("misbehaves", how="unreachable")
    await browser.does("types", text="/request")
    assert "operation_timeout" in (await browser.sees())["messages"][0]["paragraphs"][0]["spans"][0]["text"]
    await browser.does("misbehaves", how="unreachable")
    await browser.does("misbehaves", how="")
    assert browser.polder.sandbox.route is way


async def test_time_that_cannot_pass_is_told(browser: Browser) -> None:
    browser.stands_still = True
    assert (await browser.does("travels", to="hour"))["trouble"] == "Not now."


async def test_other_sites_cannot_use_the_page(browser: Browser) -> None:
    async with browser.http.get("/page/state", headers={"Host": "evil.example:80"}) as answer:
        assert answer.status == 403
    async with browser.http.post("/page/do", json={}, headers={"Origin": "http://evil.example"}) as answer:
        assert answer.status == 403
    async with browser.http.post("/page/do", data="{}") as answer:
        assert answer.status == 415
