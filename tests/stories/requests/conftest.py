"""Marketing asks Design: who is there in every story about requests."""

from typing import Protocol

import pytest

from sandbox.channels import Channel
from tests.stories.driver import House, Person


@pytest.fixture
def sanne(house: House) -> Person:
    """Of Marketing, reads Dutch, and asks."""
    return house.person("Sanne de Vries", locale="nl-NL")


@pytest.fixture
def noor(house: House) -> Person:
    """Leads Design."""
    return house.person("Noor Bakker")


@pytest.fixture
def jan(house: House) -> Person:
    """Of Design."""
    return house.person("Jan Smit")


@pytest.fixture
def kim(house: House) -> Person:
    """Leads Support."""
    return house.person("Kim Lee")


@pytest.fixture
def design(house: House, noor: Person, jan: Person) -> Channel:
    channel = house.channel("design", [noor, jan])
    house.team("Design", lead=noor, members=[jan], channel=channel)
    return channel


@pytest.fixture
def support(house: House, kim: Person) -> Channel:
    channel = house.channel("support", [kim])
    house.team("Support", lead=kim, channel=channel)
    return channel


class Ask(Protocol):
    """Sanne asks Design for a banner by Monday; fields of the form can be named."""

    def __call__(self, title: str = ..., **also: object) -> None: ...


@pytest.fixture
def ask(sanne: Person, design: Channel) -> Ask:
    def ask(title: str = "New banner", **also: object) -> None:
        sanne.types("/request")
        wanted = {"team": "Design", "title": title, "why": "The launch is on Monday", "needed_by": "2026-11-30"}
        sanne.fills(**wanted | also).submits()
        assert not sanne.form, sanne.errors

    return ask
