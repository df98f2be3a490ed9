"""What every test may ask for, and how properties are searched."""

import pytest
from hypothesis import Phase, settings

from tests.stories.driver import opening

# `ci` looks at the same examples every time, so that red means changed code.
# `hunt` looks at many new ones: make test ARGS="--hypothesis-profile hunt"
settings.register_profile("ci", derandomize=True, deadline=None, database=None)
settings.register_profile("hunt", max_examples=5_000, deadline=None, print_blob=True)
# `mutants` tells that something is broken, and does not look for the smallest way to say so.
settings.register_profile("mutants", settings.get_profile("ci"), phases=[Phase.explicit, Phase.generate])
settings.load_profile("ci")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--noise", type=int, help="tell the stories in the sandbox's random mode, with this seed")


def pytest_configure(config: pytest.Config) -> None:
    opening.NOISE = config.getoption("--noise")


pytest_plugins = ["tests.databases", "tests.logged", "tests.reruns", "tests.stores"]
