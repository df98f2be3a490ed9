"""The page in a real headless Chromium: a whole story, and text that must stay text."""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any

import pytest
from playwright.async_api import Page as Tab
from playwright.async_api import async_playwright, expect

from sandbox import Sandbox
from sandbox.files import File
from sandbox.page import Page
from slackapp.clock import MovableClock
from tests.browser.chromium import CHROMIUM, FLAGS, MISSING
from tests.browser.png import png
from tests.sandbox.conftest import MONDAY_MORNING, Polder, settled
from tests.sandbox.tiny_app import SECRET, bolt, button, card, form, plain, served

PATIENCE = 60_000
"""In milliseconds, for all that is waited for: the machine may be doing much else."""

expect.set_options(timeout=PATIENCE)
HOSTILE = '<img src=x onerror="document.title=`owned`"> & <!channel>'

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.browser,
    pytest.mark.timeout(600),
    pytest.mark.skipif(CHROMIUM is None, reason=MISSING),
]


@pytest.fixture
async def polder() -> AsyncIterator[Polder]:
    clock = MovableClock(MONDAY_MORNING)

    async def travel(to: datetime) -> None:
        clock.move_to(to)

    sandbox = Sandbox(clock, burst=10)
    Page(sandbox, travel)
    async with sandbox:
        yield settled(sandbox, clock)


@pytest.fixture
async def tab(polder: Polder) -> AsyncIterator[Tab]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        tab = await browser.new_page()
        tab.set_default_timeout(PATIENCE)
        await tab.goto(polder.sandbox.address)
        await expect(tab.locator("#place h2")).to_have_text("# design")
        yield tab
        await browser.close()


@pytest.fixture
async def requests(polder: Polder) -> AsyncIterator[None]:
    """An app with one form, one card and one button."""
    app = bolt(polder.client)

    @app.command("/request")
    async def opens(ack: Any, body: Any, client: Any) -> None:
        await client.views_open(trigger_id=body["trigger_id"], view=form())
        await ack()

    @app.view("request.form")
    async def takes(ack: Any, view: Any, client: Any) -> None:
        what = view["state"]["values"]["what"]["value"]["value"]
        if len(what) < 3:
            await ack(response_action="errors", errors={"what": "Say a little more."})
            return
        text = {"type": "plain_text", "text": what}
        blocks = [{"type": "section", "text": text}, *card("*Open*", button("Accept", "accept"))]
        await client.chat_postMessage(channel=polder.design.id, text=what, blocks=blocks)
        await ack()

    @app.action("accept")
    async def accepts(ack: Any, body: Any, client: Any) -> None:
        ts = body["container"]["message_ts"]
        blocks = card(f"Accepted by <@{body['user']['id']}>")
        await client.chat_update(channel=polder.design.id, ts=ts, text="Accepted", blocks=blocks)
        await ack()

    async with served(app) as url:
        polder.sandbox.reaches(url, SECRET)
        yield


async def test_request_is_made_and_accepted_with_the_keyboard_alone(tab: Tab, requests: None) -> None:
    await tab.get_by_label("Message #design").focus()
    await tab.keyboard.type("/request")
    await tab.keyboard.press("Enter")
    await expect(tab.get_by_role("dialog")).to_contain_text("New request")
    await tab.keyboard.type("ab")
    await tab.keyboard.press("Enter")
    await expect(tab.get_by_role("alert")).to_have_text("Say a little more.")
    await tab.keyboard.press("End")
    await tab.keyboard.type("c of a banner")
    await tab.keyboard.press("Enter")
    await expect(tab.locator("article")).to_contain_text("abc of a banner")
    await tab.get_by_label("View as").select_option(label="Jan Smit")
    await tab.get_by_role("button", name="Accept").press("Enter")
    await expect(tab.locator("article")).to_contain_text("Accepted by @Jan Smit")


async def test_hostile_text_stays_text_everywhere(tab: Tab, polder: Polder, requests: None) -> None:
    await polder.sanne.types(polder.design, HOSTILE)
    await polder.sanne.types(polder.design, "/request")
    await tab.get_by_label("What do you need?").fill(HOSTILE)
    await tab.get_by_role("button", name="Send").last.click()
    await expect(tab.locator("article")).to_have_count(2)
    for article in await tab.locator("article").all():
        await expect(article).to_contain_text(HOSTILE)
    assert await tab.locator("#messages img").count() == 0
    assert "owned" not in await tab.title()


async def test_form_keeps_what_was_typed_when_the_app_fails(tab: Tab, polder: Polder, requests: None) -> None:
    await polder.sanne.types(polder.design, "/request")
    await tab.get_by_label("What do you need?").fill("A banner")
    polder.sandbox.reaches("http://127.0.0.1:9/nobody", SECRET)
    await tab.get_by_role("button", name="Send").last.click()
    await expect(tab.get_by_role("alert")).to_contain_text("trouble connecting")
    await expect(tab.get_by_label("What do you need?")).to_have_value("A banner")


async def test_clock_moves_on_for_everyone(tab: Tab, polder: Polder) -> None:
    await tab.get_by_role("button", name="Monday 9:00").click()
    await expect(tab.locator("#clock")).to_contain_text("maandag 30 november, 09:00")


async def test_home_shows_its_pictures_and_keeps_the_focus_when_it_is_published_anew(tab: Tab, polder: Polder) -> None:
    picture = polder.jan.hands_in("trend.png", png(64, 32, (15, 118, 110)))
    picture.ready_at = polder.clock.now()
    await polder.client.views_publish(user_id=polder.sanne.person.id, view=_home(picture, "Monday"))
    await tab.get_by_role("button", name="App Home").click()
    await expect(tab.get_by_role("img", name="Three days")).to_have_js_property("naturalWidth", 64)
    sort = tab.get_by_role("combobox", name="Sort")
    await sort.focus()
    await sort.select_option(label="By date")
    await polder.client.views_publish(user_id=polder.sanne.person.id, view=_home(picture, "Tuesday"))
    await expect(tab.get_by_role("heading", name="Tuesday")).to_be_visible()
    await expect(sort).to_be_focused()
    await expect(sort).to_have_value("date")


def _home(picture: File, day: str) -> dict[str, Any]:
    option = {"text": plain("By date"), "value": "date"}
    sort = {"type": "static_select", "action_id": "sort", "placeholder": plain("Sort"), "options": [option]}
    image = {"type": "image", "slack_file": {"id": picture.id}, "alt_text": "Three days"}
    header = {"type": "header", "text": plain(day)}
    return {"type": "home", "blocks": [header, image, {"type": "actions", "block_id": "order", "elements": [sort]}]}
