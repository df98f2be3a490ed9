"""Whatever stands in a view or a message, the checker answers with problems and never with an exception."""

import copy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from blockkit import problems_of_message, problems_of_view
from tests.sandbox.tiny_app import button, card, form

JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)
OPTION = {
    "text": {"type": "plain_text", "text": "One"},
    "value": "1",
    "description": {"type": "plain_text", "text": "x"},
}
CONFIRM = {key: {"type": "plain_text", "text": "Sure?"} for key in ("title", "text", "confirm", "deny")}
ELEMENTS = [
    button("Go", "go", confirm=CONFIRM),
    {"type": "static_select", "action_id": "s", "options": [OPTION], "initial_option": OPTION},
    {"type": "checkboxes", "action_id": "c", "options": [OPTION], "initial_options": [OPTION]},
    {"type": "datepicker", "action_id": "d", "initial_date": "2026-12-01"},
    {"type": "timepicker", "action_id": "t", "initial_time": "09:00"},
    {"type": "datetimepicker", "action_id": "dt", "initial_date_time": 1_800_000_000},
    {"type": "users_select", "action_id": "u", "response_url_enabled": False},
]
RICH = {
    "type": "rich_text",
    "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "x"}]}],
}
BLOCKS: list[dict[str, Any]] = [
    *card("Hello", *ELEMENTS),
    RICH,
    {"type": "context", "elements": [{"type": "mrkdwn", "text": "x"}]},
    {"type": "image", "image_url": "https://example.com/a.png", "alt_text": "x"},
]


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a JSON value."""
    keys = value.keys() if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return [path, *(place for key in keys for place in places(value[key], (*path, key)))][bool(not path) :]


def spoiled(value: Any, path: tuple[Any, ...], junk: Any) -> Any:
    """A copy with junk at one place."""
    whole = copy.deepcopy(value)
    here = whole
    for key in path[:-1]:
        here = here[key]
    here[path[-1]] = junk
    return whole


@given(path=st.sampled_from(places(BLOCKS)), junk=JUNK)
def test_message_with_junk_somewhere(path: tuple[Any, ...], junk: Any) -> None:
    for problem in problems_of_message(spoiled(BLOCKS, path, junk), "x"):
        assert problem.sentence


VIEW = form(private_metadata="x", external_id="y")
VIEW["blocks"] = [*VIEW["blocks"], *BLOCKS]


@given(path=st.sampled_from(places(VIEW)), junk=JUNK)
def test_view_with_junk_somewhere(path: tuple[Any, ...], junk: Any) -> None:
    for problem in problems_of_view(spoiled(VIEW, path, junk)):
        assert problem.sentence


def test_the_unspoiled_are_without_problems() -> None:
    assert problems_of_message(BLOCKS, "x") == []
    assert problems_of_view(VIEW) == []
