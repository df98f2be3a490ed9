"""Decisions are found again (DEC-5), by those who may see them, and taken along (DEC-7)."""

import csv
import io
from collections.abc import Callable

import pytest

from sandbox.channels import Channel
from sandbox.faults import Fault, Kind
from tests.stories.driver import House, Person


@pytest.fixture
def decided(noor: Person, finance: Channel, support: Channel) -> Callable[..., None]:
    def decided(title: str, **also: object) -> None:
        noor.types(f"/decision {title}")
        wanted = {"kind": "decided", "text": "So be it", "decider": noor, "teams": "Finance"}
        noor.fills(**wanted | also).submits()
        assert not noor.form, noor.errors

    return decided


def test_a_search_is_paged_refined_and_seen_by_nobody_else(
    noor: Person, kim: Person, finance: Channel, decided: Callable[..., None]
) -> None:
    for n in range(9):
        decided(f"Rule {n} for customers")
    kim.types("/decision search customers")
    assert "Decisions: “customers” (9)" in kim.dm
    assert "Rule 0" not in kim.dm
    kim.presses("More")
    assert "D-1 Rule 0 for customers · Decided · noor · today" in kim.dm
    kim.presses("Search")
    assert "customers" in kim.form
    kim.fills(words="rule 3").submits()
    assert "D-4 Rule 3 for customers" in kim.form
    kim.presses("Show D-4")
    assert "So be it" in kim.form
    assert "customers" not in noor.dm


def test_it_is_found_by_team_person_state_and_date(
    house: House, noor: Person, kim: Person, finance: Channel, support: Channel, decided: Callable[..., None]
) -> None:
    decided("For support", teams="Support")
    house.moves_to("2026-12-01 09:00")
    decided("For finance", consulted=kim)
    kim.types("/decision search #support")
    assert "Decisions: Support (1)" in kim.dm
    kim.types("/decision search @kim")
    assert "Decisions: kim (1)" in kim.dm
    kim.types("/decision zoek status:besloten vanaf 2026-12")
    assert "D-2 For finance" in kim.dm.partition("Decided, from 1 December 2026 (1)")[2]
    kim.types("/decision search until 2026-11")
    assert "until 30 November 2026 (1)" in kim.dm
    kim.types("/decision search state:proposed")
    assert "Decisions: Proposed (0)" in kim.dm


def test_what_counts_comes_before_what_no_longer_does(
    noor: Person, kim: Person, finance: Channel, decided: Callable[..., None]
) -> None:
    decided("Closed on Fridays")
    decided("Closed on Mondays")
    noor.types("/decision D-2")
    noor.chooses("⋯", "Reverse")
    noor.fills(reason="No").submits()
    kim.types("/decision search closed")
    found = kim.dm
    assert found.index("D-1 Closed on Fridays · Decided") < found.index("D-2 Closed on Mondays · Reversed")


def test_one_that_also_concerns_a_public_channel_is_public(
    house: House, noor: Person, kim: Person, finance: Channel, decided: Callable[..., None]
) -> None:
    board = house.channel("board", [noor], private=True)
    decided("We move", channels=board)
    kim.types("/decision D-1")
    assert "We move" in kim.form
    assert "board" not in kim.form


def test_in_a_chain_a_private_decision_keeps_its_title(
    house: House, noor: Person, kim: Person, finance: Channel, decided: Callable[..., None]
) -> None:
    board = house.channel("board", [noor], private=True)
    decided("We sell the bakery", teams=None, channels=board)
    decided("We keep the bakery", replaces="D-1 · We sell the bakery")
    kim.types("/decision D-2")
    assert "D-1 · which you may not see · ⏭️ Superseded" in kim.form
    assert "We sell" not in kim.form


def test_guests_and_strangers_see_what_they_are_asked_and_no_more(
    house: House, noor: Person, finance: Channel, decided: Callable[..., None]
) -> None:
    gus = house.person("Gus Guest", is_guest=True)
    lab = house.channel("lab", [noor, gus])
    decided("Nobody asks Gus", channels=lab)
    decided("Gus is asked", kind="proposed", channels=lab, consulted=gus)
    gus.types("/decision list")
    assert "All decisions (1)" in gus.dm
    gus.presses("Agree")
    assert "Consulted: 1 agrees" in noor.sees(finance)
    gus.types("/decision A plan")
    assert "Guests can answer what they are asked, but not propose decisions." in gus.dm


def test_an_export_comes_once_however_often_slack_delivers_it(
    house: House, kim: Person, noor: Person, finance: Channel, decided: Callable[..., None]
) -> None:
    decided("=HYPERLINK(1)", text="@SUM(A1)")
    kim.types("/decision export")
    kim.sends_again()
    assert kim.dm.count("(file: decisions.csv)") == 1
    assert "1 decision that you may see" in kim.dm
    table = next(file for file in house.workspace.files.values() if file.name == "decisions.csv")
    head, row = csv.reader(io.StringIO((table.content or b"").decode("utf-8-sig")))
    assert head[:3] == ["Number", "Title", "State"]
    assert row[:3] == ["D-1", "'=HYPERLINK(1)", "Decided"]
    assert "'@SUM(A1)" in row


def test_an_export_is_in_the_language_of_whoever_asks(
    house: House, sanne: Person, finance: Channel, decided: Callable[..., None]
) -> None:
    decided("We sluiten op vrijdag")
    sanne.types("/decision export")
    assert "1 besluit dat je mag zien" in sanne.dm
    table = next(file for file in house.workspace.files.values() if file.name == "decisions.csv")
    assert (table.content or b"").decode("utf-8-sig").startswith("Nummer,Titel,Status,Besloten")


@pytest.mark.parametrize("kind", [Kind.TOO_FAST, Kind.SERVER_ERROR, Kind.DROPS])
def test_an_export_that_fails_for_a_moment_comes_later_and_once(
    house: House, kim: Person, decided: Callable[..., None], kind: Kind
) -> None:
    decided("We close on Fridays")
    house.sandbox.faults.add(Fault("files.completeUploadExternal", kind))
    kim.types("/decision export")
    house.passes(minutes=2)
    assert kim.dm.count("(file: decisions.csv)") == 1


@pytest.mark.parametrize("kind", [Kind.SERVER_ERROR, Kind.DROPS, Kind.TRUNCATED, Kind.HTML])
def test_an_export_whose_answer_was_lost_is_found_and_not_handed_in_twice(
    house: House, kim: Person, decided: Callable[..., None], kind: Kind
) -> None:
    decided("We close on Fridays")
    house.sandbox.faults.add(Fault("files.completeUploadExternal", kind, worked=True))
    kim.types("/decision export")
    house.passes(minutes=2)
    assert kim.dm.count("(file: decisions.csv)") == 1
    assert len(house.sandbox.record.calls("files.completeUploadExternal")) == 1


def test_where_nobody_can_look_for_a_lost_export_it_comes_again(
    house: House, kim: Person, decided: Callable[..., None]
) -> None:
    """Without im:history; two files are better than none (docs/decisions/delivery.md)."""
    decided("We close on Fridays")
    installation = house.workspace.installation
    installation.scopes = installation.scopes - {"im:history"}
    house.sandbox.faults.add(Fault("files.completeUploadExternal", Kind.DROPS, worked=True))
    kim.types("/decision export")
    house.passes(minutes=2)
    assert kim.dm.count("(file: decisions.csv)") == 2


@pytest.mark.parametrize("command", ["/decision D-99", "/decision search team Nowhere", "/decision zoek ***"])
def test_what_is_not_there_is_said(kim: Person, finance: Channel, command: str) -> None:
    kim.types(command)
    assert "There is no such decision" in kim.dm or "Nothing here." in kim.dm
