"""Nothing crosses from one workspace to another: tables and questions say whose they are."""

import ast
from collections.abc import Iterator

from slackapp.database import ZoneName
from slackapp.models.base import Base
from tests.house import rooms

ASKING = ("slackapp/rules", "slackapp/queries", "slackapp/outbox", "slackapp/permissions")
SCOPING = {"visible_to", "_of_case"}
"""Conditions that bring the workspace with them."""
STATEMENTS = {"select", "update", "delete"}
ACROSS: dict[str, str] = {}
"""`file: function` that looks at all workspaces at once, and why it may."""
OF_A_ROW = "about one row of a question that names the workspace"
OF_A_LIST = "about what was found by questions that name the workspace"
OF_A_CHANNEL = "through the conditions of a channel's audience, which hold in its workspace alone"
DIGESTS = "slackapp/queries/digests"
WITHIN: dict[str, str] = {
    "slackapp/permissions/audience.py: decisions": OF_A_ROW,
    f"{DIGESTS}/areas.py: awaited": OF_A_LIST,
    f"{DIGESTS}/decisions.py: _cards": OF_A_CHANNEL,
    f"{DIGESTS}/decisions.py: _voices": OF_A_ROW,
    f"{DIGESTS}/decisions.py: made": OF_A_LIST,
    f"{DIGESTS}/figures.py: stuck": OF_A_LIST,
    f"{DIGESTS}/listing.py: count": OF_A_LIST,
    f"{DIGESTS}/requests.py: blocked": OF_A_LIST,
    f"{DIGESTS}/rounds.py: _about": OF_A_CHANNEL,
    f"{DIGESTS}/rounds.py: _counts": OF_A_ROW,
    f"{DIGESTS}/rounds.py: _has_blockers": OF_A_ROW,
    f"{DIGESTS}/rounds.py: count": OF_A_ROW,
}
"""`file: function` that needs not name its workspace, since what surrounds it has."""

ROWS = {mapper.class_.__name__.lower() for mapper in Base.registry.mappers}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_every_zone_that_is_stored_is_one_that_a_clock_has_when_it_is_read() -> None:
    columns = [column for table in Base.metadata.tables.values() for column in table.c if column.name == "tz"]
    assert [str(column) for column in columns if not isinstance(column.type, ZoneName)] == []


def test_every_table_belongs_to_a_workspace() -> None:
    without = {table.name for table in Base.metadata.tables.values() if "workspace_id" not in table.columns}
    # A sign of life and a restore are the whole database's.
    assert without == {"workspaces", "heartbeats", "incarnations"}


def test_every_question_names_its_workspace() -> None:
    forgetful = {where for where, function in _functions() if _asks(function) and not _is_scoped(function)}
    assert forgetful - set(ACROSS) - set(WITHIN) == set()


def test_every_condition_that_brings_the_workspace_names_it() -> None:
    silent = {function.name for _, function in _functions() if not _names_workspace(function)}
    assert silent & SCOPING == set()


def test_every_exception_is_still_needed() -> None:
    asking = {where for where, function in _functions() if _asks(function) and not _is_scoped(function)}
    assert set(ACROSS) | set(WITHIN) <= asking


def _functions() -> Iterator[tuple[str, Function]]:
    for file in rooms.sources(*ASKING):
        for node in ast.walk(rooms.tree(file)):
            if isinstance(node, Function):
                yield f"{rooms.name(file)}: {node.name}", node


def _asks(function: Function) -> bool:
    """Whether it builds a statement, or loads a row by a key that somebody gave it."""
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
    return any(_is_statement(call) or (_is_loading(call) and not _follows_a_row(call)) for call in calls)


def _is_statement(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id in STATEMENTS


def _is_loading(call: ast.Call) -> bool:
    return ast.unparse(call.func) in {"session.get", "session.get_one"}


def _follows_a_row(call: ast.Call) -> bool:
    """`session.get(Team, request.to_team_id)`: what a row points to is in the row's workspace."""
    key = call.args[1] if len(call.args) > 1 else None
    return isinstance(key, ast.Attribute) and ast.unparse(key.value).split(".")[-1] in ROWS


def _is_scoped(function: Function) -> bool:
    called = {ast.unparse(node.func) for node in ast.walk(function) if isinstance(node, ast.Call)}
    return _names_workspace(function) or any(name.split(".")[-1] in SCOPING for name in called)


def _names_workspace(function: Function) -> bool:
    return "workspace" in ast.unparse(ast.Module(function.body, []))
