"""Takes the README's pictures of the demo: python -m tests.browser.screenshots.

The signs in messages need a font with emoji on this machine: apt-get install fonts-noto-color-emoji.
"""

import logging
from collections.abc import Callable, Mapping
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize

from demo.running import Demo
from demo.stories import HISTORY
from slackapp import logs
from tests.browser.chromium import chromium
from tests.browser.polder import polder
from tests.browser.slack import Slack

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
SIZE = ViewportSize(width=1280, height=800)
PHONE = ViewportSize(width=390, height=800)
DIGEST = "📬"


def a_request_is_asked(slack: Slack) -> None:
    slack.types("/request @product-team A map of all stops")
    slack.fills(why="Half of the calls are people who cannot find the stop.", needed_by="2026-12-01")


def the_card(slack: Slack) -> None:
    slack.presses("Send")
    slack.form.wait_for(state="hidden")
    slack.becomes("Jan Smit")
    slack.goes_to("team-product")
    slack.presses("Accept", slack.card("A map of all stops"))
    slack.presses("Accept")
    slack.shows("owner: Jan", slack.card("A map of all stops"))
    slack.card("A map of all stops").locator(".replies").click()
    slack.shows("Jan accepted it", slack.tab.locator("#replies"))


def in_dutch(slack: Slack) -> None:
    slack.becomes("Bram Jansen")
    slack.goes_to("team-it")
    slack.tab.emulate_media(color_scheme="dark")
    slack.shows("kan niet verder", slack.messages)


def the_digest(slack: Slack) -> None:
    slack.tab.emulate_media(color_scheme="light")
    slack.becomes("Sanne de Vries")
    slack.goes_to("leads")
    slack.card(DIGEST).evaluate("card => card.scrollIntoView()")


def the_digest_on_a_phone(slack: Slack) -> None:
    slack.tab.emulate_media(color_scheme="dark")
    slack.becomes("Bram Jansen")
    slack.goes_to("team-it")
    slack.tab.set_viewport_size(PHONE)
    slack.card(DIGEST).evaluate("card => card.scrollIntoView()")


def misbehaving(slack: Slack) -> None:
    slack.tab.set_viewport_size(SIZE)
    slack.tab.emulate_media(color_scheme="light")
    slack.becomes("Jan Smit")
    slack.goes_to("team-product")
    slack.misbehaves("The app cannot be reached")
    slack.presses("Start", slack.card("A map of all stops"))
    slack.card("A map of all stops").get_by_role("alert").wait_for()
    slack.shows("no answer", slack.inspector)


PICTURES: Mapping[str, Callable[[Slack], None]] = {
    "request": a_request_is_asked,
    "card": the_card,
    "dutch": in_dutch,
    "digest": the_digest,
    "digest-phone": the_digest_on_a_phone,
    "inspector": misbehaving,
}


def main() -> None:
    logs.configure()
    logging.getLogger().setLevel(logging.WARNING)
    FOLDER.mkdir(parents=True, exist_ok=True)
    with polder(HISTORY) as demo, chromium() as browser:
        _take(_opened(browser, demo))


def _take(tab: Page) -> None:
    slack = Slack(tab)
    for name, happens in PICTURES.items():
        happens(slack)
        tab.screenshot(path=FOLDER / f"{name}.png", animations="disabled")
        print(f"docs/screenshots/{name}.png")


def _opened(browser: Browser, demo: Demo) -> Page:
    tab = browser.new_page(viewport=SIZE, reduced_motion="reduce")
    tab.goto(demo.sandbox.address)
    tab.locator("#messages article").first.wait_for()
    return tab


if __name__ == "__main__":
    main()
