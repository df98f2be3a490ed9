"""The names that views put into buttons and forms, read from their source: Slack will send them back."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.house import rooms

NAMING = ("action_id", "options_id", "callback_id")


@dataclass(frozen=True)
class Named:
    """A name that is given to a builder, in the parameter that tells its kind; None where it is computed."""

    parameter: str
    name: str | None
    where: str
    is_sent: bool


def names(*parameters: str) -> set[str]:
    """The names that come back: all but those of pages without a button to submit them."""
    return {each.name for each in found() if each.parameter in parameters and each.is_sent and each.name}


@cache
def found() -> tuple[Named, ...]:
    return tuple(named for file in rooms.sources("slackapp/views") for named in _in_file(file))


def _in_file(file: Path) -> Iterator[Named]:
    constants = _constants(rooms.tree(file))
    for node in ast.walk(rooms.tree(file)):
        if isinstance(node, ast.Call):
            yield from _in_call(node, constants, f"{rooms.name(file)}:{node.lineno}")


def _in_call(call: ast.Call, constants: dict[str, str], where: str) -> Iterator[Named]:
    given = {keyword.arg: keyword.value for keyword in call.keywords}
    for parameter, position in _builders().get(_called(call), {}).items():
        value = given.get(parameter, call.args[position] if position < len(call.args) else None)
        if value is not None and not _is_passed_on(value):
            yield Named(parameter, _text(value, constants), where, _is_sent(parameter, given))
    if _called(call) == "field" and "dispatch" in given:
        yield Named("action_id", _text(call.args[0], constants), where, is_sent=True)


def _is_sent(parameter: str, given: dict[str | None, ast.expr]) -> bool:
    return parameter != "callback_id" or "submit" in given


def _is_passed_on(value: ast.expr) -> bool:
    return isinstance(value, ast.Name) and value.id in NAMING


def _text(value: ast.expr, constants: dict[str, str]) -> str | None:
    if isinstance(value, ast.Constant):
        return str(value.value)
    return constants.get(ast.unparse(value))


@cache
def _builders() -> dict[str, dict[str, int]]:
    """Every function of the views that takes such a name: which, and at which position."""
    return {
        node.name: positions
        for file in rooms.sources("slackapp/views")
        for node in ast.walk(rooms.tree(file))
        if isinstance(node, ast.FunctionDef) and (positions := _positions(node))
    }


def _positions(function: ast.FunctionDef) -> dict[str, int]:
    arguments = [argument.arg for argument in (*function.args.args, *function.args.kwonlyargs)]
    return {name: arguments.index(name) for name in NAMING if name in arguments}


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)


def _constants(module: ast.Module) -> dict[str, str]:
    assigned = [node for node in module.body if isinstance(node, ast.Assign)]
    texts = [(node.targets[0], node.value) for node in assigned if isinstance(node.value, ast.Constant)]
    return {ast.unparse(target): str(value.value) for target, value in texts}
