"""What can be set, typed or run stands in the docs; and what the docs name can be set, typed or run."""

import re
from pathlib import Path

import pytest

from slackapp.config import Settings
from tests.house import rooms

SETTINGS = {name.upper() for name in Settings.model_fields}
INVENTED = ("/kudos", "/ours")
"""Of the recipes."""
BASES = (rooms.HOUSE, rooms.HOUSE / "slackapp", rooms.HOUSE / "tests", rooms.HOUSE / "slackapp" / "language" / "locale")
"""A path in the docs begins at the top, or in the product."""
MAKEFILE = (rooms.HOUSE / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):.*##", MAKEFILE, re.MULTILINE))


def test_every_setting_is_explained() -> None:
    assert {setting for setting in SETTINGS if f"`{setting}`" not in rooms.docs()} == set()


def test_no_setting_is_explained_that_does_not_exist() -> None:
    explained = set(re.findall(r"`((?:AFSPRAAK|SLACK|DATABASE)_[A-Z_]+)", rooms.docs()))
    assert explained - SETTINGS == set()


def test_every_make_target_is_explained() -> None:
    assert {target for target in TARGETS if f"`make {target}`" not in rooms.docs()} == set()


def test_no_make_target_is_explained_that_does_not_exist() -> None:
    explained = set(re.findall(r"`make ([a-z-]+)", rooms.docs()))
    assert explained - TARGETS == set()


def test_every_file_that_a_page_links_to_is_there() -> None:
    pages = [rooms.HOUSE / "README.md", *(rooms.HOUSE / "docs").rglob("*.md")]
    links = [(page, link) for page in pages for link in _local_links(page)]
    assert [(page.name, link) for page, link in links if not (page.parent / link).exists()] == []


def _local_links(page: Path) -> list[str]:
    targets = re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
    return [target for target in targets if "://" not in target]


@pytest.mark.parametrize("page", ["architecture.md", "extend.md"])
def test_every_file_that_the_map_names_is_there(page: str) -> None:
    text = (rooms.HOUSE / "docs" / page).read_text(encoding="utf-8")
    named = {found[1] for found in re.finditer(r"`([a-z_]+(?:/[a-z_]+)+)", text)}
    invented = {name for name in named if name.endswith(INVENTED)}
    assert {name for name in named - invented if not any(_stands(base / name) for base in BASES)} == set()


def _stands(path: Path) -> bool:
    return path.is_dir() or path.with_suffix(".py").exists() or any(path.parent.glob(f"{path.name}.*"))
