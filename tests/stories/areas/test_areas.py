"""Who owns what: registering, asking, and handing over (OWN-1, OWN-2, OWN-4)."""

from sandbox.channels import Channel
from tests.stories.areas.doing import Register
from tests.stories.driver import House, Person


def test_the_answer_names_owner_backup_team_channel_and_the_last_confirmation(
    sanne: Person, platform: Channel, sales: Channel, register: Register
) -> None:
    """OWN-2, in the asker's language, to the asker alone."""
    register()
    sanne.types("/owner payments", sales)
    shown = sanne.sees(sales)
    assert "Payments · Platform" in shown
    assert "Eigenaar: jan · vervanger: kim" in shown
    assert "Systeem van Platform · #platform" in shown
    assert "Voor het laatst bevestigd" in shown


def test_an_area_is_found_however_its_name_is_written(kim: Person, register: Register) -> None:
    register("E-mail of Sanne’s café")
    for said in ("e-mail of sanne's cafe\u0301", "email", "“email” cafe", "sannes email"):
        kim.types(f"/owner {said}")
        assert kim.visitor.sees(kim.visitor.app)[-1].startswith("E-mail of Sanne’s café · Platform"), said


def test_a_typo_and_a_part_of_a_name_find_it_too(jan: Person, kim: Person, register: Register) -> None:
    register("Payments gateway")
    kim.types("/owner gateway")
    assert "Payments gateway · Platform" in kim.dm
    kim.types("/owner paymnets gatway")
    assert "Did you mean one of these?" in kim.dm


def test_what_nobody_owns_can_be_registered_or_asked_about(kim: Person, platform: Channel) -> None:
    kim.types("/owner billing")
    assert "Nobody owns billing yet." in kim.dm
    kim.presses("Ask a team")
    assert "Who owns billing?" in kim.form
    kim.closes()
    kim.presses("Register it")
    assert "billing" in kim.form
    kim.submits()
    kim.types("/owner billing")
    assert "Owner: kim" in kim.dm


def test_a_handover_is_an_offer_that_is_accepted(
    house: House, jan: Person, kim: Person, sanne: Person, platform: Channel, sales: Channel, register: Register
) -> None:
    """OWN-4: until then the old owner stays accountable; both teams are told once."""
    register()
    jan.types("/owner payments")
    jan.presses("Show")
    jan.presses("Hand over")
    jan.fills(to=sanne, team="Sales", reason="Sales sends the invoices").submits()
    assert "Offered to sanne" in jan.form
    assert "until then jan is accountable" in jan.form
    assert "jan bood het aan sanne aan: Sales sends the invoices" in sanne.dm
    sanne.presses("Aannemen")
    assert "sanne took it over from jan" in jan.dm
    for person, channel, words in (
        (jan, platform, "sanne took it over from jan"),
        (sanne, sales, "sanne took it over"),
    ):
        assert person.sees(channel).count(words) == 1
    kim.types("/owner payments")
    assert "Owner: sanne · backup: kim" in kim.dm
    assert "System of Sales" in kim.dm


def test_a_refused_offer_comes_back_with_the_reason(jan: Person, kim: Person, register: Register) -> None:
    register(backup=None)
    jan.types("/owner payments")
    jan.presses("Show")
    jan.presses("Hand over")
    jan.fills(to=kim).submits()
    kim.presses("Refuse")
    kim.fills(reason="I have four already").submits()
    assert "kim does not take it over: I have four already" in jan.dm
    jan.closes()
    jan.presses("Still mine")
    assert "✅ Last confirmed" in jan.dm


def test_an_offer_that_nobody_answers_expires(house: House, jan: Person, kim: Person, register: Register) -> None:
    register()
    jan.types("/owner payments")
    jan.presses("Show")
    jan.presses("Hand over")
    jan.fills(to=kim).submits()
    house.passes(days=8)
    assert "kim did not answer the offer" in jan.dm
    assert "[Accept]" not in kim.dm


def test_whoever_is_named_as_owner_is_asked(jan: Person, kim: Person, register: Register) -> None:
    register(by=kim, owner=jan)
    assert "It was registered with you as its owner. Is it yours?" in jan.dm
    jan.presses("Not mine")
    jan.fills(reason="I left that project").submits()
    assert "jan says that it is not theirs: I left that project" in kim.dm
    kim.presses("I own it")
    assert "Nobody owns it" not in kim.dm


def test_a_guest_is_shown_nothing(house: House, register: Register) -> None:
    register()
    gus = house.person("Gus", is_guest=True)
    gus.types("/owner payments")
    assert "shown to members of the organisation" in gus.dm


def test_only_those_who_answer_for_it_change_it(
    house: House, sanne: Person, register: Register, sales: Channel
) -> None:
    register()
    sanne.types("/owner payments")
    sanne.presses("Tonen")
    assert "Overdragen" not in sanne.form
    assert "Wijzigen" not in sanne.form


def test_a_change_of_scope_asks_the_owner_at_once(jan: Person, kim: Person, noor: Person, register: Register) -> None:
    """OWN-6."""
    register()
    noor.types("/owner payments")
    noor.presses("Show")
    noor.presses("Change")
    noor.fills(name="Payments and refunds").submits()
    assert "noor renamed it; it was called Payments" in jan.dm
    assert "It has changed. Is it still yours?" in jan.dm


def test_a_part_is_split_off_and_another_is_merged(jan: Person, kim: Person, noor: Person, register: Register) -> None:
    register()
    noor.types("/owner payments")
    noor.presses("Show")
    noor.chooses("⋯", "Split")
    noor.fills(name="Refunds", owner=kim).submits()
    assert "noor split it off from Payments" in kim.dm or "Is it yours?" in kim.dm
    assert "noor split off Refunds" in jan.dm
    kim.presses("Still mine")
    noor.closes()
    noor.types("/owner refunds")
    noor.presses("Show", on=noor.latest(noor.visitor.app))
    noor.chooses("⋯", "Merge into another")
    noor.fills(area="Payments").submits()
    assert "Retired" in noor.form
    assert "noor made Refunds a part of it" in jan.dm
