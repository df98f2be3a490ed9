"""Prints the ten longest files and functions, so that growth is seen: python -m tests.house.sizes."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from tests.house import rooms

LONGEST = 10
Size = tuple[int, str]


def files() -> list[Size]:
    return sorted(((_lines(file.read_text("utf-8")), rooms.name(file)) for file in rooms.sources()), reverse=True)


def functions() -> list[Size]:
    return sorted((size for file in rooms.sources() for size in _functions_of(file)), reverse=True)


def main() -> None:
    _show("files", files())
    _show("functions", functions())


def _functions_of(file: Path) -> Iterator[Size]:
    for node in ast.walk(rooms.tree(file)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield (node.end_lineno or 0) - node.lineno + 1, f"{rooms.name(file)}:{node.lineno} {node.name}"


def _lines(source: str) -> int:
    return len(source.splitlines())


def _show(what: str, sizes: list[Size]) -> None:
    lengths = [lines for lines, _ in sizes if lines]
    tenth = quantiles(lengths, n=10)[-1]
    print(f"\n{what}: {len(sizes)}, median {median(lengths):.0f} lines, nine of ten at most {tenth:.0f}")
    for lines, where in sizes[:LONGEST]:
        print(f"{lines:6} {where}")


if __name__ == "__main__":
    main()
