"""The checker knows Slack's limits, and agrees with slack_sdk where that checks too."""

from typing import Any

import pytest
from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models import blocks as sdk
from slack_sdk.models import views as sdk_views

from blockkit import problems_of_message, problems_of_view
from tests.sandbox.tiny_app import button, card, form, text_field


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> dict[str, Any]:
    return {"type": "mrkdwn", "text": text}


def option(number: int = 1) -> dict[str, Any]:
    return {"text": plain(f"Option {number}"), "value": str(number)}


def options(count: int) -> list[dict[str, Any]]:
    return [option(number) for number in range(count)]


def select(**more: Any) -> dict[str, Any]:
    return {"type": "static_select", "action_id": "a", "options": options(3)} | more


def row(*elements: dict[str, Any]) -> dict[str, Any]:
    return {"type": "actions", "elements": list(elements)}


def section(**more: Any) -> dict[str, Any]:
    return {"type": "section", "text": mrkdwn("x")} | more


BAD_BLOCKS = {
    "empty text": (section(text=mrkdwn("")), "/blocks/0/text/text"),
    "blank text": (section(text=mrkdwn(" \n")), "/blocks/0/text/text"),
    "long text": (section(text=mrkdwn("x" * 3001)), "/blocks/0/text/text"),
    "emoji count twice": (section(text=mrkdwn("🎉" * 1501)), "/blocks/0/text/text"),
    "nothing in a section": ({"type": "section"}, "/blocks/0"),
    "eleven fields": (section(fields=[mrkdwn("x")] * 11), "/blocks/0/fields"),
    "long field": (section(fields=[mrkdwn("x" * 2001)]), "/blocks/0/fields/0/text"),
    "long header": ({"type": "header", "text": plain("x" * 151)}, "/blocks/0/text/text"),
    "header in mrkdwn": ({"type": "header", "text": mrkdwn("x")}, "/blocks/0/text/type"),
    "empty context": ({"type": "context", "elements": []}, "/blocks/0/elements"),
    "eleven in a context": ({"type": "context", "elements": [mrkdwn("x")] * 11}, "/blocks/0/elements"),
    "no buttons": (row(), "/blocks/0/elements"),
    "twenty-six buttons": (row(*[button("x", f"a{n}") for n in range(26)]), "/blocks/0/elements"),
    "same action twice": (row(button("x", "a"), button("y", "a")), "/blocks/0/elements/0/action_id"),
    "long button": (row(button("x" * 76, "a")), "/blocks/0/elements/0/text/text"),
    "long value": (row(button("x", "a", value="v" * 2001)), "/blocks/0/elements/0/value"),
    "odd style": (row(button("x", "a", style="loud")), "/blocks/0/elements/0/style"),
    "no options": (row(select(options=[])), "/blocks/0/elements/0/options"),
    "hundred and one options": (row(select(options=options(101))), "/blocks/0/elements/0/options"),
    "long option": (
        row(select(options=[option() | {"text": plain("x" * 76)}])),
        "/blocks/0/elements/0/options/0/text/text",
    ),
    "long option value": (
        row(select(options=[option() | {"value": "x" * 151}])),
        "/blocks/0/elements/0/options/0/value",
    ),
    "unknown first choice": (row(select(initial_option=option(9))), "/blocks/0/elements/0/initial_option"),
    "eleven checkboxes": (
        row({"type": "checkboxes", "action_id": "a", "options": options(11)}),
        "/blocks/0/elements/0/options",
    ),
    "six in a menu": (
        row({"type": "overflow", "action_id": "a", "options": options(6)}),
        "/blocks/0/elements/0/options",
    ),
    "bad date": (row({"type": "datepicker", "initial_date": "1-2-2026"}), "/blocks/0/elements/0/initial_date"),
    "bad time": (row({"type": "timepicker", "initial_time": "9:00"}), "/blocks/0/elements/0/initial_time"),
    "bad moment": (
        row({"type": "datetimepicker", "initial_date_time": 12}),
        "/blocks/0/elements/0/initial_date_time",
    ),
    "long confirmation": (
        row(
            button(
                "x",
                "a",
                confirm={"title": plain("x" * 101), "text": plain("x"), "confirm": plain("y"), "deny": plain("n")},
            )
        ),
        "/blocks/0/elements/0/confirm/title/text",
    ),
    "input in a row": (row({"type": "plain_text_input"}), "/blocks/0/elements/0/type"),
    "many-select in a row": (row(select(type="multi_static_select")), "/blocks/0/elements/0/type"),
    "image without words": ({"type": "image", "image_url": "https://x.nl/a.png"}, "/blocks/0/alt_text"),
    "image without a web address": (
        {"type": "image", "image_url": "a.png", "alt_text": "x"},
        "/blocks/0/image_url",
    ),
    "alert in a message": ({"type": "alert", "text": plain("x")}, "/blocks/0/type"),
    "unknown block": ({"type": "poem"}, "/blocks/0/type"),
    "empty rich text": (
        {
            "type": "rich_text",
            "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": ""}]}],
        },
        "/blocks/0/elements/0/elements/0/text",
    ),
    "long block id": (section(block_id="x" * 256), "/blocks/0/block_id"),
}


@pytest.mark.parametrize("name", BAD_BLOCKS)
def test_bad_block_is_found_at_its_place(name: str) -> None:
    block, pointer = BAD_BLOCKS[name]
    assert [problem.pointer for problem in problems_of_message([block], "x")][:1] == [pointer]


@pytest.mark.parametrize(
    "name",
    ["long text", "eleven fields", "long header", "eleven in a context", "twenty-six buttons", "long button"],
)
def test_slack_sdk_agrees(name: str) -> None:
    block = sdk.Block.parse(BAD_BLOCKS[name][0])
    assert block is not None
    with pytest.raises(SlackObjectFormationError):
        block.to_dict()


@pytest.mark.parametrize("view", [form(), form(submit=None, blocks=card("x")), {"type": "home", "blocks": []}])
def test_good_view_has_no_problems(view: dict[str, Any]) -> None:
    assert problems_of_view({key: value for key, value in view.items() if value is not None}) == []
    if view["type"] == "modal":
        sdk_views.View(**view).to_dict()


BAD_VIEWS = {
    "long title": (form(title=plain("x" * 25)), "/title/text"),
    "no submit": ({key: value for key, value in form().items() if key != "submit"}, "/submit"),
    "long metadata": (form(private_metadata="x" * 3001), "/private_metadata"),
    "many blocks": (form(blocks=card("x") * 101), "/blocks"),
    "no blocks": (form(blocks=[]), "/blocks"),
    "too large": (form(blocks=[section(text=mrkdwn("é" * 2900)) for _ in range(50)]), ""),
    "same block id": (form(blocks=[text_field("a", "A"), text_field("a", "B")]), "/blocks/0/block_id"),
    "markdown in a modal": (form(blocks=[{"type": "markdown", "text": "x"}]), "/blocks/0/type"),
    "unknown type": (form(type="popup"), "/type"),
}


@pytest.mark.parametrize("name", BAD_VIEWS)
def test_bad_view_is_found_at_its_place(name: str) -> None:
    view, pointer = BAD_VIEWS[name]
    assert pointer in [problem.pointer for problem in problems_of_view(view)]


def test_message_needs_a_text_for_screen_readers() -> None:
    assert [problem.pointer for problem in problems_of_message(card("x"), "")] == ["/text"]


def test_message_has_at_most_fifty_blocks_and_thirteen_thousand_characters() -> None:
    assert problems_of_message(card("x") * 50, "x") == []
    assert [p.pointer for p in problems_of_message(card("x") * 51, "x")] == ["/blocks"]
    assert [p.pointer for p in problems_of_message(card("x" * 2700) * 5, "x")] == ["/blocks"]
