"""What people type and paste comes in clean, the same on both databases: it is stored or refused at its field."""

import pytest

from sandbox.channels import Channel
from tests.stories.driver import House, Person

JOSE_APART = "Jose\u0301"


@pytest.fixture
def jan(house: House) -> Person:
    return house.person("Jan Smit")


@pytest.fixture
def jose(house: House) -> Person:
    """Leads Café, and writes his name as a Mac does: the accent apart from its letter."""
    return house.person(JOSE_APART)


@pytest.fixture
def cafe(house: House, jose: Person) -> Channel:
    channel = house.channel("cafe", [jose])
    jose.types("/teams new", channel)
    jose.fills(name="Cafe\u0301", lead=jose, channel=channel).submits()
    assert not jose.errors
    jose.closes()
    return channel


def asks(person: Person, **fields: str) -> None:
    person.types("/request")
    person.fills(
        **{"team": "Café", "title": "A banner", "why": "The launch", "needed_by": "2026-12-14"} | fields
    ).submits()


def test_what_no_database_keeps_is_left_out(jan: Person, jose: Person, cafe: Channel) -> None:
    for number, title in enumerate(("A \0banner", "A \ud83dbanner", "\ufeffA banner\x07", "A \u202ebanner"), 1):
        asks(jan, title=title)
        assert not jan.form
        assert f"R-{number} · A banner" in jose.sees(cafe)


def test_a_title_in_which_nothing_is_seen_is_none(jan: Person, cafe: Channel) -> None:
    asks(jan, title="\u200b\u200b")
    for title in ("\u2060\ufeff", "\u3164", "\u202e\u202c"):
        assert list(jan.errors) == ["title"]
        jan.fills(title=title).submits()
    jan.fills(title="A banner").submits()
    assert not jan.form


def test_what_an_emoji_consists_of_stays(jan: Person, jose: Person, cafe: Channel) -> None:
    asks(jan, title="A 👨\u200d👩\u200d👧 and a ❤\ufe0f")
    assert "R-1 · A 👨\u200d👩\u200d👧 and a ❤\ufe0f" in jose.sees(cafe)


def test_a_link_that_is_none_is_told_at_its_field(jan: Person, cafe: Channel) -> None:
    asks(jan, link="http://[::1")
    for link in ("https://", "https://a b", "https://a:99999999/", "//example.com"):
        assert jan.errors == {"link": "This is no link. It should begin with https://"}
        jan.fills(link=link).submits()
    jan.fills(link="https://example.com/?a=[1]").submits()
    assert not jan.form


def test_two_names_that_look_alike_are_one(jan: Person, house: House, cafe: Channel) -> None:
    other = house.channel("other", [jan])
    jan.types("/teams new", other)
    jan.fills(name="CAFE\u0301\u200b", lead=jan, channel=other).submits()
    assert jan.errors == {"name": "There is a team called Café already."}


def test_what_is_looked_for_is_found_however_it_is_spelt(jan: Person, cafe: Channel) -> None:
    for spelt in ("Café", "cafe\u0301", "\ufeffCAFÉ", "Ca\0fé"):
        jan.types(f"/teams {spelt}", cafe)
        assert jan.form.startswith("Team\nCafé")
        jan.closes()


def test_a_search_with_half_a_character_finds_the_rest(jan: Person, jose: Person, cafe: Channel) -> None:
    jan.types("/request")
    assert jan.searches("team", "ca\ud83d\0f") == ["Café"]
