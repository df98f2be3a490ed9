from collections.abc import Iterator
from datetime import datetime

import pytest

from tests.stories.checkins.office import Office
from tests.stories.driver import House, Loop, opening
from tests.stories.driver.house import AMSTERDAM

FRIDAY = datetime(2026, 10, 16, 9, 0, tzinfo=AMSTERDAM)
"""Before the clocks go back: in Europe on 25 October, in New York on 1 November."""


@pytest.fixture
def house(loop: Loop, database_url: str, connection: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """The same house as in every story, on a Friday in October."""
    monkeypatch.setattr(opening, "TUESDAY_MORNING", FRIDAY)
    opened = opening.opened(loop, database_url, connection)
    yield loop.run(opened.__aenter__())
    loop.run(opened.__aexit__(None, None, None))


@pytest.fixture
def office(house: House) -> Office:
    return Office.opened(house)
