"""A line of the log is written with names that can be written: structlog has some of its own."""

import ast
from collections.abc import Iterator

from slackapp import logs
from tests.house import rooms

LEVELS = {"debug", "info", "warning", "error", "exception", "critical", "bind", "note"}
TAKEN = {"event", "level", "timestamp", "logger", "stack_info", "_record", "_from_structlog"}
"""`event` given twice raises a TypeError, the others are written over."""


def test_no_line_gives_a_name_that_is_taken() -> None:
    assert [where for where, name in _names() if name in TAKEN] == []


def test_no_line_gives_a_name_whose_value_is_always_hidden() -> None:
    assert [where for where, name in _names() if name.lower() in logs.NEVER] == []


def _names() -> Iterator[tuple[str, str]]:
    for file in rooms.sources():
        for node in ast.walk(rooms.tree(file)):
            if isinstance(node, ast.Call) and _logs(node.func):
                yield from ((f"{rooms.name(file)}:{node.lineno}", each.arg) for each in node.keywords if each.arg)


def _logs(called: ast.expr) -> bool:
    if isinstance(called, ast.Name):
        return called.id == "note"
    is_log = isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name) and called.value.id == "log"
    return is_log and called.attr in LEVELS  # type: ignore[attr-defined]
