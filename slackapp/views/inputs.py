"""The fields of a form. A field's block_id and action_id are its name, by which `typed` reads it back."""

from collections.abc import Sequence
from datetime import date, time

from slackapp.ids import ChannelId, UserId
from slackapp.language.shortening import shorten
from slackapp.views.blocks import Block, Element, plain


def field(
    name: str, label: str, element: Element, *, hint: str = "", optional: bool = False, dispatch: bool = False
) -> Block:
    """Any element as a field; `dispatch` sends each choice at once, so that the form can follow."""
    block: Block = {
        "type": "input",
        "block_id": name,
        "label": plain(label, 2000),
        "element": {"action_id": name, **element},
        "optional": optional,
        "dispatch_action": dispatch,
    }
    return block | ({"hint": plain(hint, 2000)} if hint else {})


def text(value: str = "", *, most: int, multiline: bool = False, placeholder: str = "") -> Element:
    """A text of at most `most` characters; what it begins with is shortened visibly where it is too long."""
    element: Element = {"type": "plain_text_input", "max_length": most, "multiline": multiline}
    return element | _if("initial_value", shorten(value, most)) | _placeholder(placeholder)


def select(options: Sequence[Element], chosen: str | None = None) -> Element:
    """One of up to a hundred options; `chosen` is the value of the one that is set."""
    initial = next((each for each in options if each["value"] == chosen), None)
    return {"type": "static_select", "options": list(options)} | _if("initial_option", initial)


def search(options_id: str, chosen: Element | None = None, placeholder: str = "") -> Element:
    """One of any number of options, asked for while typing; `options_id` names the door that answers."""
    element: Element = {"type": "external_select", "action_id": options_id, "min_query_length": 0}
    return element | _if("initial_option", chosen) | _placeholder(placeholder)


def searches(options_id: str, chosen: Sequence[Element] = ()) -> Element:
    """Several options, asked for while typing."""
    element: Element = {"type": "multi_external_select", "action_id": options_id, "min_query_length": 0}
    return element | _if("initial_options", list(chosen))


def day(value: date | None = None) -> Element:
    """A date, without a time."""
    return {"type": "datepicker"} | _if("initial_date", value and value.isoformat())


def time_of_day(value: time | None = None) -> Element:
    """A time of day, in hours and minutes."""
    return {"type": "timepicker"} | _if("initial_time", value and value.strftime("%H:%M"))


def person(value: UserId | None = None) -> Element:
    """Somebody in Slack."""
    return {"type": "users_select"} | _if("initial_user", value)


def people(values: Sequence[UserId] = ()) -> Element:
    """Several people in Slack."""
    return {"type": "multi_users_select"} | _if("initial_users", list(values))


def channel(value: ChannelId | None = None) -> Element:
    """A public or private channel."""
    filters = {"include": ["public", "private"], "exclude_bot_users": True}
    return {"type": "conversations_select", "filter": filters} | _if("initial_conversation", value)


def channels(values: Sequence[ChannelId] = ()) -> Element:
    """Several public or private channels."""
    filters = {"include": ["public", "private"], "exclude_bot_users": True}
    element: Element = {"type": "multi_conversations_select", "filter": filters}
    return element | _if("initial_conversations", list(values))


def checkboxes(options: Sequence[Element], ticked: Sequence[str] = ()) -> Element:
    """Up to ten boxes; `ticked` are the values of those that are set."""
    initial = [each for each in options if each["value"] in ticked]
    return {"type": "checkboxes", "options": list(options)} | _if("initial_options", initial)


def file(kinds: Sequence[str]) -> Element:
    """One file whose name ends so, handed in with the form."""
    return {"type": "file_input", "filetypes": list(kinds), "max_files": 1}


def _if(key: str, value: object) -> Element:
    return {key: value} if value else {}


def _placeholder(placeholder: str) -> Element:
    return _if("placeholder", placeholder and plain(placeholder, 150))


def reason(label: str, name: str = "reason", *, optional: bool = False) -> Block:
    """A field for some words of explanation."""
    return field(name, label, text(most=3000, multiline=True), optional=optional)
