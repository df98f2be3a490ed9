"""Where the sources are, for the tests that read them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from slackapp.rooms import ROOMS

HOUSE = Path(__file__).resolve().parents[2]


def sources(*rooms: str) -> list[Path]:
    """The Python files of these rooms, each a folder or one file; all of the app's where none is named."""
    chosen = [HOUSE / room for room in rooms or ("app", *ROOMS)]
    return sorted(file for room in chosen for file in _python_files(room))


def words(room: str) -> set[str]:
    """The names of the modules and packages that lie right in a room."""
    return {path.stem for path in (HOUSE / room).iterdir() if _is_a_word(path)}


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def name(file: Path) -> str:
    return str(file.relative_to(HOUSE))


def docs() -> str:
    """All that is written for people: the README and the pages under docs/."""
    pages = [HOUSE / "README.md", *sorted((HOUSE / "docs").rglob("*.md"))]
    return "\n".join(page.read_text(encoding="utf-8") for page in pages if page.exists())


def _python_files(room: Path) -> Iterator[Path]:
    alone = room.with_suffix(".py")
    yield from [alone] if alone.exists() else room.rglob("*.py")


def _is_a_word(path: Path) -> bool:
    is_module = path.suffix == ".py" or (path.is_dir() and any(path.glob("*.py")))
    return is_module and not path.name.startswith("_")
