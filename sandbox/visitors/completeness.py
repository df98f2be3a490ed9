"""What Slack's client refuses before anything is sent to the app."""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from sandbox.open_views import View
from sandbox.payload import Payload
from sandbox.values import SLOTS, is_empty

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
URL = re.compile(r"https?://\S+")
MOST_TYPED = 3000
MOST_FILES = 10


def missing(view: View) -> dict[str, str]:
    """For each block that keeps the form from being sent: what the client says."""
    return dict(_problems(view))


def _problems(view: View) -> Iterator[tuple[str, str]]:
    for block in view.blocks:
        if block["type"] == "input":
            element = block["element"]
            state = view.values[block["block_id"]][element["action_id"]]
            problem = _required(block, state) if is_empty(state) else _value(element, state)
            if problem:
                yield block["block_id"], problem


def _required(block: Payload, _state: Payload) -> str:
    return "" if block.get("optional") else "Please complete this required field."


def _value(element: Payload, state: Payload) -> str:
    value = state[SLOTS[state["type"]].key]
    if element["type"] == "file_input":
        return _files(element, value)
    if isinstance(value, list):
        most = element.get("max_selected_items", len(value))
        return f"Select no more than {most}." if len(value) > most else ""
    checks = {
        "plain_text_input": _length,
        "number_input": _number,
        "email_text_input": _email,
        "url_text_input": _url,
    }
    check = checks.get(element["type"])
    return check(element, value) if check else ""


def _files(element: Payload, files: list[Payload]) -> str:
    most, kinds = element.get("max_files", MOST_FILES), element.get("filetypes") or []
    if len(files) > most:
        return f"Add no more than {most}."
    others = [file["name"] for file in files if kinds and file.get("filetype", kinds[0]) not in kinds]
    return f"{others[0]} cannot be added here: only {', '.join(kinds)}." if others else ""


def _length(element: Payload, value: str) -> str:
    least, most = element.get("min_length", 0), element.get("max_length", MOST_TYPED)
    if len(value) < least:
        return f"This must be at least {least} characters."
    return f"This must be at most {most} characters." if len(value) > most else ""


def _number(element: Payload, value: str) -> str:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return "Please enter a number."
    if not element["is_decimal_allowed"] and number != number.to_integral_value():
        return "Please enter a whole number."
    return _range(element, number)


def _range(element: Payload, number: Decimal) -> str:
    least, most = element.get("min_value"), element.get("max_value")
    if least is not None and number < Decimal(least):
        return f"Please enter a number of at least {least}."
    return f"Please enter a number of at most {most}." if most is not None and number > Decimal(most) else ""


def _email(_element: Payload, value: str) -> str:
    return "" if EMAIL.fullmatch(value) else "Please enter a valid email address."


def _url(_element: Payload, value: str) -> str:
    return "" if URL.fullmatch(value) else "Please enter a valid URL."
