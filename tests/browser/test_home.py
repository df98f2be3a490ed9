"""The App Home in the page: read, acted on, and true at once."""

import pytest
from playwright.sync_api import expect

from tests.browser.slack import Slack

pytestmark = pytest.mark.browser


def test_what_waits_is_taken_on_in_the_home(slack: Slack) -> None:
    slack.asks("product", "A bench")
    slack.becomes("Jan Smit")
    slack.goes_to("App Home")
    slack.shows("Amy (Support) asks Product · no owner yet", slack.messages)
    slack.presses("Accept", slack.messages)
    slack.fills(promised="2026-11-27")
    slack.presses("Accept")
    expect(slack.form).to_be_hidden()
    slack.shows("Amy (Support) asks Product · owner: Jan", slack.messages)


def test_quiet_begins_and_ends_there(slack: Slack) -> None:
    slack.becomes("Sanne de Vries")
    slack.goes_to("App Home")
    slack.messages.get_by_role("combobox").select_option(label="Tot morgen")
    slack.shows("🔕 Tot wo 25 nov 2026, 00:00", slack.messages)
    slack.presses("Ik ben er weer", slack.messages)
    slack.shows("hooguit 5 per dag", slack.messages)
