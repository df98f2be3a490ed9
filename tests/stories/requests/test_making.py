"""The ways to make and find a request (REQ-1, REQ-2, REQ-10, REQ-15)."""

import pytest

from sandbox.channels import Channel
from tests.stories.driver import House, Person
from tests.stories.requests.conftest import Ask


def test_a_message_becomes_a_request_and_its_thread_gets_the_link(
    house: House, sanne: Person, jan: Person, design: Channel
) -> None:
    """REQ-2."""
    talk = house.channel("talk", [sanne, jan])
    message = sanne.says("We need a banner for <the> launch & soon", talk)
    sanne.uses("Turn into request", on=message)
    assert "We need a banner for <the> launch & soon" in sanne.form
    sanne.fills(team="Design", why="The launch", needed_by="2026-11-30").submits()
    assert "the message it came from, as it was on" in jan.sees(design)
    assert "R-1 follows this up; Design has it." in sanne.sees_thread(message)


def test_a_request_outlives_the_message_it_came_from(house: House, sanne: Person, jan: Person, design: Channel) -> None:
    """REQ-15."""
    talk = house.channel("talk", [sanne, jan])
    message = sanne.says("We need a banner", talk)
    sanne.uses("Turn into request", on=message)
    sanne.fills(team="Design", why="The launch", needed_by="2026-11-30").submits()
    house.lets(lambda: house.sandbox.happenings.deletes(message))
    jan.types("/request R-1")
    assert "We need a banner" in jan.form
    assert "The message it came from is gone; the text is as it was on" in jan.sees(design)


def test_the_list_pages_filters_and_is_seen_by_nobody_else(
    sanne: Person, jan: Person, design: Channel, ask: Ask
) -> None:
    """REQ-10."""
    for n in range(10):
        ask(f"Banner {n}")
    jan.types("/request list waiting", design)
    assert "Waiting for my teams (10)" in jan.sees(design)
    assert "Banner 9" not in jan.sees(design).partition("Waiting for my teams")[2]
    jan.presses("More")
    assert "R-10 Banner 9" in jan.sees(design)
    jan.chooses("request.list", "My requests")
    assert "My requests (0)" in jan.sees(design)
    assert "Waiting for my teams" not in sanne.sees(design)


def test_lists_by_team_customer_and_what_is_overdue(
    house: House, sanne: Person, jan: Person, design: Channel, ask: Ask
) -> None:
    ask("For the bakery", customer="Bakkerij Bol")
    ask("For nobody")
    jan.types("/request list customer bakkerij bol")
    assert "Requests for bakkerij bol (1)" in jan.dm
    jan.types("/request list #design")
    assert "Requests to Design (2)" in jan.dm
    jan.types("/request list overdue")
    assert "Overdue (0)" in jan.dm
    house.moves_to("Wed 10:00")
    jan.types("/request list overdue")
    assert "Overdue (2)" in jan.dm


@pytest.mark.parametrize("command", ["/request R-99", "/request list team Nowhere"])
def test_what_is_not_there_is_said(jan: Person, design: Channel, command: str) -> None:
    jan.types(command)
    assert "There is no" in jan.dm


def test_a_search_field_offers_the_teams(sanne: Person, design: Channel, support: Channel) -> None:
    sanne.types("/request")
    assert sanne.searches("team", "sup") == ["Support"]


def test_the_shortcuts_menu_opens_the_same_form(sanne: Person, design: Channel) -> None:
    sanne.uses("New request")
    assert "Nieuw verzoek" in sanne.form


@pytest.mark.parametrize("connection", ["socket"])
def test_over_socket_mode_it_is_the_same(jan: Person, design: Channel, ask: Ask) -> None:
    ask()
    jan.presses("Accept", on=jan.latest(design))
    jan.fills(promised="2026-11-27").submits()
    assert "owner: jan" in jan.sees(design)
