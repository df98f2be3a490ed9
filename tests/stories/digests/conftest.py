import pytest

from tests.stories.digests.office import Office
from tests.stories.driver import House


@pytest.fixture
def office(house: House) -> Office:
    """On a Tuesday morning at nine in Amsterdam."""
    return Office.opened(house)
