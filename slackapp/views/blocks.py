"""The blocks of messages and forms, as plain dicts that are always within Slack's limits."""

from collections.abc import Sequence
from typing import Any

from slackapp.language import Language
from slackapp.language.shortening import one_line, shorten

Block = dict[str, Any]
Element = dict[str, Any]


def plain(text: str, limit: int) -> Element:
    """Text that Slack shows as it is: no markup, no emoji codes, no mention."""
    return {"type": "plain_text", "text": shorten(text, limit), "emoji": False}


def header(text: str) -> Block:
    """The line in large letters that an item begins with."""
    return {"type": "header", "text": plain(one_line(text) or "…", 150)}


def context(text: str) -> Block:
    """A small grey line."""
    return {"type": "context", "elements": [plain(text, 2000)]}


def divider() -> Block:
    """A thin line between two parts."""
    return {"type": "divider"}


def text(words: str, accessory: Element | None = None) -> Block:
    """A paragraph of our own words, with a button beside it where one is given."""
    block = {"type": "section", "text": plain(words, 3000)}
    return block | ({"accessory": accessory} if accessory else {})


def actions(*elements: Element | None, block_id: str | None = None) -> Block:
    """A row of buttons; what is None is left out."""
    block: Block = {"type": "actions", "elements": [element for element in elements if element]}
    return block | ({"block_id": block_id} if block_id else {})


def button(action_id: str, label: str, value: str = "", *, style: str | None = None) -> Element:
    """A button; `style` is "primary" or "danger"."""
    element: Element = {"type": "button", "action_id": action_id, "text": plain(label, 75)}
    return element | ({"value": value} if value else {}) | ({"style": style} if style else {})


def overflow(action_id: str, options: Sequence[Element]) -> Element:
    """The menu behind three dots: at most five."""
    return {"type": "overflow", "action_id": action_id, "options": list(options)[:5]}


def choice(action_id: str, options: Sequence[Element], chosen: str | None = None, *, placeholder: str) -> Element:
    """A select that sends each choice at once; `chosen` is the value of the one that is set."""
    initial = next((each for each in options if each["value"] == chosen), None)
    element: Element = {"type": "static_select", "action_id": action_id, "options": list(options)}
    return element | ({"initial_option": initial} if initial else {"placeholder": plain(placeholder, 150)})


def option(label: str, value: str, description: str = "") -> Element:
    """One of the choices of a select, a menu or checkboxes."""
    element: Element = {"text": plain(one_line(label) or "…", 75), "value": value}
    return element | ({"description": plain(one_line(description), 75)} if description else {})


def modal(
    callback_id: str,
    title: str,
    blocks: Sequence[Block],
    *,
    submit: str | None = None,
    close: str,
    about: str = "",
    tell_when_closed: bool = False,
) -> Block:
    """A form or a page over the conversation. `about` is its private_metadata: ids, never what somebody typed."""
    view: Block = {
        "type": "modal",
        "callback_id": callback_id,
        "title": plain(title, 24),
        "close": plain(close, 24),
        "blocks": list(blocks)[:100],
        "private_metadata": about,
        "notify_on_close": tell_when_closed,
    }
    return view | ({"submit": plain(submit, 24)} if submit else {})


def notice(_: Language, title: str, words: str) -> Block:
    """A small page that says one thing."""
    return modal("notice", title, [text(words)], close=_("Close"))
