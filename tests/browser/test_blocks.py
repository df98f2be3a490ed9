"""Blocks with pictures and tables, as any app may post them, are drawn as in Slack; and files can be handed in."""

from typing import Any

import pytest
from playwright.sync_api import Locator, ViewportSize, expect

from tests.browser.bot import Bot
from tests.browser.png import png
from tests.browser.slack import Slack

pytestmark = pytest.mark.browser

TREND = "Days until a request was done: five in September, three in November"
ELSEWHERE = "A picture from another place"
FIGURES = {"Until answered": 1, "Until done": 3, "Blocked": 0, "Late": 2}
PHONE = ViewportSize(width=390, height=780)


@pytest.fixture(scope="module")
def posted(bot: Bot) -> None:
    """A message of the app with all kinds of blocks; its pictures are files that the app has handed in."""
    chart = bot.uploads("trend.png", png(1040, 520, (15, 118, 110)), title="Trend")
    dot = bot.uploads("dot.png", png(40, 40, (213, 155, 28)))
    bot.calls("chat.postMessage", channel=bot.channel("general").id, text="The week", blocks=_blocks(bot, chart, dot))


@pytest.fixture
def report(slack: Slack, posted: None) -> Locator:
    return slack.card("The week of Polder & Co")


def test_pictures_are_shown_with_their_words_and_none_is_loaded_from_elsewhere(slack: Slack, report: Locator) -> None:
    expect(report.get_by_role("img", name=TREND)).to_have_count(2)
    for picture in report.locator("img").all():
        expect(picture).to_have_js_property("complete", value=True)
        assert picture.evaluate("one => one.naturalWidth") > 0
    assert report.locator("img").count() == 4
    expect(report.get_by_role("img", name=ELSEWHERE)).to_contain_text(ELSEWHERE)
    slack.tab.wait_for_function("pane => pane.scrollHeight - pane.scrollTop - pane.clientHeight < 2", arg=_pane(slack))


def test_a_table_has_its_columns_and_a_list_its_marks(report: Locator) -> None:
    expect(report.get_by_role("columnheader")).to_have_text(["Team", "Open", "On time"])
    expect(report.get_by_role("row").nth(1).get_by_role("cell")).to_have_text(["@Jan Smit of Product", "12", "80 %"])
    expect(report.get_by_role("cell", name="12", exact=True)).to_have_css("text-align", "right")
    expect(report.locator(".item")).to_have_text(["•Asked", "•Answered", "1.First", "2.Second"])


def test_on_a_phone_nothing_is_wider_than_the_screen_but_a_table_that_scrolls(slack: Slack, report: Locator) -> None:
    slack.tab.set_viewport_size(PHONE)
    expect(report.get_by_role("table")).to_be_visible()
    assert slack.tab.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    edges = report.locator(".block").evaluate_all("all => all.map((one) => one.getBoundingClientRect().right)")
    assert max(edges) <= PHONE["width"]


def test_what_was_chosen_in_a_message_keeps_the_focus(slack: Slack, report: Locator) -> None:
    period = report.get_by_role("combobox", name="Which weeks?")
    period.focus()
    period.select_option("This quarter")
    question = slack.tab.get_by_role("dialog", name="Look at the quarter?")
    slack.presses("No", question)
    expect(period).to_have_value("")
    period.select_option("This quarter")
    slack.presses("Yes", question)
    expect(period).to_be_focused()
    expect(period).to_have_value("quarter")


def test_a_file_that_is_shared_as_a_picture_is_seen(slack: Slack, bot: Bot) -> None:
    bot.uploads("team.png", png(300, 200, (47, 102, 144)), channel=bot.channel("general").id, alt_txt="The team at sea")
    expect(slack.messages.get_by_role("img", name="The team at sea")).to_be_visible()
    expect(slack.messages.get_by_role("link", name="team.png")).to_have_attribute("download", "team.png")


def test_a_table_of_areas_is_handed_in_as_a_file(slack: Slack) -> None:
    slack.becomes("Sanne de Vries")
    slack.types("/owner import")
    field = slack.form.get_by_label("Een CSV-bestand")
    field.set_input_files({"name": "areas.txt", "mimeType": "text/plain", "buffer": b"name,team\nTimetable,Product\n"})
    slack.form.locator("[type=submit]").click()
    slack.shows("areas.txt cannot be added here: only csv.", slack.form.get_by_role("alert"))
    slack.presses("Remove areas.txt")
    field.set_input_files({"name": "areas.csv", "mimeType": "text/csv", "buffer": b"name,team\nTimetable,Product\n"})
    slack.form.locator("[type=submit]").click()
    slack.shows("Timetable", slack.form)


def _pane(slack: Slack) -> Any:
    return slack.messages.element_handle()


def _blocks(bot: Bot, chart: dict[str, Any], dot: dict[str, Any]) -> list[dict[str, Any]]:
    by_id = {"type": "image", "slack_file": {"id": chart["id"]}, "alt_text": TREND}
    by_address = {"type": "image", "slack_file": {"url": dot["url_private"]}, "alt_text": "A dot"}
    return [
        {"type": "header", "text": _plain("The week of Polder & Co")},
        {"type": "section", "text": _mrkdwn("*12 requests* were done, _3_ are late"), "accessory": by_address},
        {"type": "section", "fields": [_mrkdwn(f"*{name}*\n{days} days") for name, days in FIGURES.items()]},
        by_id | {"title": _plain("Days until done")},
        {"type": "divider"},
        {"type": "table", "rows": _rows(bot), "column_settings": [{"is_wrapped": True}, {"align": "right"}]},
        {"type": "rich_text", "elements": [_list("bullet", "Asked", "Answered"), _list("ordered", "First", "Second")]},
        {"type": "image", "image_url": "https://example.com/a.png", "alt_text": ELSEWHERE},
        {"type": "image", "image_url": chart["url_private"], "alt_text": TREND},
        {"type": "context", "elements": [by_address, _mrkdwn("Figures of :calendar: last week")]},
        {"type": "section", "text": _mrkdwn("More"), "accessory": _select()},
    ]


def _rows(bot: Bot) -> list[list[dict[str, Any]]]:
    jan = {"type": "user", "user_id": bot.person("Jan").id}
    who = {"type": "rich_text_section", "elements": [jan, {"type": "text", "text": " of Product"}]}
    cells: list[dict[str, Any]] = [{"type": "rich_text", "elements": [who]}, _raw("12"), _raw("80 %")]
    return [[_raw("Team"), _raw("Open"), _raw("On time")], cells]


def _select() -> dict[str, Any]:
    question = {"title": _plain("Look at the quarter?"), "text": _plain("It takes long.")}
    return {
        "type": "static_select",
        "action_id": "period",
        "placeholder": _plain("Which weeks?"),
        "options": [{"text": _plain("This quarter"), "value": "quarter"}],
        "confirm": question | {"confirm": _plain("Yes"), "deny": _plain("No")},
    }


def _list(style: str, *items: str) -> dict[str, Any]:
    texts = [[{"type": "text", "text": item}] for item in items]
    sections = [{"type": "rich_text_section", "elements": text} for text in texts]
    return {"type": "rich_text_list", "style": style, "elements": sections}


def _raw(text: str) -> dict[str, str]:
    return {"type": "raw_text", "text": text}


def _plain(text: str) -> dict[str, str]:
    return {"type": "plain_text", "text": text}


def _mrkdwn(text: str) -> dict[str, str]:
    return {"type": "mrkdwn", "text": text}
