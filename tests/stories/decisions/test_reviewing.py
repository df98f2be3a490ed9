"""A decision in force: it is looked at again, replaced or reversed (DEC-2, DEC-6)."""

from collections.abc import Callable

import pytest

from sandbox.channels import Channel
from tests.stories.driver import House, Person


@pytest.fixture
def decided(noor: Person, kim: Person, finance: Channel, support: Channel) -> Callable[..., None]:
    """Noor decided that they close on Fridays, to be reviewed on the first day of March, a Monday."""

    def decided(title: str = "We close on Fridays", **also: object) -> None:
        noor.types(f"/decision {title}")
        wanted = {"kind": "decided", "text": "From May on", "decider": noor, "teams": ["Finance", "Support"]}
        noor.fills(**wanted | also).submits()
        assert not noor.form, noor.errors

    return decided


def test_on_the_review_date_the_driver_is_asked_and_keeps_it(
    house: House, noor: Person, kim: Person, finance: Channel, support: Channel, decided: Callable[..., None]
) -> None:
    decided(driver=kim, review="2027-02-28")  # a Sunday: asked on Monday
    house.moves_to("2027-03-01 08:59")
    assert "reviewed" not in kim.dm
    house.moves_to("2027-03-01 09:00")
    assert "D-1 · We close on Fridays was to be reviewed today." in kim.dm
    assert "🔁 Decided, review due" in noor.sees(finance)
    kim.presses("Keep", on=kim.latest(kim.visitor.app))
    kim.fills(turned_out="Fewer mistakes on Mondays", review="2027-06-01").submits()
    assert "⚖️ Decided" in noor.sees(finance)
    line = "kim keeps it and looks again on 1 June 2027: Fewer mistakes on Mondays"
    assert line in noor.sees_thread(noor.latest(finance))
    house.moves_to("2027-06-01 09:00")
    assert kim.dm.count("was to be reviewed today") == 2


def test_an_unanswered_review_shows_as_stale(
    house: House, noor: Person, kim: Person, finance: Channel, decided: Callable[..., None]
) -> None:
    decided(review="2027-03-01")
    house.moves_to("2027-03-05 17:00")
    assert "🔁 Decided, review due" in noor.sees(finance)
    house.moves_to("2027-03-08 09:00")
    assert "⏰ Stale: its review is unanswered" in noor.sees(finance)
    kim.types("/decision search state:stale")
    assert "D-1 We close on Fridays · Stale: its review is unanswered" in kim.dm
    noor.types("/decision D-1")
    noor.presses("Keep")
    noor.fills(turned_out="Well").submits()
    assert "⚖️ Decided" in noor.sees(finance)


def test_dropping_it_at_the_review_says_how_it_turned_out(
    house: House, noor: Person, kim: Person, finance: Channel, support: Channel, decided: Callable[..., None]
) -> None:
    decided(review="2027-03-01")
    house.moves_to("2027-03-01 09:00")
    noor.presses("Drop", on=noor.latest(noor.visitor.app))
    noor.fills(reason="Customers rang in vain").submits()
    assert "↩️ Reversed" in kim.sees(support)
    assert "noor reversed it: Customers rang in vain" in kim.sees_thread(kim.latest(support))


def test_changing_it_proposes_a_successor_and_answers_the_review(
    house: House, noor: Person, kim: Person, finance: Channel, support: Channel, decided: Callable[..., None]
) -> None:
    decided(review="2027-03-01", text="From May on we close on Fridays")
    house.moves_to("2027-03-01 09:00")
    noor.presses("Change", on=noor.latest(noor.visitor.app))
    assert "From May on we close on Fridays" in noor.form
    noor.fills(title="We close at noon on Fridays", decider=kim, text="From May on").submits()
    assert "noor proposes to replace it by D-2" in noor.sees_thread(house.workspace.channels[finance.id].messages[0])
    assert "Would replace D-1" in kim.sees(support)
    house.moves_to("2027-03-31 09:00")
    assert "Stale" not in noor.sees(finance)
    kim.presses("Decide")
    kim.submits()
    assert "⏭️ Superseded · D-2 holds now" in noor.sees(finance)
    assert "Replaces D-1" in noor.sees(finance)
    assert "noor" in kim.dm


def test_whoever_decided_before_is_heard_about_a_successor(
    house: House, noor: Person, kim: Person, finance: Channel, support: Channel, decided: Callable[..., None]
) -> None:
    decided()
    kim.types("/decision We open on Fridays")
    wanted = {"text": "Again", "decider": kim, "teams": "Support", "replaces": "D-1 · We close on Fridays"}
    kim.fills(kind="decided", **wanted).submits()
    assert kim.errors == {"replaces": "noor decided D-1. Propose the new one, so that they are heard."}
    kim.fills(kind="proposed").submits()
    assert "kim would like to know what you think of this." in noor.dm
    noor.presses("Agree")
    kim.presses("Decide")
    kim.submits()
    assert "⏭️ Superseded · D-2 holds now" in noor.sees(finance)


def test_the_chain_is_walked_from_either_end(
    noor: Person, finance: Channel, support: Channel, decided: Callable[..., None]
) -> None:
    """DEC-5."""
    decided("First")
    decided("Second", replaces="D-1 · First")
    decided("Third", replaces="D-2 · Second")
    noor.types("/decision D-1")
    assert (
        "Chain, the newest first\n• D-3 · Third · ⚖️ Decided\n• D-2 · Second · ⏭️ Superseded\n• D-1 · this one"
        in noor.form
    )
    noor.chooses("decision.go_to", "D-3 · Third")
    assert "• D-3 · this one\n• D-2 · Second · ⏭️ Superseded\n• D-1 · First · ⏭️ Superseded" in noor.form


def test_it_is_marked_as_superseded_by_one_that_is_in_force(
    noor: Person, kim: Person, finance: Channel, support: Channel, decided: Callable[..., None]
) -> None:
    decided("First")
    decided("Second")
    noor.types("/decision D-1")
    noor.chooses("⋯", "Superseded by another one")
    noor.fills(successor="D-1 · First").submits()
    assert noor.errors == {"successor": "A decision cannot replace itself."}
    noor.fills(successor="D-2 · Second").submits()
    assert "⏭️ Superseded · D-2 holds now" in kim.sees(support)
    kim.types("/decision D-1")
    assert "[⋯" not in kim.form


def test_a_team_sees_it_once_and_nobody_is_named(
    house: House,
    noor: Person,
    jan: Person,
    kim: Person,
    finance: Channel,
    support: Channel,
    decided: Callable[..., None],
) -> None:
    """DEC-7."""
    decided()
    jan.presses("Seen", on=jan.latest(finance))
    assert "Concerns 👁 Finance, Support" in kim.sees(support)
    assert "[Seen]" not in jan.sees(finance)
    noor.types("/decision D-1")
    assert "Seen by Finance" in noor.form
    assert "jan" not in noor.form
    stranger = house.person("Sam Other")
    stranger.joins(support)
    stranger.presses("Seen", on=stranger.latest(support))
    assert "Only the people of the teams that it concerns can do this." in stranger.sees(support)


def test_when_all_teams_have_seen_it_nobody_is_written_to(
    house: House,
    noor: Person,
    jan: Person,
    kim: Person,
    finance: Channel,
    support: Channel,
    decided: Callable[..., None],
) -> None:
    decided()
    jan.presses("Seen", on=jan.latest(finance))
    kim.presses("Seen", on=kim.latest(support))
    house.moves_to("2026-12-04 09:00")
    assert noor.dm == ""
