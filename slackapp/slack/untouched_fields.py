"""The fields of a form that somebody left as they were: what was not touched is not written."""

from collections.abc import Mapping
from typing import Any

BEGUN = {
    "plain_text_input": ("initial_value", "value"),
    "static_select": ("initial_option", "selected_option"),
    "external_select": ("initial_option", "selected_option"),
}
"""Where an element says what it began with, and where a form that was sent says what it holds."""


def fields(view: Mapping[str, Any]) -> frozenset[str]:
    """Their names: they hold what the form began with."""
    values = (view.get("state") or {}).get("values") or {}
    return frozenset(
        block["block_id"]
        for block in view.get("blocks") or ()
        if block.get("type") == "input" and _is_untouched(block["element"], values.get(block["block_id"]) or {})
    )


def _is_untouched(element: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
    begun, held = BEGUN.get(element["type"], ("", ""))
    state = values.get(element.get("action_id", "")) or {}
    return bool(begun) and _value(element.get(begun)) == _value(state.get(held))


def _value(of: Any) -> str:  # noqa: ANN401 - a text, or an option
    return str((of.get("value") if isinstance(of, Mapping) else of) or "")
