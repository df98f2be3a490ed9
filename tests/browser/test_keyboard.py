"""The keyboard is enough."""

import pytest
from playwright.sync_api import expect

from tests.browser.slack import Slack

pytestmark = pytest.mark.browser


def test_a_request_is_made_and_accepted_without_a_mouse(slack: Slack) -> None:
    slack.presses_until("F6", slack.box)
    slack.keys.type("/req")
    slack.keys.press("Tab")
    slack.keys.type("@prod")
    slack.keys.press("Enter")
    slack.keys.type("A compass")
    slack.keys.press("Enter")
    expect(slack.form.get_by_label("Which team do you ask?")).to_be_focused()
    slack.keys.press("Tab")
    slack.keys.press("Tab")
    slack.keys.type("People get lost")
    slack.keys.press("Tab")
    slack.keys.type("11302026")
    slack.keys.press("Enter")
    expect(slack.form).to_be_hidden()
    slack.presses_until("F6", slack.tab.get_by_label("View as"))
    slack.keys.type("Jan")
    slack.shows("Jan Smit", slack.tab.locator("#who option:checked"))
    slack.arrives()
    slack.presses_until("F6", slack.places.get_by_role("button", name="general"))
    slack.presses_until("ArrowDown", slack.places.get_by_role("button", name="team-product"))
    slack.keys.press("Enter")
    card = slack.card("A compass")
    slack.shows("Unanswered", card)
    slack.presses_until("F6", card)
    slack.presses_until("Tab", card.get_by_role("button", name="Accept"))
    slack.keys.press("Enter")
    slack.shows("Accept", slack.form)
    expect(slack.form.get_by_label("When will it be done?")).to_be_focused()
    slack.keys.press("Enter")
    slack.shows("owner: Jan", card)


def test_escape_closes_what_is_in_front_and_the_focus_goes_back(slack: Slack) -> None:
    slack.asks("product", "A map")
    slack.goes_to("team-product")
    more = slack.card("A map").get_by_role("button", name="More", exact=True)
    more.press("Enter")
    expect(slack.tab.get_by_role("menuitem").first).to_be_focused()
    slack.keys.press("Escape")
    expect(more).to_be_focused()
    more.press("Enter")
    slack.keys.press("End")
    slack.keys.press("Enter")
    expect(slack.form).to_be_visible()
    slack.keys.press("Escape")
    expect(slack.form).to_be_hidden()
    expect(more).to_be_focused()


def test_arrows_walk_through_messages_and_their_tools_can_be_reached(slack: Slack) -> None:
    slack.types("First")
    slack.types("Second")
    slack.shows("Second", slack.messages)
    slack.card("Second").focus()
    slack.keys.press("ArrowUp")
    expect(slack.card("First")).to_be_focused()
    slack.keys.press("Tab")
    slack.keys.press("Enter")
    slack.shows("👀 1", slack.card("First"))
