"""How the sources ask for texts, seen in their syntax trees: what the extractor may overlook."""

import ast
from collections.abc import Iterator

from slackapp.language import catalogue
from slackapp.language.placeholders import names

_FILLED = {"_", "many", "NotAllowed", "NotPossibleNow", "NotFound", "InvalidInput"}


def sources() -> Iterator[tuple[str, ast.Module]]:
    for folder in catalogue.FOLDERS:
        for path in (catalogue.ROOT / folder).rglob("*.py"):
            yield str(path.relative_to(catalogue.ROOT)), ast.parse(path.read_text())


def literal(tree: ast.AST) -> Iterator[str | tuple[str, ...]]:
    """Every text that is written out in a call that translates."""
    for call in _calls(tree):
        written = _written(call)
        if written:
            yield written[0] if len(written) == 1 else tuple(written)


def hidden(tree: ast.AST) -> list[int]:
    """The lines with a text that the extractor misreads: inside an f-string, or put together on the spot."""
    inside = [call for string in ast.walk(tree) if isinstance(string, ast.JoinedStr) for call in _calls(string)]
    built = [call for call in _calls(tree) if any(_is_built(argument) for argument in _texts(call))]
    return sorted(call.lineno for call in inside + built)


def unfilled(tree: ast.AST) -> list[str]:
    """The placeholders that a call does not give a value for."""
    return [f"line {call.lineno}: {name}" for call in _calls(tree) for name in sorted(_wanted(call) - _given(call))]


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node) in catalogue.KEYWORDS:
            yield node


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _texts(call: ast.Call) -> list[ast.expr]:
    wanted = catalogue.KEYWORDS[_name(call)]
    return [call.args[place - 1] for place in wanted if place <= len(call.args)]


def _written(call: ast.Call) -> list[str]:
    return [str(ast.literal_eval(argument)) for argument in _texts(call) if _is_written(argument)]


def _is_written(argument: ast.AST) -> bool:
    return isinstance(argument, ast.Constant) and isinstance(argument.value, str)


def _is_built(argument: ast.expr) -> bool:
    return not _is_written(argument) and any(_is_written(part) for part in ast.walk(argument))


def _wanted(call: ast.Call) -> set[str]:
    if _name(call) not in _FILLED:
        return set()
    return {name for text in _written(call) for name in names(text)}


def _given(call: ast.Call) -> set[str]:
    given = {keyword.arg or "**" for keyword in call.keywords} | ({"n"} if _name(call) == "many" else set())
    return _wanted(call) if "**" in given else given
