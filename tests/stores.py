"""On which database a test runs: on both, or with `--stores differing` on PostgreSQL only what differs there.

A story is told in the app's own words, which know no database: on PostgreSQL one for each word is enough, beside
everything that is nearer to the tables. `make test` takes this short cut, `make test-all` does not.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

STORIES = Path(__file__).parent / "stories"
CHOICES = ("both", "differing")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--stores", choices=CHOICES, default="both", help="on PostgreSQL everything, or what differs")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--stores") == "differing":
        repeated = set(_same_on_both(items))
        config.hook.pytest_deselected(items=list(repeated))
        items[:] = [item for item in items if item not in repeated]


def _same_on_both(items: list[pytest.Item]) -> Iterator[pytest.Item]:
    """The stories on PostgreSQL but the first of each word, of the file that is called so where there is one."""
    words: dict[str, list[pytest.Item]] = {}
    for item in items:
        if item.get_closest_marker("postgresql") and item.path.is_relative_to(STORIES):
            words.setdefault(_word(item), []).append(item)
    for word, stories in words.items():
        stories.sort(key=lambda item: item.path.stem != f"test_{word}")  # stable: otherwise in their order
        yield from stories[1:]


def _word(item: pytest.Item) -> str:
    word = item.path.relative_to(STORIES).parts[0]
    return word.removeprefix("test_").removesuffix(".py")
