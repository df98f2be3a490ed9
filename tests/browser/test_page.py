"""The page itself: what is new, threads, reactions, and that nothing comes from elsewhere."""

import pytest
from playwright.sync_api import Browser, expect

from demo.running import Demo
from tests.browser.slack import Slack

pytestmark = pytest.mark.browser


def test_what_is_new_is_marked_and_said_aloud(slack: Slack, demo: Demo, browser: Browser) -> None:
    slack.types("Seen by everybody")
    other = Slack(browser.new_page())
    other.tab.goto(demo.sandbox.address)
    other.becomes("Tom Hughes")
    other.goes_to("team-support")
    slack.types("And this is new")
    other.shows("unread", other.places.get_by_role("button", name="general"))
    other.goes_to("general")
    expect(other.tab.get_by_role("separator", name="New messages")).to_be_visible()
    slack.types("Hello Tom")
    other.shows("Amy Clarke: Hello Tom", other.tab.locator("#live"))
    other.tab.close()


def test_a_thread_opens_beside_and_counts_its_replies(slack: Slack) -> None:
    slack.types("Lunch?")
    message = slack.card("Lunch?")
    message.hover()
    message.get_by_role("button", name="Reply in thread").click()
    thread = slack.tab.get_by_label("Thread", exact=True)
    thread.get_by_label("Reply…").fill("At twelve")
    slack.keys.press("Enter")
    slack.shows("1 reply", message)
    slack.shows("At twelve", thread)
    slack.keys.press("Escape")
    expect(thread).to_be_hidden()


def test_a_reaction_is_picked_and_taken_back(slack: Slack) -> None:
    slack.types("We are live")
    message = slack.card("We are live")
    message.hover()
    message.get_by_role("button", name="Pick a reaction").click()
    slack.keys.type("rocket")
    slack.tab.get_by_role("button", name="rocket", exact=True).click()
    message.get_by_role("button", name="rocket, 1").click()
    expect(message.locator(".reactions")).to_have_count(0)


def test_what_only_one_may_see_says_so(slack: Slack) -> None:
    slack.types("/request list")
    slack.shows("Only visible to you", slack.messages)
    slack.becomes("Tom Hughes")
    expect(slack.messages.get_by_text("Only visible to you")).to_have_count(0)


def test_a_dangerous_button_asks_first(slack: Slack) -> None:
    slack.types("/teams Support")
    slack.presses("Archive this team")
    question = slack.tab.get_by_role("dialog", name="Archive this team?")
    slack.presses("Cancel", question)
    expect(question).to_be_hidden()
    expect(slack.form).to_be_visible()


def test_a_phone_shows_the_channels_behind_a_button(slack: Slack) -> None:
    slack.tab.set_viewport_size({"width": 390, "height": 780})
    expect(slack.places).to_be_hidden()
    slack.tab.get_by_role("button", name="Channels").click()
    slack.goes_to("team-product")
    expect(slack.places).to_be_hidden()
    assert slack.tab.evaluate("document.documentElement.scrollWidth") <= 390


def test_nothing_is_loaded_from_elsewhere_and_nothing_may_be(slack: Slack, demo: Demo) -> None:
    addresses: list[str] = []
    slack.tab.on("request", lambda request: addresses.append(request.url))
    answer = slack.tab.reload()
    slack.shows("# general", slack.tab.locator("#place h2"))
    assert addresses
    assert [address for address in addresses if not address.startswith((f"{demo.sandbox.address}/", "data:,"))] == []
    assert answer is not None
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'; script-src 'self'; style-src 'self'" in policy
    assert "img-src 'self' data:;" in policy
