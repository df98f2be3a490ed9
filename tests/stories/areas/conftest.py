"""Platform and Sales own things: who is there in every story about areas."""

import pytest

from sandbox.channels import Channel
from tests.stories.areas.doing import Leaves, Register
from tests.stories.driver import House, Person


@pytest.fixture
def ada(house: House) -> Person:
    """An administrator."""
    return house.person("Ada Visser", is_admin=True)


@pytest.fixture
def noor(house: House) -> Person:
    """Leads Platform."""
    return house.person("Noor Bakker")


@pytest.fixture
def jan(house: House) -> Person:
    """Of Platform; owns things."""
    return house.person("Jan Smit")


@pytest.fixture
def kim(house: House) -> Person:
    """Of Platform; stands in for Jan."""
    return house.person("Kim Lee")


@pytest.fixture
def sanne(house: House) -> Person:
    """Leads Sales, and reads Dutch."""
    return house.person("Sanne de Vries", locale="nl-NL")


@pytest.fixture
def platform(house: House, ada: Person, noor: Person, jan: Person, kim: Person) -> Channel:
    channel = house.channel("platform", [noor, jan, kim])
    house.team("Platform", lead=noor, members=[jan, kim], channel=channel)
    return channel


@pytest.fixture
def sales(house: House, sanne: Person) -> Channel:
    channel = house.channel("sales", [sanne])
    house.team("Sales", lead=sanne, channel=channel)
    return channel


@pytest.fixture
def register(jan: Person, kim: Person, platform: Channel) -> Register:
    """Jan registers what he owns, with Kim as his backup."""

    def register(name: str = "Payments", by: Person = jan, **also: object) -> None:
        by.types(f"/owner add {name}")
        wanted = {"team": "Platform", "backup": kim, "description": "Everything that customers pay"}
        by.fills(**wanted | also).submits()
        assert not by.form, by.errors

    return register


@pytest.fixture
def leaves(house: House) -> Leaves:
    """Somebody's account is deactivated in Slack."""

    def leaves(person: Person) -> None:
        house.lets(lambda: house.sandbox.happenings.changes(person.visitor.person, deleted=True))

    return leaves
