"""What the tests of processes share: the simulated workspace lives in a loop beside them."""

from collections.abc import Iterator

import pytest

from tests.stories.driver import Loop


@pytest.fixture(scope="module")
def loop() -> Iterator[Loop]:
    loop = Loop()
    yield loop
    loop.close()
