"""Public holidays are those of where people are: of a part of a country, and of a zone by any of its names (CHK-3)."""

import pytest

from sandbox.channels import Channel
from tests.stories.driver import House, Person


@pytest.fixture
def noor(house: House) -> Person:
    """Sets check-ins up."""
    return house.person("Noor Bakker")


@pytest.fixture
def general(house: House, noor: Person) -> Channel:
    return house.channel("general", [noor])


def asks_every(day: str, noor: Person, people: list[Person], general: Channel) -> None:
    noor.types("/checkin new")
    noor.fills(name="Weekly", people=people, channel=general, weekdays=[day], time="09:00").submits()
    noor.presses("Start")
    noor.closes()


def test_somebody_in_a_renamed_zone_is_not_asked_on_a_public_holiday(
    house: House, noor: Person, general: Channel
) -> None:
    liv = house.person("Liv Stone", tz="US/Eastern")
    asks_every("Thursday", noor, [liv, noor], general)
    house.moves_to("Fri 09:00")  # the 26th of November is Thanksgiving
    assert "Weekly" not in liv.dm
    assert "Weekly" in noor.dm


def test_somebody_keeps_the_holidays_of_a_part_of_a_country(house: House, noor: Person, general: Channel) -> None:
    ewan, kim = (house.person(name, tz="Europe/London") for name in ("Ewan Muir", "Kim Hale"))
    asks_every("Monday", noor, [ewan, kim], general)
    ewan.types("/checkin holidays")
    ewan.fills(holidays="United Kingdom, Scotland").submits()
    assert "You are not asked on the public holidays of United Kingdom, Scotland." in ewan.form
    ewan.closes()
    ewan.types("/checkin holidays")
    assert "Holidays of (optional): United Kingdom, Scotland" in ewan.form
    house.moves_to("2026-12-01 09:00")  # the 30th of November is Saint Andrew's Day
    assert "Weekly" not in ewan.dm
    assert "Weekly" in kim.dm


def test_nothing_chosen_is_the_team_or_the_zone_again(noor: Person, general: Channel) -> None:
    noor.types("/checkin feestdagen")
    noor.fills(holidays="Germany, Bayern").submits()
    noor.closes()
    noor.types("/checkin holidays")
    noor.fills(holidays=None).submits()
    assert "of your team, or of your time zone" in noor.form


def test_a_team_keeps_the_holidays_of_a_part_of_a_country(house: House, noor: Person, general: Channel) -> None:
    noor.types("/teams new")
    noor.fills(name="Edinburgh", lead=noor, channel=general, tz="Europe/London")
    noor.fills(country="United Kingdom, Scotland").submits()
    assert "Holidays of: United Kingdom, Scotland" in noor.form
    noor.closes()
    noor.types("/teams edinburgh")
    assert "Holidays of (optional): United Kingdom, Scotland" in noor.form
    noor.closes()
    house.moves_to("Fri 15:00")
    noor.types("/request")
    noor.fills(team="Edinburgh", title="Sign", why="The launch", needed_by="2026-12-14").submits()
    assert "an answer comes by 1 Dec 2026 15:00" in noor.dm, noor.dm


def test_a_week_from_sunday_to_thursday_is_said_so(house: House) -> None:
    adi = house.person("Adi Levi", tz="Asia/Jerusalem")
    channel = house.channel("haifa", [adi])
    house.team("Haifa", lead=adi, channel=channel, tz="Asia/Jerusalem", weekdays=frozenset({0, 1, 2, 3, 6}))
    adi.types("/teams")
    assert "Sun–Thu 09:00–17:00, Jerusalem" in adi.form
    adi.presses("Edit")
    assert "Working days: Sunday, Monday, Tuesday, Wednesday, Thursday" in adi.form
