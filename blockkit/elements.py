"""The limits of each kind of element, and in which block it may stand."""

from collections.abc import Iterator, Mapping

from blockkit import options
from blockkit.spot import Problem, Spot
from blockkit.texts import Check, count, length, number, one_of, optional, plain_text, string, url, whole
from blockkit.times import date, epoch, time

MOST_TYPED = 3000  # of a plain_text_input
MOST_FILES = 10  # of a file_input
MOST_OPTIONS = 10_000
SELECTS = {f"{kind}_select" for kind in ("static", "external", "users", "conversations", "channels")}
MULTI_SELECTS = {f"multi_{kind}" for kind in SELECTS}
CHOICES = {"checkboxes", "radio_buttons", "datepicker", "timepicker"}
ACCESSORIES = {"button", "workflow_button", "overflow", "image"} | CHOICES | SELECTS | MULTI_SELECTS
IN_ACTIONS = {"button", "workflow_button", "overflow", "datetimepicker"} | CHOICES | SELECTS
TYPED = {"plain_text_input", "rich_text_input", "email_text_input", "url_text_input", "number_input", "file_input"}
IN_INPUTS = TYPED | {"datetimepicker"} | CHOICES | SELECTS | MULTI_SELECTS


def problems(spot: Spot, allowed: set[str]) -> Iterator[Problem]:
    """What is wrong with an element that must be one of the allowed kinds."""
    if spot.kind not in KINDS:
        yield spot["type"].wrong(f"unsupported type: {spot.kind or 'none'}")
    elif spot.kind not in allowed:
        yield spot["type"].wrong(f"{spot.kind} is not allowed here")
    else:
        yield from _frame(spot)
        yield from KINDS[spot.kind](spot)


def _frame(spot: Spot) -> Iterator[Problem]:
    yield from optional(string, spot["action_id"], 255)
    yield from optional(plain_text, spot["placeholder"], 150)
    if "confirm" in spot:
        yield from options.confirm(spot["confirm"])


def _button(spot: Spot) -> Iterator[Problem]:
    yield from plain_text(spot["text"], 75)
    yield from optional(string, spot["value"], 2000)
    yield from optional(string, spot["accessibility_label"], 75)
    yield from one_of(spot["style"], "primary", "danger")
    if "url" in spot:
        yield from url(spot["url"])


def _icon_button(spot: Spot) -> Iterator[Problem]:
    yield from plain_text(spot["text"], 75)
    yield from string(spot["icon"], 255)
    if "visible_to_user_ids" in spot:
        yield from count(spot["visible_to_user_ids"], 1, 10)


def _feedback_buttons(spot: Spot) -> Iterator[Problem]:
    for key in ("positive_button", "negative_button"):
        yield from plain_text(spot[key]["text"], 75)
        yield from string(spot[key]["value"], 2000)


def _image(spot: Spot) -> Iterator[Problem]:
    yield from string(spot["alt_text"], 2000)
    if "slack_file" not in spot:
        yield from url(spot["image_url"])


def _overflow(spot: Spot) -> Iterator[Problem]:
    yield from options.several(spot["options"], 5)


def _choices(spot: Spot) -> Iterator[Problem]:
    yield from options.several(spot["options"], 10)
    yield from options.initial(spot)


def _static_select(spot: Spot) -> Iterator[Problem]:
    if "option_groups" in spot:
        yield from options.groups(spot["option_groups"])
    else:
        yield from options.several(spot["options"], 100)
    yield from options.initial(spot)
    yield from _most_selected(spot)


def _external_select(spot: Spot) -> Iterator[Problem]:
    yield from whole(spot["min_query_length"], 0, MOST_TYPED)
    yield from _most_selected(spot)


def _directory_select(spot: Spot) -> Iterator[Problem]:
    if spot["response_url_enabled"].value and spot.surface != "modal":
        yield spot["response_url_enabled"].wrong("only allowed in input blocks of modals")
    yield from _most_selected(spot)


def _most_selected(spot: Spot) -> Iterator[Problem]:
    yield from whole(spot["max_selected_items"], 1, MOST_OPTIONS)


def _plain_text_input(spot: Spot) -> Iterator[Problem]:
    yield from whole(spot["min_length"], 0, MOST_TYPED)
    yield from whole(spot["max_length"], 1, MOST_TYPED)
    least, most = number(spot["min_length"], 0), number(spot["max_length"], MOST_TYPED)
    if least > most:
        yield spot["min_length"].wrong("must not be more than max_length")
    if length(str(spot["initial_value"].value or "")) > most:
        yield spot["initial_value"].wrong(f"must be less than {most + 1} characters")


def _number_input(spot: Spot) -> Iterator[Problem]:
    if not isinstance(spot["is_decimal_allowed"].value, bool):
        yield spot["is_decimal_allowed"].wrong("missing required field: is_decimal_allowed")
    for key in ("min_value", "max_value", "initial_value"):
        yield from optional(string, spot[key], 255)


def _file_input(spot: Spot) -> Iterator[Problem]:
    yield from whole(spot["max_files"], 1, MOST_FILES)


def _datepicker(spot: Spot) -> Iterator[Problem]:
    yield from date(spot["initial_date"])


def _timepicker(spot: Spot) -> Iterator[Problem]:
    yield from time(spot["initial_time"])


def _datetimepicker(spot: Spot) -> Iterator[Problem]:
    yield from epoch(spot["initial_date_time"])


def _anything(_spot: Spot) -> Iterator[Problem]:
    yield from ()


KINDS: Mapping[str, Check] = {
    "button": _button,
    "workflow_button": _button,
    "icon_button": _icon_button,
    "feedback_buttons": _feedback_buttons,
    "image": _image,
    "overflow": _overflow,
    "checkboxes": _choices,
    "radio_buttons": _choices,
    "static_select": _static_select,
    "multi_static_select": _static_select,
    "external_select": _external_select,
    "multi_external_select": _external_select,
    "plain_text_input": _plain_text_input,
    "number_input": _number_input,
    "file_input": _file_input,
    "rich_text_input": _anything,
    "email_text_input": _anything,
    "url_text_input": _anything,
    "datepicker": _datepicker,
    "timepicker": _timepicker,
    "datetimepicker": _datetimepicker,
    **{
        f"{many}{whom}_select": _directory_select
        for many in ("", "multi_")
        for whom in ("users", "conversations", "channels")
    },
}
