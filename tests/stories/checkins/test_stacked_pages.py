"""Slack stacks three pages: what would be the fourth takes the place of the topmost, and nobody sees nothing."""

import pytest

from sandbox.channels import Channel
from sandbox.faults import Fault, Kind
from tests.stories.checkins.office import IN_THE_WAY, Office
from tests.stories.driver import Person
from tests.stories.driver.breaking import without

ON_ONE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def support(office: Office) -> Channel:
    kim = office.house.person("Kim Lee")
    channel = office.house.channel("support", [kim])
    office.house.team("Support", lead=kim, channel=channel)
    return channel


@pytest.fixture
def third(office: Office, support: Channel) -> Person:
    """Noor before the third page: a check-in, its history, a round in which Liv waits for Support."""
    office.sets_up()
    office.house.moves_to("2026-10-19 15:00")
    office.answers(office.liv, **{IN_THE_WAY: "No photos yet", "q3_team": "Support"})
    office.house.moves_to("2026-10-20 09:00")
    office.noor.types("/checkin weekly")
    office.noor.presses("History")
    office.noor.presses("checkin.round", which=0)
    assert depth(office.noor) == 3
    return office.noor


def depth(person: Person) -> int:
    return len(person.visitor.workspace.modals_of(person.id))


def test_a_form_over_three_pages_takes_the_place_of_the_topmost(office: Office, third: Person) -> None:
    third.presses("Ask Support for liv")
    assert "No photos yet" in third.form
    assert depth(third) == 3
    third.submits()
    assert "History" in third.form
    assert "R-1 follows this up" in third.sees_thread(third.latest(office.general))


def test_an_apology_over_three_pages_is_seen(office: Office, third: Person) -> None:
    with without(office.house, "checkin_answers"):
        third.presses("Ask Support for liv")
    assert "nothing was changed" in third.form
    assert third.visitor.trouble == ""


def test_an_apology_does_not_hang_on_a_push(office: Office) -> None:
    office.sets_up()
    office.noor.types("/checkin weekly")
    office.house.sandbox.faults.until_cleared(Fault("views.push", Kind.ERROR, error="expired_trigger_id"))
    office.noor.presses("History")
    assert "nothing was changed" in office.noor.form
    assert office.noor.visitor.trouble == ""


def test_a_third_page_that_came_meanwhile_leaves_no_error(office: Office, support: Channel) -> None:
    office.sets_up()
    office.noor.types("/checkin weekly")
    office.noor.presses("History")
    office.house.sandbox.faults.add(Fault("views.push", Kind.ERROR, error="push_limit_reached"))
    office.noor.presses("Send me the answers (CSV)")
    assert "The table is on its way" in office.noor.form


@ON_ONE
def test_a_page_whose_place_a_form_took_comes_back_once_that_is_sent(office: Office, support: Channel) -> None:
    """The list of the Home, the answers, the request, and over that the form that withdraws it."""
    for name in ("Weekly", "Two", "Three", "Four", "Five", "Six"):
        office.sets_up(name=name, people=[office.liv])
    office.house.moves_to("2026-10-19 15:00")
    office.liv.presses("checkin.answer", on=office.liv.visitor.messages(office.liv.visitor.app)[0])
    office.liv.fills(q3="No photos yet", q3_team="Support").submits()
    office.liv.presses("Ask Support")
    office.liv.submits()
    office.liv.closes()
    office.house.moves_to("2026-10-26 14:00")
    office.liv.opens_home()
    office.liv.presses("home.all")
    office.liv.presses("checkin.answer")
    office.liv.presses("request.show")
    for _ in range(2):
        office.liv.presses("Withdraw")
        office.liv.fills(reason="Found them").submits()
        assert "Withdrawn" in office.liv.form
        assert depth(office.liv) == 3
        office.liv.presses("Reopen")
        office.liv.fills(reason="Still needed").submits()
        assert "Unanswered" in office.liv.form
