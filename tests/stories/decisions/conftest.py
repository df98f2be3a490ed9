"""Finance, Sales and Support decide together: who is there in every story about decisions."""

from collections.abc import Callable

import pytest

from sandbox.channels import Channel
from tests.stories.driver import House, Person

Propose = Callable[..., None]


@pytest.fixture
def sanne(house: House) -> Person:
    """Leads Sales, reads Dutch, and moves things."""
    return house.person("Sanne de Vries", locale="nl-NL")


@pytest.fixture
def noor(house: House) -> Person:
    """Leads Finance, and decides."""
    return house.person("Noor Bakker")


@pytest.fixture
def jan(house: House) -> Person:
    """Of Finance; is consulted."""
    return house.person("Jan Smit")


@pytest.fixture
def kim(house: House) -> Person:
    """Leads Support; is consulted."""
    return house.person("Kim Lee")


@pytest.fixture
def finance(house: House, noor: Person, jan: Person) -> Channel:
    channel = house.channel("finance", [noor, jan])
    house.team("Finance", lead=noor, members=[jan], channel=channel)
    return channel


@pytest.fixture
def sales(house: House, sanne: Person) -> Channel:
    channel = house.channel("sales", [sanne])
    house.team("Sales", lead=sanne, channel=channel, locale="nl")
    return channel


@pytest.fixture
def support(house: House, kim: Person) -> Channel:
    channel = house.channel("support", [kim])
    house.team("Support", lead=kim, channel=channel)
    return channel


@pytest.fixture
def propose(
    sanne: Person, noor: Person, jan: Person, kim: Person, finance: Channel, sales: Channel, support: Channel
) -> Propose:
    """Sanne proposes that customers pay within two weeks; Noor decides, Jan and Kim are consulted until Friday."""

    def propose(by: Person = sanne, **also: object) -> None:
        by.types("/decision")
        wanted = {
            "title": "Payment term of 14 days",
            "text": "Customers pay within two weeks.",
            "decider": noor,
            "consulted": [jan, kim],
            "teams": ["Finance", "Sales", "Support"],
            "until": "2026-11-27",
        }
        by.fills(**wanted | also).submits()
        assert not by.form, by.errors

    return propose
