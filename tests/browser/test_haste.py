"""Who is quicker than the sandbox loses nothing: neither what was typed, nor the place where they were."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.bot import Bot
from tests.browser.gate import DEEDS, LOOKS, deed, gate
from tests.browser.slack import Slack

pytestmark = pytest.mark.browser


def test_messages_typed_while_another_is_on_its_way_all_come(slack: Slack) -> None:
    with gate(slack.tab, DEEDS, deed("types")):
        for number in ("first", "second", "third"):
            slack.types(f"The {number} of three")
    slack.shows("The third of three", slack.messages)
    assert _said(slack, "of three") == ["The first of three", "The second of three", "The third of three"]


def test_what_could_not_be_sent_stands_in_the_box_again(slack: Slack) -> None:
    with gate(slack.tab, DEEDS, deed("types")) as closed:
        slack.types("Nobody hears this")
        slack.box.press_sequentially("and this was typed since")
        closed.holds(1).pop().fulfill(json={"trouble": "Not now."})
    expect(slack.tab.locator("#toast")).to_have_text("Not now.")
    expect(slack.box).to_have_value("Nobody hears this\nand this was typed since")
    slack.keys.press("Enter")
    slack.shows("typed since", slack.messages)


def test_what_is_typed_stays_when_the_sandbox_was_away(slack: Slack) -> None:
    slack.box.press_sequentially("Half a sen")
    slack.tab.context.set_offline(offline=True)
    slack.shows("The sandbox is not running.", slack.tab.locator("#warning"))
    slack.box.press_sequentially("tence")
    slack.tab.context.set_offline(offline=False)
    expect(slack.tab.locator("#warning")).to_be_hidden()
    expect(slack.box).to_have_value("Half a sentence")
    slack.complaints.clear()  # the browser itself tells that an address did not answer


def test_the_place_that_was_chosen_last_counts(slack: Slack) -> None:
    with gate(slack.tab, DEEDS, deed("opens")) as closed:
        slack.places.get_by_role("button", name="team-product").click()
        slack.places.get_by_role("button", name="team-support").click()
        closed.holds(2).pop().continue_()
        slack.shows("team-support", slack.place)
    slack.arrives()
    slack.types("Here I am")
    slack.shows("Here I am", slack.messages)
    slack.shows("team-support", slack.place)


def test_the_person_who_was_chosen_last_counts(slack: Slack, bot: Bot) -> None:
    amy = f"as={bot.person('Amy').id}"
    with gate(slack.tab, DEEDS, deed("opens")) as deeds, gate(slack.tab, LOOKS, lambda look: amy in look.url) as looks:
        looks.holds(1)
        bot.calls("chat.postMessage", channel=bot.channel("general").id, text="New to Amy")
        slack.tab.get_by_label("View as").select_option(value=bot.person("Bram").id)
        deeds.holds(1)
        with slack.tab.expect_response(lambda response: amy in response.url):
            looks.opens()
    slack.arrives()
    slack.shows("Dutch", slack.tab.locator("#who .zone"))
    slack.shows("Bram Jansen", slack.tab.locator("#who option:checked"))


def test_the_switches_keep_the_focus(slack: Slack) -> None:
    who = slack.tab.get_by_label("View as")
    who.press("ArrowDown")
    slack.arrives()
    expect(who).to_be_focused()
    hour = slack.tab.get_by_role("button", name="+1 hour")
    before = slack.tab.locator("#clock time").inner_text()
    hour.press("Enter")
    expect(slack.tab.locator("#clock time")).not_to_have_text(before)
    expect(hour).to_be_focused()


def test_a_tip_is_taken_where_one_stands_already_and_spoils_nothing(slack: Slack) -> None:
    tip = slack.tab.get_by_role("button", name="As Amy, ask Product for something")
    tip.click()
    expect(slack.box).to_have_value(re.compile("^/request @product-team"))
    slack.box.fill("My own words")
    tip.click()
    slack.arrives()
    expect(slack.box).to_have_value("My own words")


def _said(slack: Slack, ending: str) -> list[str]:
    return [text for text in slack.messages.locator(".content").all_inner_texts() if text.endswith(ending)]
