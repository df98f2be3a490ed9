"""Every place in slackapp/queries where what somebody may not see is left out, found in the code itself.

Each is taken out by turns: a condition becomes `true()`, a question about one thing `True`. A new one has no test named
for it yet, and tests/house/test_mutants.py says so.
"""

import ast
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

QUERIES = Path(__file__).resolve().parents[2] / "slackapp" / "queries"
CONDITIONS = frozenset({"visible_to", "answers_visible_to"})
OF_AN_AUDIENCE = frozenset({"requests", "decisions", "concerns", "areas", "checkins", "teams"})
GATES = frozenset({"may_read_answers", "may_know_channel", "may_see_teams", "may_see", "may_read"})


@dataclass(frozen=True)
class Filter:
    """A call that filters. `place` is its file below slackapp/queries and its function, numbered where it has more."""

    place: str
    file: str
    call: str
    begin: int
    end: int

    def taken_out(self, text: str) -> str:
        """The file without it."""
        instead = "True" if self.call in GATES else "__import__('sqlalchemy').true()"
        source = text.encode()
        return (source[: self.begin] + instead.encode() + source[self.end :]).decode()


def filters() -> Mapping[str, Filter]:
    """All of them, by their places."""
    return {each.place: each for file in sorted(QUERIES.rglob("*.py")) for each in _of(file)}


def _of(file: Path) -> Iterator[Filter]:
    text, name = file.read_text(encoding="utf-8"), file.relative_to(QUERIES).as_posix()
    starts = [0, *(len(line.encode()) for line in text.splitlines(keepends=True))]
    for number in range(1, len(starts)):
        starts[number] += starts[number - 1]
    seen = Counter[str]()
    for function, call in _calls(ast.parse(text)):
        place = f"{name} {function}"
        seen[place] += 1
        numbered = place if seen[place] == 1 else f"{place} {seen[place]}"
        begin, end = (
            starts[call.lineno - 1] + call.col_offset,
            starts[(call.end_lineno or 0) - 1] + (call.end_col_offset or 0),
        )
        yield Filter(numbered, f"slackapp/queries/{name}", _name(call.func), begin, end)


def _calls(tree: ast.AST, function: str = "") -> Iterator[tuple[str, ast.Call]]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.keyword) and _is_said_to_views(node):
            continue
        inside = node.name if isinstance(node, ast.FunctionDef) else function
        if isinstance(node, ast.Call) and _filters(node):
            yield inside, node
        yield from _calls(node, inside)


def _is_said_to_views(node: ast.keyword) -> bool:
    """What a view is told somebody may do: it leaves nothing out."""
    return bool(node.arg and node.arg.startswith("may_"))


def _filters(call: ast.Call) -> bool:
    name = _name(call.func)
    is_of_audience = isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == "permissions"
    return name in CONDITIONS | GATES or (name in OF_AN_AUDIENCE and is_of_audience)


def _name(func: ast.expr) -> str:
    match func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""
