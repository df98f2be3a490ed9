"""What can be set, typed or run stands in the docs; and what the docs name can be set, typed or run."""

import re
from pathlib import Path

from slackapp.config import Settings
from tests.house import rooms

SETTINGS = {name.upper() for name in Settings.model_fields}
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
