"""What people notice when Slack does not do as it should: as little as possible."""

import pytest
from playwright.sync_api import expect

from tests.browser.gate import DEEDS, deed, gate
from tests.browser.slack import Slack

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("how", "title"),
    [
        ("Slack has an outage", "A bell"),
        ("Slack says “not so fast”", "A brake"),
        ("Slack’s answers get lost", "A basket"),
    ],
)
def test_a_card_comes_once_when_slack_behaves_again(slack: Slack, how: str, title: str) -> None:
    slack.types(f"/request @product-team {title}")
    slack.fills(why="People get lost", needed_by="2026-11-30")
    slack.misbehaves(how)
    slack.presses("Send")
    expect(slack.form).to_be_hidden()
    slack.behaves()
    slack.lets_time_pass("+1 hour")
    slack.goes_to("team-product")
    slack.shows("Unanswered", slack.card(title))
    expect(slack.messages.locator("h3", has_text=title)).to_have_count(1)


def test_a_press_that_does_not_arrive_leaves_a_warning(slack: Slack) -> None:
    slack.asks("product", "A map of all stops")
    slack.becomes("Jan Smit")
    slack.goes_to("team-product")
    card = slack.card("A map of all stops")
    slack.misbehaves("The app cannot be reached")
    with gate(slack.tab, DEEDS, deed("presses")):
        slack.presses("Accept", card)
        expect(card.get_by_role("button", name="Accept")).to_have_attribute("aria-busy", "true")
    slack.shows("We had some trouble connecting. Try again?", card.get_by_role("alert"))
    slack.behaves()
    slack.presses("Accept", card)
    expect(slack.form).to_be_visible()
    expect(card.get_by_role("alert")).to_have_count(0)


def test_a_form_that_does_not_arrive_keeps_everything(slack: Slack) -> None:
    slack.types("/request @product-team A saddle")
    slack.fills(why="People get lost", needed_by="2026-11-30")
    slack.misbehaves("The app cannot be reached")
    slack.presses("Send")
    slack.shows("We had some trouble connecting", slack.form.get_by_role("alert"))
    slack.behaves()
    expect(slack.form.get_by_label("Why does it matter?")).to_have_value("People get lost")
    slack.presses("Send")
    expect(slack.form).to_be_hidden()


def test_the_inspector_shows_what_went_over_the_wire(slack: Slack) -> None:
    slack.tab.locator("#backstage").get_by_role("button", name="Inspector").click()
    slack.types("/request @product-team A mirror")
    expect(slack.form).to_be_visible()
    slack.shows("views.open", slack.inspector)
    slack.inspector.locator("summary", has_text="A mirror").click()
    slack.shows('command: "/request"', slack.inspector)
