"""A proposal is answered, decided, and lives on (DEC-1 to DEC-4)."""

from collections.abc import Callable

from sandbox.channels import Channel
from tests.stories.driver import House, Person


def test_a_proposal_is_shown_to_the_teams_and_asked_of_its_people(
    sanne: Person,
    noor: Person,
    jan: Person,
    kim: Person,
    finance: Channel,
    support: Channel,
    propose: Callable[..., None],
) -> None:
    """DEC-1, DEC-3."""
    propose()
    card = kim.sees(support)
    assert card.startswith("D-1 · Payment term of 14 days\n💡 Proposed · answers until 27 November 2026\n")
    assert "decider: noor · driver: sanne" in card
    assert "Concerns Finance, Sales, Support" in card
    assert "Consulted: 2 have not answered" in card
    assert "sanne would like to know what you think of this." in jan.dm
    assert "sanne asks you to decide this." in noor.dm
    assert noor.dm.count("D-1 · Payment term") == 1


def test_an_objection_is_settled_and_the_decider_closes_it(
    house: House,
    sanne: Person,
    noor: Person,
    jan: Person,
    kim: Person,
    finance: Channel,
    sales: Channel,
    propose: Callable[..., None],
) -> None:
    """DEC-2, DEC-3: the outcome stands on all cards and goes once to each thread."""
    propose()
    kim.presses("Agree")
    jan.presses("Object")
    jan.fills(reason="Too short for the bakeries").submits()
    assert "Consulted: 1 agrees · 1 objects" in noor.sees(finance)
    assert "jan objects: Too short for the bakeries" in noor.sees_thread(noor.latest(noor.visitor.app))
    sanne.types("/decision D-1")
    sanne.chooses("⋯", "De tekst wijzigen")
    sanne.fills(text="Customers pay within three weeks.", reason="For the bakeries").submits()
    assert "The proposal was changed." in jan.sees_thread(jan.latest(jan.visitor.app))
    jan.presses("Agree", on=jan.latest(jan.visitor.app))
    noor.presses("Decide", on=noor.latest(noor.visitor.app))
    noor.fills(reason="All agree").submits()
    for person, channel in ((noor, finance), (sanne, sales)):
        assert person.sees(channel).count("Payment term of 14 days") == 1
        assert "Customers pay within three weeks." in person.sees(channel)
    assert noor.sees_thread(noor.latest(finance)).splitlines() == [
        "sanne changed the proposal (version 2): For the bakeries",
        "noor decided it: All agree",
    ]
    assert "⚖️ Decided" in jan.dm


def test_an_open_objection_needs_a_word_when_it_is_decided_all_the_same(
    noor: Person, jan: Person, propose: Callable[..., None]
) -> None:
    propose()
    jan.presses("Object")
    jan.fills(reason="Too short").submits()
    noor.presses("Decide")
    noor.submits()
    assert noor.form
    noor.fills(reason="We try it for a quarter").submits()
    assert not noor.form
    assert "⚖️ Decided" in jan.dm


def test_silence_is_a_yes_only_where_the_decider_chose_so(
    house: House, noor: Person, finance: Channel, propose: Callable[..., None]
) -> None:
    """DEC-4."""
    propose()
    noor.types("/decision D-1")
    noor.chooses("⋯", "Let silence count as consent")
    assert "If nobody objects by 27 November 2026, it is decided: noor chose so" in noor.form
    noor.closes()
    house.moves_to("Fri 17:00")
    assert "⚖️ Decided" in noor.sees(finance)
    line = "Decided: nobody objected in time, and the decider chose that silence counts"
    assert line in noor.sees_thread(noor.latest(finance))


def test_without_that_choice_the_decider_is_asked_the_next_morning(
    house: House, noor: Person, jan: Person, finance: Channel, propose: Callable[..., None]
) -> None:
    propose()
    jan.presses("Agree")
    house.moves_to("Mon 08:59")
    assert "💡 Proposed" in noor.sees(finance)
    assert "is over" not in noor.dm
    house.moves_to("Mon 09:00")
    assert "it is yours to close. Not heard from: kim." in noor.dm


def test_an_objection_stops_the_automatic_yes(
    house: House, noor: Person, jan: Person, finance: Channel, propose: Callable[..., None]
) -> None:
    propose(by=noor, silence=["counts"])
    jan.presses("Object")
    jan.fills(reason="Too short").submits()
    house.moves_to("Mon 09:00")
    assert "💡 Proposed" in noor.sees(finance)
    assert "it is yours to close. Objections from: jan." in noor.dm


def test_only_the_decider_can_choose_that_silence_counts(sanne: Person, noor: Person, finance: Channel) -> None:
    sanne.types("/decision Pay sooner")
    sanne.fills(text="Two weeks", decider=noor, teams="Finance", until="2026-11-27", silence=["counts"]).submits()
    assert sanne.errors == {"silence": "Alleen noor kan kiezen dat zwijgen telt."}


def test_someone_away_gets_a_stand_in_and_the_others_more_time(
    house: House, noor: Person, kim: Person, jan: Person, support: Channel, propose: Callable[..., None]
) -> None:
    """DEC-4."""
    lee = house.person("Lee Park")
    propose()
    noor.presses("Stand-in")
    noor.fills(away="kim", stand_in=lee).submits()
    noor.presses("More time")
    noor.fills(until="2026-12-04").submits()
    assert "noor gives more time, until 4 December 2026" in kim.sees_thread(kim.latest(support))
    assert "Somebody stands in for you here; you need not answer." in kim.dm
    lee.presses("Agree")
    house.moves_to("2026-12-04 16:59")
    assert "is over" not in noor.dm
    lee.types("/decision D-1")
    assert "kim is away; lee stands in" in lee.form


def test_a_decision_that_its_decider_took_is_recorded_at_once(
    noor: Person, kim: Person, finance: Channel, support: Channel
) -> None:
    noor.types("/decision We close on Fridays")
    noor.fills(kind="decided", text="From May on", decider=noor, teams=["Finance", "Support"]).submits()
    assert "⚖️ Decided · since today" in kim.sees(support)
    assert noor.dm == ""


def test_nobody_records_what_another_one_decides(sanne: Person, noor: Person, finance: Channel) -> None:
    sanne.types("/decision We close on Fridays")
    sanne.fills(kind="decided", text="From May on", decider=noor, teams="Finance").submits()
    assert sanne.errors == {"kind": "noor beslist hierover: stel het voor, dan wordt om bevestiging gevraagd."}


def test_a_message_becomes_a_decision_with_its_author_and_link(
    house: House, sanne: Person, noor: Person, jan: Person, finance: Channel
) -> None:
    talk = house.channel("talk", [sanne, jan, noor])
    message = jan.says("From May on we close <at> four & on Fridays", talk)
    noor.uses("Record as decision", on=message)
    assert "From May on we close <at> four & on Fridays" in noor.form
    noor.fills(kind="decided", decider=noor, teams="Finance").submits()
    assert "the message it came from, by jan" in noor.sees(finance)
    assert "D-1 keeps this: From May on we close <at> four & on Fridays" in noor.sees_thread(message)


def test_steps_that_are_not_possible_say_why_and_who_can(
    house: House, sanne: Person, noor: Person, jan: Person, kim: Person, finance: Channel, propose: Callable[..., None]
) -> None:
    """DEC-2."""
    propose()
    card = noor.latest(noor.visitor.app)
    noor.presses("Reject", on=card)
    noor.fills(reason="Not now").submits()
    assert "🚫 Rejected" in kim.dm
    noor.types("/decision D-1")
    assert "noor rejected it: Not now" in noor.form
    kim.types("/decision D-1")
    assert "[Agree]" not in kim.form


def test_two_press_at_once_and_it_is_decided_once(
    house: House, noor: Person, finance: Channel, propose: Callable[..., None]
) -> None:
    propose()
    noor.presses("Decide")
    house.lets(noor.visitor.submits)
    noor.sends_again()
    assert noor.sees_thread(noor.latest(finance)).count("noor decided it") == 1


def test_a_version_shows_who_changed_what_and_why(
    sanne: Person, noor: Person, jan: Person, finance: Channel, propose: Callable[..., None]
) -> None:
    """DEC-4."""
    propose()
    noor.presses("Decide")
    noor.submits()
    noor.types("/decision D-1")
    noor.chooses("⋯", "Correct the text")
    noor.fills(text="Customers pay within three weeks.").submits()
    assert noor.errors
    noor.fills(reason="A slip of the pen").submits()
    assert "noor corrected the text (version 2): A slip of the pen" in noor.sees_thread(noor.latest(finance))
    assert "version 2" in noor.sees(finance)
    noor.presses("Versions")
    assert "Version 2 of 2" in noor.form
    assert "Customers pay within two three weeks." in noor.form
    noor.presses("Earlier version")
    assert "Version 1 of 2" in noor.form
    assert "Customers pay within two weeks." in noor.form


def test_what_somebody_typed_can_ping_nobody_and_break_nothing(
    noor: Person, jan: Person, finance: Channel, propose: Callable[..., None]
) -> None:
    hostile = "<!channel> *bold* _it_ ~no~ `x` & <@U123> <http://evil|bank>\n" + "👩‍👩‍👧‍👦 مرحبا " * 200
    propose(title=hostile[:300], text=hostile[:2900], context=hostile[:2900], options=hostile[:2900])
    card = jan.latest(finance)
    assert "<!channel>" not in card.text
    assert "&lt;!channel&gt;" in card.text
    assert "<!channel> *bold* _it_ ~no~ `x` & <@U123> <http://evil|bank>" in jan.sees(finance)
    jan.presses("Object")
    jan.fills(reason=hostile[:2900]).submits()
    noor.types("/decision D-1")
    assert "<!channel> *bold*" in noor.form
