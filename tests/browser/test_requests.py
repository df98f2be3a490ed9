"""A request travels between teams, and everybody reads it in their own language."""

import pytest
from playwright.sync_api import expect

from tests.browser.slack import Slack

pytestmark = pytest.mark.browser


def test_a_request_is_made_accepted_blocked_and_done_and_its_history_reads_in_dutch(slack: Slack) -> None:
    slack.asks("product", "A map of all stops")
    slack.becomes("Jan Smit")
    slack.goes_to("team-product")
    card = slack.card("A map of all stops")
    slack.presses("Accept", card)
    slack.fills(promised="2026-11-27")
    slack.presses("Accept")
    slack.presses("Blocked", card)
    slack.fills(what="The map server is down")
    slack.form.get_by_label("Which team can lift it?").press_sequentially("IT")
    slack.form.get_by_role("option", name="IT").click()
    slack.presses("Blocked")
    slack.shows("IT can lift it: The map server is down", card)
    slack.becomes("Bram Jansen")
    slack.goes_to("team-it")
    slack.presses("Deblokkeren", slack.card("kan niet verder"))
    slack.shows("is niet meer geblokkeerd", slack.messages)
    slack.becomes("Jan Smit")
    slack.goes_to("team-product")
    slack.presses("Done", card)
    slack.shows("✅ Done", card)
    number = card.locator("h3").inner_text().split()[0]
    slack.becomes("Sanne de Vries")
    slack.types(f"/request {number}")
    slack.shows("Jan nam het aan en belooft 27 november 2026", slack.form)
    slack.shows("Bram: er staat niets meer in de weg", slack.form)


def test_what_is_wrong_stands_at_its_field_and_what_was_typed_stays(slack: Slack) -> None:
    slack.types("/request @product-team A map")
    slack.fills(needed_by="2026-11-02")
    slack.presses("Send")
    slack.shows("Please complete this required field.", slack.form.get_by_role("alert"))
    expect(slack.form.get_by_label("Why does it matter?")).to_be_focused()
    slack.fills(why="People get lost")
    slack.presses("Send")
    slack.shows("2 November 2026 is in the past", slack.form.get_by_role("alert"))
    expect(slack.form.get_by_label("Why does it matter?")).to_have_value("People get lost")
    slack.fills(needed_by="2026-11-27")
    slack.presses("Send")
    expect(slack.form).to_be_hidden()


def test_a_message_becomes_a_request_from_its_menu(slack: Slack) -> None:
    slack.goes_to("team-product")
    slack.types("Who can draw a map of all stops?")
    message = slack.card("Who can draw")
    message.hover()
    message.get_by_role("button", name="More actions").click()
    slack.tab.get_by_role("menuitem", name="Turn into request").click()
    expect(slack.form.get_by_label("What do you need?")).to_have_value("Who can draw a map of all stops?")


def test_nobody_is_forgotten_when_time_passes(slack: Slack) -> None:
    slack.asks("product", "A lost and found page")
    slack.becomes("Sanne de Vries")
    slack.lets_time_pass("Tomorrow 9:00")
    slack.shows("woensdag 25 november, 09:0", slack.tab.locator("#clock"))
    slack.goes_to("Afspraak")
    slack.shows("A lost and found page", slack.messages)
    slack.shows("nog geen antwoord", slack.messages)
    slack.lets_time_pass("+1 hour")
    slack.shows("10:0", slack.tab.locator("#clock"))
