"""A tab with Polder & Co in it, in a headless Chromium."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from slackapp.demo.running import Demo
from tests.browser.chromium import CHROMIUM, MISSING, chromium
from tests.browser.polder import polder
from tests.browser.slack import Slack


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip(MISSING)
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def demo() -> Iterator[Demo]:
    """One for all stories of a module: each speaks of requests of its own, and time only goes forward."""
    if CHROMIUM is None:
        pytest.skip(MISSING)
    with polder() as demo:
        yield demo


@pytest.fixture
def slack(browser: Browser, demo: Demo) -> Iterator[Slack]:
    """Amy of Support looks at #general. Whatever the browser complains of fails the test."""
    tab = browser.new_page()
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.goto(demo.sandbox.address)
    slack = Slack(tab)
    slack.shows("# general", tab.locator("#place h2"))
    yield slack
    tab.close()
    demo.sandbox.workspaces[0].modals.clear()
    assert complaints == []
