"""What stands in the input elements of a view or a message: `state.values`."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sandbox.payload import Payload

Values = dict[str, dict[str, Payload]]


class Slot(NamedTuple):
    """Where an element keeps its value in the state, and where its first value comes from."""

    key: str
    initial: str
    empty: Any = None


SLOTS: Mapping[str, Slot] = {
    "plain_text_input": Slot("value", "initial_value"),
    "email_text_input": Slot("value", "initial_value"),
    "url_text_input": Slot("value", "initial_value"),
    "number_input": Slot("value", "initial_value"),
    "rich_text_input": Slot("rich_text_value", "initial_value"),
    "file_input": Slot("files", "", []),
    "static_select": Slot("selected_option", "initial_option"),
    "external_select": Slot("selected_option", "initial_option"),
    "users_select": Slot("selected_user", "initial_user"),
    "conversations_select": Slot("selected_conversation", "initial_conversation"),
    "channels_select": Slot("selected_channel", "initial_channel"),
    "multi_static_select": Slot("selected_options", "initial_options", []),
    "multi_external_select": Slot("selected_options", "initial_options", []),
    "multi_users_select": Slot("selected_users", "initial_users", []),
    "multi_conversations_select": Slot("selected_conversations", "initial_conversations", []),
    "multi_channels_select": Slot("selected_channels", "initial_channels", []),
    "checkboxes": Slot("selected_options", "initial_options", []),
    "radio_buttons": Slot("selected_option", "initial_option"),
    "datepicker": Slot("selected_date", "initial_date"),
    "timepicker": Slot("selected_time", "initial_time"),
    "datetimepicker": Slot("selected_date_time", "initial_date_time"),
}


def elements_in(blocks: list[Payload]) -> Iterator[tuple[Payload, Payload]]:
    """Each block with each interactive element in it."""
    for block in blocks:
        single = [block.get("element"), block.get("accessory")]
        row = block.get("elements", []) if block.get("type") in {"actions", "context_actions"} else []
        yield from ((block, element) for element in [*single, *row] if element)
        yield from elements_in(block.get("child_blocks", []))


def initial(blocks: list[Payload]) -> Values:
    """The values of a view that has just been opened."""
    values: Values = {}
    for block, element in elements_in(blocks):
        if element.get("type") in SLOTS:
            values.setdefault(block["block_id"], {})[element["action_id"]] = _first(element)
    return values


def carried_over(before: Values, blocks: list[Payload]) -> Values:
    """The values after an update: they survive only under the same block_id and action_id (and kind)."""
    values = initial(blocks)
    for block_id, actions in values.items():
        for action_id, fresh in actions.items():
            old = before.get(block_id, {}).get(action_id)
            if old and old["type"] == fresh["type"]:
                actions[action_id] = old
    return values


def state_of(element: Payload, value: Any) -> Payload:  # noqa: ANN401  each kind of element has its own
    """The state of an element that holds this value."""
    return {"type": element["type"], SLOTS[element["type"]].key: value}


def is_empty(state: Payload) -> bool:
    """Whether nothing has been filled in."""
    return state.get(SLOTS[state["type"]].key) in (None, "", [])


def _first(element: Payload) -> Payload:
    slot = SLOTS[element["type"]]
    return state_of(element, element.get(slot.initial, slot.empty))
