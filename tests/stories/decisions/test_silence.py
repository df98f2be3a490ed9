"""Whose silence is consent (DEC-4): only of who was asked, and was there when the time was over."""

from collections.abc import Callable

import pytest

from sandbox.channels import Channel
from tests.stories.driver import House, Person

Propose = Callable[..., None]


def is_away_until(person: Person, day: str) -> None:
    person.types("/checkin away")
    person.fills(last_day=day).submits()


def is_on_vacation(person: Person) -> None:
    person.visitor.person.status_emoji = ":palm_tree:"
    person.house.loop.run(person.house.app.refresh_directory())


AWAY: dict[str, Callable[[Person], None]] = {
    "quiet": lambda person: person.types("/quiet 1w"),
    "away": lambda person: is_away_until(person, "2026-12-04"),
    "vacation": is_on_vacation,
}


@pytest.mark.parametrize(
    ("how", "why"), [("quiet", "does not want to be disturbed"), ("away", "away"), ("vacation", "away")]
)
def test_who_was_asked_and_is_away_when_the_time_is_over_does_not_consent(
    house: House, noor: Person, jan: Person, finance: Channel, propose: Propose, how: str, why: str
) -> None:
    propose(by=noor, silence=["counts"], consulted=[jan])
    AWAY[how](jan)
    house.moves_to("Fri 17:00")
    assert "💡 Proposed" in noor.sees(finance)
    assert f"Not heard, and no consent: jan ({why})" in noor.sees(finance)
    house.moves_to("Mon 09:00")
    assert f"Could not answer in time: jan ({why}). Give more time, or let somebody stand in." in noor.dm


def test_whose_prompt_is_still_held_was_not_asked(
    house: House, noor: Person, jan: Person, finance: Channel, propose: Propose
) -> None:
    jan.types("/quiet 1w")
    propose(by=noor, silence=["counts"], consulted=[jan])
    house.moves_to("Fri 17:00")
    assert "Not heard, and no consent: jan (not reached yet)" in noor.sees(finance)


def test_the_decider_lets_somebody_stand_in_and_gives_more_time(
    house: House, noor: Person, jan: Person, kim: Person, finance: Channel, propose: Propose
) -> None:
    propose(by=noor, silence=["counts"], consulted=[jan])
    is_away_until(jan, "2026-12-04")
    house.moves_to("Mon 09:00")
    noor.presses("Stand-in")
    noor.fills(away="jan", stand_in=kim).submits()
    noor.presses("More time")
    noor.fills(until="2026-12-02").submits()
    assert "no consent" not in noor.sees(finance)
    house.moves_to("2026-12-02 17:00")
    assert "⚖️ Decided" in noor.sees(finance)


def test_more_time_until_somebody_is_back_makes_silence_count(
    house: House, noor: Person, jan: Person, finance: Channel, propose: Propose
) -> None:
    propose(by=noor, silence=["counts"], consulted=[jan])
    is_away_until(jan, "2026-11-27")
    house.moves_to("Mon 09:00")
    noor.presses("More time")
    noor.fills(until="2026-12-01").submits()
    house.moves_to("2026-12-01 17:00")
    assert "⚖️ Decided" in noor.sees(finance)
