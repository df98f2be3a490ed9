"""Nobody is flooded, and nobody is disturbed who asked for quiet (QUI-1, QUI-2)."""

from datetime import datetime

import pytest

from sandbox.channels import Channel
from slackapp.queries import quiet
from tests.stories.driver import House, Person
from tests.stories.driver.house import AMSTERDAM


@pytest.fixture
def sanne(house: House) -> Person:
    """Asks, and reads Dutch."""
    return house.person("Sanne de Vries", locale="nl-NL")


@pytest.fixture
def noor(house: House) -> Person:
    """Leads Design, and administers the workspace."""
    return house.person("Noor Bakker", is_admin=True)


@pytest.fixture
def design(house: House, noor: Person) -> Channel:
    channel = house.channel("design", [noor])
    house.team("Design", lead=noor, channel=channel)
    return channel


def asks(person: Person, title: str) -> None:
    person.types("/request")
    person.fills(team="Design", title=title, why="The launch", needed_by="2026-12-14").submits()


def declines(person: Person, design: Channel) -> None:
    person.presses("Decline", on=person.latest(design))
    person.fills(reason="No time").submits()


def messages(person: Person) -> int:
    return len(person.visitor.sees(person.visitor.app))


def four_requests_and_two_answers(sanne: Person, noor: Person, design: Channel) -> None:
    for title in ("One", "Two"):
        asks(sanne, title)
        declines(noor, design)
    asks(sanne, "Three")
    assert messages(sanne) == 5


def test_the_sixth_message_of_a_day_comes_the_next_morning(
    house: House, sanne: Person, noor: Person, design: Channel
) -> None:
    four_requests_and_two_answers(sanne, noor, design)
    declines(noor, design)
    assert messages(sanne) == 5
    house.moves_to("Wed 08:59")
    assert messages(sanne) == 5
    house.moves_to("Wed 09:00")
    assert messages(sanne) == 6
    assert "R-3" in sanne.visitor.sees(sanne.visitor.app)[-1]


def test_what_is_over_the_budget_comes_together_and_each_line_leads_on(
    house: House, sanne: Person, noor: Person, design: Channel
) -> None:
    four_requests_and_two_answers(sanne, noor, design)
    declines(noor, design)
    asks(sanne, "Four")
    declines(noor, design)
    house.moves_to("Wed 09:00")
    bundle = sanne.visitor.sees(sanne.visitor.app)[-1]
    assert bundle.startswith("2 berichten zijn voor je bewaard")
    assert (bundle.count("Tonen"), "R-3" in bundle, "R-4" in bundle) == (2, True, True)
    sanne.presses("Tonen", which=1)
    assert "R-4" in sanne.form


def test_an_answer_to_what_one_does_oneself_is_never_held(sanne: Person, noor: Person, design: Channel) -> None:
    four_requests_and_two_answers(sanne, noor, design)
    asks(sanne, "Four")
    assert messages(sanne) == 6


def test_a_night_is_not_disturbed(house: House, sanne: Person, noor: Person, design: Channel) -> None:
    asks(sanne, "One")
    house.moves_to("Tue 19:00")
    declines(noor, design)
    assert messages(sanne) == 1
    house.moves_to("Wed 09:00")
    assert messages(sanne) == 2


def test_somebody_who_wants_quiet_gets_it_and_then_everything_at_once(
    house: House, sanne: Person, noor: Person, design: Channel
) -> None:
    sanne.types("/quiet 2d")
    assert "krijg je geen berichten van Afspraak" in sanne.dm
    before = messages(sanne)
    for title in ("One", "Two"):
        asks(sanne, title)
        declines(noor, design)
    house.moves_to("Thu 08:59")
    assert messages(sanne) == before + 2
    house.moves_to("Thu 09:00")
    assert messages(sanne) == before + 3
    assert sanne.visitor.sees(sanne.visitor.app)[-1].startswith("2 berichten zijn voor je bewaard")


def test_quiet_can_be_ended_and_what_was_held_comes(house: House, sanne: Person, noor: Person, design: Channel) -> None:
    sanne.types("/quiet tot maandag")
    asks(sanne, "One")
    declines(noor, design)
    before = messages(sanne)
    sanne.types("/quiet uit")
    assert messages(sanne) == before + 2  # the answer to the command, and what was held


def test_an_escalation_is_not_held_by_the_budget(house: House, sanne: Person, noor: Person, design: Channel) -> None:
    noor.types("/quiet budget 1")
    asks(sanne, "One")
    asks(sanne, "Two")
    house.moves_to("Thu 09:05")
    assert noor.dm.count("You lead the team") == 2


def test_a_private_card_counts_once_with_all_that_happens_to_it(
    house: House, sanne: Person, noor: Person, design: Channel
) -> None:
    noor.types("/quiet budget 1")
    sanne.types("/request")
    wanted = {"title": "Secret", "why": "The launch", "needed_by": "2026-12-14", "privacy": ["private"]}
    sanne.fills(team="Design", **wanted).submits()
    noor.presses("Accept")
    noor.fills(promised="2026-12-04").submits()
    noor.presses("Start")
    assert "In progress" in noor.dm
    asks(sanne, "Two")
    house.moves_to("Tue 16:00")  # the reminder would be the second
    assert "has no answer yet" not in noor.dm


def test_only_administrators_change_the_budget(sanne: Person, noor: Person) -> None:
    sanne.types("/quiet budget 3")
    assert "beheerders" in sanne.dm
    noor.types("/quiet budget 3")
    assert "at most 3 a day" in noor.dm


@pytest.mark.parametrize("words", ["soon", "0d", "until 25:00", "2020-01-01", "400d", "budget 0"])
def test_what_makes_no_sense_is_said_to(noor: Person, words: str) -> None:
    noor.types(f"/quiet {words}")
    assert "Say for how long" in noor.dm or "up to a year" in noor.dm or "from 1 to 50" in noor.dm


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("3 hours", "2026-11-24T12:00"),
        ("until 14:00", "2026-11-24T14:00"),
        ("until 08:00", "2026-11-25T08:00"),
        ("until tuesday", "2026-12-01T00:00"),
        ("tot morgen", "2026-11-25T00:00"),
        ("2026-12-24", "2026-12-24T00:00"),
    ],
)
def test_when_quiet_ends_is_understood(house: House, noor: Person, words: str, until: str) -> None:
    noor.types(f"/quiet {words}")
    peace = house.app.database.read_now(quiet.peace, noor.actor)
    assert peace.until == datetime.fromisoformat(until).replace(tzinfo=AMSTERDAM)


def test_a_button_gives_quiet_and_another_ends_it(sanne: Person) -> None:
    sanne.types("/quiet")
    sanne.presses("Rust tot morgen")
    assert "krijg je geen berichten van Afspraak" in sanne.dm
    sanne.presses("Stuur me weer berichten")
    assert "hooguit 5 per dag" in sanne.dm
