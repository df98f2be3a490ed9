"""The same page in Firefox, without a mouse: the scripts here only look."""

import asyncio
from collections.abc import Iterator

import pytest

from demo.running import Demo
from tests.browser.firefox import DOWN, ENTER, ESCAPE, F6, FIREFOX, TAB, Firefox, firefox
from tests.browser.polder import polder
from tests.stories.driver import Loop

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(FIREFOX is None, reason="no Firefox on this machine: apt-get install firefox-esr"),
]

PATIENCE = 200
"""In seconds, for all of a story."""

DARK, LIGHT = 50, 200
"""How light a colour is, 0 to 255."""

FOCUSED = "document.activeElement"


@pytest.fixture(scope="module")
def demo() -> Iterator[Demo]:
    with polder() as demo:
        yield demo


@pytest.fixture
def loop() -> Iterator[Loop]:
    loop = Loop()
    yield loop
    loop.close()


def test_a_request_is_made_and_accepted_in_firefox(demo: Demo, loop: Loop) -> None:
    async def told() -> None:
        async with asyncio.timeout(PATIENCE), firefox() as browser:
            await _opens(browser, demo)
            await _asks(browser)
            await _becomes_jan(browser)
            await _accepts(browser)
            assert browser.complaints == []

    loop.begin(told()).result()


def test_who_likes_it_dark_has_it_dark(demo: Demo, loop: Loop) -> None:
    async def told() -> tuple[float, float]:
        async with asyncio.timeout(PATIENCE), firefox(dark=True) as browser:
            await _opens(browser, demo)
            return await _light(browser, "backgroundColor"), await _light(browser, "color")

    paper, ink = loop.begin(told()).result()
    assert paper < DARK
    assert ink > LIGHT


async def _opens(browser: Firefox, demo: Demo) -> None:
    await browser.goes_to(demo.sandbox.address)
    await browser.sees("document.querySelector('#composer textarea')?.checkVisibility()")


async def _asks(browser: Firefox) -> None:
    await browser.presses_until(F6, f"{FOCUSED}.matches('#composer textarea')")
    await browser.types(f"/req{TAB}@product-team A map{ENTER}")
    await browser.sees(f"{FOCUSED}.id === 'field-team'")
    await browser.types(f"{TAB}{TAB}People get lost{TAB}11302026{ENTER}")
    await browser.sees("!document.querySelector('#modal').open")


async def _becomes_jan(browser: Firefox) -> None:
    await browser.presses_until(F6, f"{FOCUSED}.matches('#who select')")
    await browser.types("Jan")
    await browser.sees("document.querySelector('#who option:checked').text.startsWith('Jan')")
    await browser.sees("document.querySelector('#main').ariaBusy !== 'true'")


async def _accepts(browser: Firefox) -> None:
    await browser.presses_until(F6, f"{FOCUSED}.matches('.go')")
    await browser.presses_until(DOWN, f"{FOCUSED}.textContent.includes('team-product')")
    await browser.types(ENTER)
    await browser.sees("document.querySelector('#messages article')?.textContent.includes('A map')")
    await browser.presses_until(F6, f"{FOCUSED}.matches('#messages article')")
    accept = f"{FOCUSED}.matches('article button') && {FOCUSED}.textContent === 'Accept'"
    await browser.presses_until(TAB, accept)
    await browser.types(ENTER)
    await browser.sees(f"{FOCUSED}.id === 'field-promised'")
    await browser.types(ESCAPE)
    await browser.sees(f"!document.querySelector('#modal').open && {accept}")
    await browser.types(" ")
    await browser.sees(f"{FOCUSED}.id === 'field-promised'")
    await browser.types(ENTER)
    await browser.sees("document.querySelector('#messages article').textContent.includes('owner: Jan')")


async def _light(browser: Firefox, of: str) -> float:
    color = (await browser.runs(f"getComputedStyle(document.body).{of}"))["value"]
    red, green, blue = (int(part) for part in color.removeprefix("rgb(").removesuffix(")").split(","))
    return (red + green + blue) / 3
