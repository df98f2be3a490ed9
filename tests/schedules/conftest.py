from collections.abc import Iterator

import pytest

from tests.schedules.club import Club


@pytest.fixture
def club(database_url: str) -> Iterator[Club]:
    club = Club(database_url)
    try:
        yield club
        assert club.is_sound()
    finally:
        club.database.close()
