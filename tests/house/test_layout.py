"""The house has the rooms of docs/architecture.md, and a word has one name in all of them."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from slackapp.rooms import ROOMS
from tests.house import rooms

TOP = (
    "app.py",
    *ROOMS,
    "templates",
    "migrations",
    "tests",
    "benchmarks",
    "docs",
)
FILES = ("README.md", "pyproject.toml", "requirements.lock", "Makefile", "manifest.json", ".ci/run")
WORD_ROOMS = ("handlers", "slackapp/rules", "slackapp/queries", "slackapp/views", "slackapp/models")
PRODUCT = tuple(room for room in ROOMS if room not in {"sandbox", "demo", "blockkit"})
NO_STAGES = {"command_text", "finding", "searching", "showing"}
"""Where handlers only read: what was typed, and what is shown."""
NOBODY_SAYS = {"manager", "service", "helper", "helpers", "util", "utils", "common", "misc", "process"}
NAMED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
SQLALCHEMY_SAYS = {"process_bind_param", "process_result_value"}


def test_the_house_has_its_parts() -> None:
    assert [part for part in [*TOP, *FILES] if not (rooms.HOUSE / part).exists()] == []


def test_a_word_with_doors_has_a_view_or_a_rule_of_the_same_name() -> None:
    known = rooms.words("slackapp/rules") | rooms.words("slackapp/views")
    assert rooms.words("handlers") - known == set()


def test_a_word_with_doors_has_its_stories() -> None:
    stories = {file.stem.removeprefix("test_") for file in rooms.sources("tests/stories")}
    assert rooms.words("handlers") - stories == set()


def test_a_word_is_not_singular_in_one_room_and_plural_in_another() -> None:
    said = {word for room in WORD_ROOMS for word in rooms.words(room)}
    assert {word for word in said if f"{word}s" in said} == set()


@pytest.mark.parametrize("word", ["requests", "decisions", "areas", "checkins"])
def test_a_stage_has_the_same_file_name_in_every_room(word: str) -> None:
    stages = rooms.words(f"handlers/{word}") - NO_STAGES
    assert stages - rooms.words(f"slackapp/rules/{word}") == set()
    assert stages - rooms.words(f"slackapp/views/{word}") == set()


def test_every_name_is_one_that_a_person_would_say() -> None:
    assert [name for name in _names() if _parts(name) & NOBODY_SAYS] == []


def test_nothing_imports_the_command_line() -> None:
    importers = [rooms.name(file) for file in rooms.sources(*ROOMS) if "app" in _imported(file)]
    assert importers == []


def _names() -> Iterator[str]:
    for file in rooms.sources():
        yield rooms.name(file)
        for node in ast.walk(rooms.tree(file)):
            if isinstance(node, NAMED) and node.name not in SQLALCHEMY_SAYS:
                yield f"{rooms.name(file)}: {node.name}"


def _parts(name: str) -> set[str]:
    return {part.lower() for part in re.findall(r"[A-Z]?[a-z]+", name)}


def _imported(file: Path) -> set[str | None]:
    nodes = list(ast.walk(rooms.tree(file)))
    froms = {node.module for node in nodes if isinstance(node, ast.ImportFrom)}
    return froms | {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}


def test_no_two_classes_of_the_product_share_a_name() -> None:
    """The simulated workspace and the demo are worlds of their own, with Slack's words for the same things."""
    names = Counter(
        node.name
        for file in rooms.sources(*PRODUCT)
        for node in ast.walk(rooms.tree(file))
        if isinstance(node, ast.ClassDef)
    )
    assert {name for name, count in names.items() if count > 1} == set()
