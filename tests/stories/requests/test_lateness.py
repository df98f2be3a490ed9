"""Late is late everywhere, and stays so through a proposed date, a question and a hand-over (REQ-22)."""

from collections.abc import Callable

import pytest

from sandbox.channels import Channel
from tests.stories.driver import House, Person
from tests.stories.requests.conftest import Ask

Step = Callable[[Person, Channel], None]


def proposes(jan: Person, design: Channel) -> None:
    jan.chooses("⋯", "Propose another date", on=jan.latest(design))
    jan.fills(proposed="2026-12-09", reason="Holidays").submits()
    assert not jan.visitor.has_modal or not jan.errors, jan.errors


def asks(jan: Person, design: Channel) -> None:
    jan.chooses("⋯", "Ask the requester", on=jan.latest(design))
    jan.fills(question="Which size?").submits()


def accepts(jan: Person, design: Channel) -> None:
    jan.presses("Accept", on=jan.latest(design))
    jan.fills(promised="2026-11-30").submits()


def has_a_digest(lead: Person, channel: Channel) -> None:
    lead.types("/digest settings", channel)
    lead.submits()
    lead.closes()


@pytest.mark.parametrize("steps", [(proposes,), (accepts, proposes), (asks,), (accepts, asks)])
def test_past_its_day_it_is_late_on_every_surface(
    house: House, noor: Person, jan: Person, design: Channel, ask: Ask, steps: tuple[Step, ...]
) -> None:
    ask()
    for step in steps:
        step(jan, design)
    house.moves_to("2026-11-30 17:00")
    assert "\n⏰ " in noor.sees(design)
    assert "late, it was " in noor.sees(design)
    noor.types("/request list overdue")
    assert "⏰ R-1 New banner" in noor.dm
    noor.presses("Show R-1")
    assert "⏰ " in noor.form
    noor.closes()
    assert "1 late" in noor.opens_home()
    has_a_digest(noor, design)
    noor.types("/digest", design)
    assert "1 thing needs attention" in noor.sees(design)
    assert "late" in noor.sees(design).split("needs attention")[1]


def test_another_team_that_gets_it_late_has_it_late(
    house: House, noor: Person, kim: Person, jan: Person, design: Channel, support: Channel, ask: Ask
) -> None:
    ask(needed_by="2026-11-25")
    house.moves_to("2026-11-26 09:00")
    noor.chooses("⋯", "Hand over to another team", on=noor.latest(design))
    noor.fills(team="Support", reason="Theirs").submits()
    assert "⏰ Unanswered" in kim.sees(support)
    assert "late, it was needed by" in kim.sees(support)
    kim.types("/request list overdue")
    assert "⏰ R-1 New banner" in kim.dm


def test_the_digest_says_neither_that_nothing_needs_attention_nor_that_it_is_settled(
    house: House, sanne: Person, noor: Person, jan: Person, design: Channel
) -> None:
    marketing = house.channel("marketing", [sanne, noor])
    house.team("Marketing", lead=sanne, channel=marketing)
    sanne.types("/request New banner")
    sanne.fills(team="Design", why="The launch", needed_by="2026-11-25").submits()
    house.moves_to("2026-11-26 09:00")
    has_a_digest(sanne, marketing)
    noor.types("/digest", marketing)
    assert "Nothing needs attention" not in noor.sees(marketing)
    assert "1 thing below is late." in noor.sees(marketing)
