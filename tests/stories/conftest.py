"""Stories: people use the app as it is, on both databases."""

from collections.abc import Iterator

import pytest

from slackapp.slack import calls
from tests.stories.driver import House, Loop
from tests.stories.driver.opening import PATIENCE, Door, opened


@pytest.fixture(scope="session")
def loop() -> Iterator[Loop]:
    loop = Loop()
    yield loop
    loop.close()


@pytest.fixture(scope="session")
def door(loop: Loop) -> Iterator[Door]:
    door = Door()
    opening = door.opened()
    loop.run(opening.__aenter__())
    yield door
    loop.run(opening.__aexit__(None, None, None))


@pytest.fixture
def connection() -> str:
    """How Slack reaches the app; a story that is told with `connection="socket"` takes the other way."""
    return "http"


@pytest.fixture
def house(
    loop: Loop, door: Door, database_url: str, connection: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[House]:
    """An empty workspace on a Tuesday morning at nine in Amsterdam, with the app installed."""
    monkeypatch.setattr(calls, "PATIENCE", PATIENCE)
    opening = opened(loop, database_url, connection, door)
    house = loop.run(opening.__aenter__())
    yield house
    assert house.sandbox.noise is None or house.sandbox.noise.refused == []
    loop.run(opening.__aexit__(None, None, None))
