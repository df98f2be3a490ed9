"""The database is put back from a back-up, and what people see stays true (issue 11, E1).

Jan of Design and Sanne, who reads Dutch, go on working in a channel in which cards of before and of after the back-up
stand.
"""

from pathlib import Path

import pytest

from runtime import backups
from sandbox.channels import Channel
from sandbox.messages import Message
from tests.stories.driver import House, Person, opening

GONE = "This is not there any more: Afspraak was restored from a back-up on 24 November 2026"


class Operator:
    """Whoever makes back-ups and puts them back."""

    def __init__(self, house: House, database_url: str, folder: Path) -> None:
        self.house, self.url, self.file = house, database_url, folder / "monday.backup"

    def backs_up(self) -> None:
        """While the app works."""
        self.house.passes(seconds=1)
        backups.backup(self.url, self.file, self.house.clock)

    def restores(self) -> None:
        """Stops the app, puts the back-up back and starts it again."""
        put_back = lambda: backups.restore(self.url, self.file, self.house.clock)  # noqa: E731
        self.house.loop.run(opening.restarted(self.house, put_back))
        self.house.passes(seconds=1)


@pytest.fixture
def operator(house: House, database_url: str, tmp_path: Path) -> Operator:
    return Operator(house, database_url, tmp_path)


@pytest.fixture
def sanne(house: House) -> Person:
    return house.person("Sanne de Vries", locale="nl-NL")


@pytest.fixture
def jan(house: House) -> Person:
    return house.person("Jan Smit")


@pytest.fixture
def design(house: House, jan: Person, sanne: Person) -> Channel:
    channel = house.channel("design", [jan, sanne])
    house.team("Design", lead=jan, channel=channel)
    return channel


def test_the_card_of_a_lost_request_never_accepts_another(
    operator: Operator, sanne: Person, jan: Person, design: Channel
) -> None:
    before = _asks(sanne, design, "Before the back-up")
    operator.backs_up()
    lost = _asks(sanne, design, "After the back-up")
    operator.restores()
    new = _asks(sanne, design, "After the restore")

    jan.presses("Accept", on=lost)
    assert not jan.form
    assert jan.sees(design).count(GONE) == 2, "the card says it, and so does an answer that only Jan sees"
    assert "Accept" not in str(lost.blocks)
    assert "After the back-up" in str(lost.blocks)
    assert new.text.startswith("R-10")

    for card in (before, new):
        jan.presses("Accept", on=card)
        jan.fills(promised="2026-11-27").submits()
    assert jan.sees(design).count("owner: jan") == 2


def test_a_card_from_before_tells_again_what_is_true(
    operator: Operator, sanne: Person, jan: Person, design: Channel
) -> None:
    """That Jan accepted it is lost: nobody must believe that somebody is at it."""
    card = _asks(sanne, design, "New banner")
    operator.backs_up()
    jan.presses("Accept", on=card)
    jan.fills(promised="2026-11-27").submits()
    assert "owner: jan" in jan.sees(design)
    operator.restores()
    assert "owner: jan" not in jan.sees(design)
    assert "🆕 Unanswered" in jan.sees(design)
    jan.presses("Accept", on=card)
    jan.fills(promised="2026-11-27").submits()
    assert "owner: jan" in jan.sees(design)


def test_whoever_presses_reads_it_in_their_language(
    operator: Operator, sanne: Person, jan: Person, design: Channel
) -> None:
    operator.backs_up()
    lost = _asks(jan, design, "After the back-up")
    operator.restores()
    sanne.presses("Accept", on=lost)
    said = sanne.sees(design)
    assert "Dit is er niet meer: Afspraak is op 24 november 2026 teruggezet vanuit een reservekopie" in said
    assert GONE in said, "the card itself speaks the language of the channel"


def test_a_checkin_that_asked_after_the_backup_asks_nobody_twice(
    operator: Operator, house: House, sanne: Person, jan: Person, design: Channel
) -> None:
    jan.types("/checkin new")
    jan.fills(name="Weekly", people=[sanne, jan], channel=design, first_day="2026-11-25").submits()
    jan.presses("Start")
    jan.closes()
    house.moves_to("2026-11-30 08:30")
    operator.backs_up()
    house.moves_to("2026-11-30 09:10")
    prompts = [_prompts(sanne), _prompts(jan)]
    assert prompts == [1, 1]
    operator.restores()
    house.moves_to("2026-11-30 09:20")
    assert [_prompts(sanne), _prompts(jan)] == prompts

    jan.presses("checkin.answer")
    jan.fills(**{"What will you do next that other teams should know?": "A banner"}).submits()
    house.moves_to("2026-11-30 23:30")
    assert "A banner" in jan.sees(design)
    assert [_prompts(sanne), _prompts(jan)] == prompts


def _asks(who: Person, design: Channel, title: str) -> Message:
    who.types("/request")
    who.fills(team="Design", title=title, why="The launch is on Monday", needed_by="2026-11-30").submits()
    assert not who.form, who.errors
    return who.latest(design)


def _prompts(who: Person) -> int:
    return sum(line.startswith(("👋", "✅", "⏭️")) for line in who.dm.splitlines())
