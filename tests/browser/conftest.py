"""A tab with Polder & Co in it, in a headless Chromium."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from demo.running import Demo
from tests.browser.bot import Bot
from tests.browser.chromium import CHROMIUM, MISSING, chromium
from tests.browser.polder import polder
from tests.browser.slack import Slack
from tests.stories.driver import Loop

PATIENCE = 60_000
"""In milliseconds, for all that is waited for: the machine may be doing much else."""

expect.set_options(timeout=PATIENCE)

LONGEST = 600
"""In seconds, for a whole test with what it needs."""

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.timeout(LONGEST))


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


@pytest.fixture(scope="module")
def bot(demo: Demo) -> Iterator[Bot]:
    loop = Loop()
    yield Bot(demo, loop)
    loop.close()


@pytest.fixture
def slack(browser: Browser, demo: Demo) -> Iterator[Slack]:
    """Amy of Support looks at #general. Whatever the browser complains of fails the test."""
    tab = browser.new_page()
    tab.set_default_timeout(PATIENCE)
    slack = Slack(tab)
    slack.opens(demo.sandbox.address)
    yield slack
    tab.close()
    demo.sandbox.workspaces[0].modals.clear()
    assert slack.complaints == []
