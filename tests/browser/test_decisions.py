"""A decision is proposed to several teams and answered."""

import pytest
from playwright.sync_api import expect

from tests.browser.slack import Slack

pytestmark = pytest.mark.browser


def test_a_decision_is_proposed_to_two_teams_and_decided(slack: Slack) -> None:
    slack.types("/decision")
    slack.fills(title="Tickets are answered in pairs", text="Two people look at every ticket.")
    slack.form.get_by_label("Who decides?").select_option(label="Jan Smit")
    for team in ("Product", "Support"):
        slack.form.get_by_label("Which teams does it concern?").press_sequentially(team)
        slack.form.locator(".offers").get_by_role("option", name=team).click()
    expect(slack.form.get_by_role("button", name="Remove Product")).to_be_visible()
    slack.presses("Send")
    expect(slack.form).to_be_hidden()
    slack.becomes("Jan Smit")
    slack.goes_to("Afspraak")
    slack.presses("Decide", slack.card("asks you to decide this"))
    slack.presses("Decide")
    expect(slack.form).to_be_hidden()
    for channel in ("team-product", "team-support"):
        slack.goes_to(channel)
        slack.shows("⚖️ Decided", slack.card("Tickets are answered in pairs"))
