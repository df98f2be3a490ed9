"""Slack delivers again what it thinks was lost, and people press twice: things change once."""

from functools import partial

import pytest

from sandbox.channels import Channel
from tests.stories.driver import House, Person
from tests.stories.driver.breaking import without


@pytest.fixture
def jan(house: House) -> Person:
    return house.person("Jan Smit")


@pytest.fixture
def sanne(house: House) -> Person:
    return house.person("Sanne de Vries")


@pytest.fixture
def design(house: House, jan: Person, sanne: Person) -> Channel:
    channel = house.channel("design", [jan, sanne])
    house.team("Design", lead=jan, channel=channel)
    return channel


def asks(sanne: Person, design: Channel) -> None:
    sanne.types("/request #design", design)
    sanne.fills(title="A new banner", why="The launch", needed_by="2026-11-30").submits()


def cards(person: Person, channel: Channel) -> int:
    return person.sees(channel).count("A new banner")


def test_a_form_that_arrives_three_times_makes_one_request(sanne: Person, design: Channel) -> None:
    asks(sanne, design)
    assert [sanne.sends_again().is_ok for _ in range(2)] == [True, True]
    assert cards(sanne, design) == 1


def test_a_form_whose_first_delivery_was_lost_may_come_three_times_at_once(
    house: House, sanne: Person, design: Channel
) -> None:
    with without(house, "deliveries"):
        asks(sanne, design)
    assert cards(sanne, design) == 0
    house.at_once(*[sanne.visitor.sends_again] * 3)
    assert cards(sanne, design) == 1


def test_a_button_that_is_pressed_twice_acts_once(jan: Person, sanne: Person, design: Channel) -> None:
    asks(sanne, design)
    jan.presses("Accept", on=jan.latest(design))
    jan.fills(promised="2026-11-27").submits()
    jan.presses("Done", on=jan.latest(design))
    assert jan.sends_again().is_ok
    assert jan.sees_thread(jan.latest(design)).count("done") == 1


def test_an_event_that_was_lost_is_taken_when_slack_sends_it_again(house: House, jan: Person, design: Channel) -> None:
    with without(house, "deliveries"):
        house.lets(lambda: house.sandbox.happenings.renames(design, "studio"))
    (lost,) = house.sandbox.record.parcels("channel_rename")
    for attempt in (lost.again("http_error"), lost.again("http_error")):
        house.lets(partial(house.sandbox.deliver, attempt))
    jan.types("/teams", design)
    assert "#studio" in jan.form
