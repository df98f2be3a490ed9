"""A handler reads its payload, calls one rule and answers; everything else is the dispatcher's."""

import ast
import re
from collections.abc import Iterator

from tests.house import rooms

SELECTED = re.compile(r"selected_[a-z]+")
READERS = {
    "slackapp/views/typed.py",
    "slackapp/slack/calls.py",  # the one option that a menu sends
    "slackapp/slack/lost_cards.py",  # ids of what a restore lost
    "slackapp/slack/shapes/interactions.py",  # whether it has the shape at all
    "slackapp/slack/untouched_fields.py",  # whether a field was touched, not what is in it
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_a_handler_calls_at_most_one_rule() -> None:
    assert [where for where, function in _handlers() if len(_rule_calls(function)) > 1] == []


def test_a_handler_catches_nothing() -> None:
    assert [where for where, function in _handlers() if _catches(function)] == []


def test_a_handler_reads_plain_values_and_no_payload() -> None:
    reading = [rooms.name(file) for file in rooms.sources("handlers") if ".body" in file.read_text(encoding="utf-8")]
    assert reading == []


def test_fields_are_read_by_typed_alone() -> None:
    """So that every field of every form is among those that tests/stories/test_odd_forms.py fills with whatever."""
    readers = rooms.sources("handlers", "slackapp/views", "slackapp/slack")
    reading = {rooms.name(file) for file in readers if SELECTED.search(file.read_text(encoding="utf-8"))}
    assert reading == READERS


def _handlers() -> Iterator[tuple[str, Function]]:
    for file in rooms.sources("handlers"):
        for node in ast.walk(rooms.tree(file)):
            if isinstance(node, Function):
                yield f"{rooms.name(file)}: {node.name}", node


def _rule_calls(function: Function) -> list[ast.Call]:
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
    return [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == "run"]


def _catches(function: Function) -> bool:
    return any(isinstance(node, ast.Try | ast.TryStar) for node in ast.walk(function))
