"""Who fills in a form faster than the sandbox answers keeps what they typed, and where they were."""

import pytest
from playwright.sync_api import expect

from tests.browser.bot import Bot
from tests.browser.gate import DEEDS, deed, gate
from tests.browser.slack import Slack

pytestmark = pytest.mark.browser

WHY = "Why does it matter?"


def test_an_update_of_a_form_keeps_what_is_being_typed(slack: Slack, bot: Bot) -> None:
    slack.types("/request @product-team A tent")
    why = slack.form.get_by_label(WHY)
    why.press_sequentially("People get lost")
    with gate(slack.tab, DEEDS, deed("fills")):
        why.press_sequentially(" in fog")
        with slack.tab.expect_response(lambda response: "/page/state" in response.url and response.status == 200):
            _retitles(bot, "Another title")
        why.press_sequentially(" and rain")
    slack.shows("Another title", slack.form.locator("h2"))
    expect(why).to_be_focused()
    slack.keys.type(", daily")
    expect(why).to_have_value("People get lost in fog and rain, daily")


def test_what_is_typed_while_a_form_is_on_its_way_stays(slack: Slack) -> None:
    slack.types("/request @product-team A tent")
    details = slack.form.get_by_label("Details")
    with gate(slack.tab, DEEDS, deed("fills")), gate(slack.tab, DEEDS, deed("submits")) as closed:
        slack.presses("Send")
        details.press_sequentially("In every town")
        with slack.tab.expect_response(lambda response: deed("submits")(response.request)):
            closed.opens()
    expect(slack.form.get_by_role("alert").first).to_be_visible()
    expect(details).to_have_value("In every town")


def test_a_field_that_is_put_right_keeps_the_focus(slack: Slack) -> None:
    slack.types("/request @product-team A tent")
    slack.presses("Send")
    expect(slack.form.get_by_role("alert")).to_have_count(2)
    slack.keys.type("People get")
    expect(slack.form.get_by_role("alert")).to_have_count(1)
    slack.keys.type(" lost")
    expect(slack.form.get_by_label(WHY)).to_have_value("People get lost")


def test_escape_twice_closes_the_form_that_was_seen_and_not_the_one_below(slack: Slack, bot: Bot) -> None:
    slack.types("/request @product-team A tent")
    expect(slack.form).to_be_visible()
    _pushes(bot, "Above")
    slack.shows("Above", slack.form.locator("h2"))
    with gate(slack.tab, DEEDS, deed("closes")):
        slack.keys.press("Escape")
        slack.keys.press("Escape")
    slack.shows("request", slack.form.locator("h2"))
    expect(slack.form).to_be_visible()


def test_enter_waits_for_what_is_searched(slack: Slack) -> None:
    slack.types("/decision")
    with gate(slack.tab, DEEDS, deed("suggests")):
        slack.form.get_by_label("Which teams does it concern?").press_sequentially("Produ")
        slack.keys.press("Enter")
    expect(slack.form.get_by_role("button", name="Remove Product")).to_be_visible()
    expect(slack.form.get_by_role("alert")).to_have_count(0)


def test_words_of_which_nothing_was_chosen_do_not_stay(slack: Slack) -> None:
    slack.types("/request @product-team A tent")
    team = slack.form.get_by_label("Which team do you ask?")
    team.fill("Nowhere")
    slack.shows("Nothing found", slack.form)
    slack.keys.press("Tab")
    expect(team).to_have_value("Product")


def _retitles(bot: Bot, title: str) -> None:
    view = bot.workspace.modals_of(bot.person("Amy").id)[-1]
    bot.calls("views.update", view_id=view.id, view=view.body | {"title": {"type": "plain_text", "text": title}})


def _pushes(bot: Bot, title: str) -> None:
    words = {"type": "plain_text", "text": title}
    trigger = bot.workspace.triggers.give(bot.person("Amy").id, in_modal=True)
    view = {"type": "modal", "title": words, "blocks": [{"type": "section", "text": words}]}
    bot.calls("views.push", trigger_id=trigger, view=view)
