"""The same page in Firefox."""

import pytest

from tests.browser.firefox import ENTER, ESCAPE, FIREFOX, TAB, Firefox, firefox
from tests.browser.polder import polder
from tests.stories.driver import Loop

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(FIREFOX is None, reason="no Firefox on this machine: apt-get install firefox-esr"),
]

ACCEPT = "[...document.querySelectorAll('article button')].find((one) => one.textContent === 'Accept')"


def test_a_request_is_made_and_accepted_in_firefox() -> None:
    loop = Loop()
    with polder() as demo:
        loop.run(_told(demo.sandbox.address))
    loop.close()


async def _told(address: str) -> None:
    async with firefox() as browser:
        await browser.goes_to(address)
        await _asks(browser)
        await _accepts(browser)
        assert browser.complaints == []


async def _asks(browser: Firefox) -> None:
    await browser.sees("document.querySelector('#composer textarea')?.checkVisibility()")
    await browser.runs("document.querySelector('#composer textarea').focus()")
    await browser.types(f"/req{TAB}@product-team A map{ENTER}")
    await browser.sees("document.activeElement.id === 'field-team'")
    await browser.types(f"{TAB}{TAB}People get lost{TAB}")
    # As with buttons: without a window in front, the parts of a date hear no digits.
    await browser.runs("document.activeElement.value = '2026-11-30'")
    await browser.runs("document.activeElement.dispatchEvent(new Event('change'))")
    await browser.types(ENTER)
    await browser.sees("!document.querySelector('#modal').open")


async def _accepts(browser: Firefox) -> None:
    jan = "[...document.querySelectorAll('#who option')].find((one) => one.text.startsWith('Jan')).value"
    await browser.runs(f"location.hash = 'as=' + {jan}; location.reload()")
    await browser.sees("document.querySelector('#who option:checked')?.text.startsWith('Jan')")
    await browser.presses("[...document.querySelectorAll('.go')].find((one) => one.textContent.includes('product'))")
    await browser.presses(ACCEPT)
    await browser.sees("document.activeElement.id === 'field-promised'")
    await browser.types(ESCAPE)
    await browser.sees(f"!document.querySelector('#modal').open && document.activeElement === {ACCEPT}")
    await browser.presses(ACCEPT)
    await browser.sees("document.activeElement.id === 'field-promised'")
    await browser.types(ENTER)
    await browser.sees("document.querySelector('article').textContent.includes('owner: Jan')")
