"""People leave and teams change: a question to the right person at once, never to an account that is gone (OWN-5)."""

from sandbox.channels import Channel
from tests.stories.areas.doing import Leaves, Register
from tests.stories.driver import House, Person


def test_backup_and_lead_are_asked_when_the_owner_leaves(
    jan: Person, kim: Person, noor: Person, leaves: Leaves, register: Register
) -> None:
    register()
    before = len(jan.visitor.app.messages)
    leaves(jan)
    for person in (kim, noor):
        assert "jan, who owned it, is no member here any more" in person.dm
        assert "Nobody owns it. Who does from now on?" in person.dm
    kim.presses("I own it")
    assert "Payments · Platform · ✅ Last confirmed" in noor.dm
    assert len(jan.visitor.app.messages) == before


def test_everything_of_somebody_who_leaves_comes_in_one_message(
    jan: Person, noor: Person, leaves: Leaves, register: Register
) -> None:
    for number in range(12):
        register(f"System {number}")
    leaves(jan)
    assert noor.dm.count("questions about who owns something") == 1
    assert "4 more stand behind Show all." in noor.dm
    noor.presses("Show all")
    assert noor.form.count("Nobody owns it. Who does from now on?") == 12


def test_the_lead_offers_it_to_somebody_who_accepts(
    jan: Person, kim: Person, noor: Person, leaves: Leaves, register: Register
) -> None:
    register()
    leaves(jan)
    noor.presses("Offer to somebody")
    noor.fills(to=kim).submits()
    kim.presses("Accept")
    noor.types("/owner payments")
    assert "Owner: kim · backup: nobody" in noor.dm
    assert "It has no backup. Who stands in for you?" in kim.dm


def test_administrators_are_asked_when_nobody_of_the_team_is_left(
    ada: Person, jan: Person, kim: Person, noor: Person, leaves: Leaves, register: Register
) -> None:
    register()
    for person in (kim, noor, jan):
        leaves(person)
    assert "noor, who led Platform, is no member here any more. The team owns 1 area" in ada.dm
    assert "Nobody owns it. Who does from now on?" in ada.dm


def test_questions_move_to_the_new_lead(
    house: House, ada: Person, jan: Person, kim: Person, noor: Person, leaves: Leaves, register: Register
) -> None:
    register()
    for person in (kim, noor, jan):
        leaves(person)
    liv = house.person("Liv Stone")
    house.knows_everybody()
    ada.presses("Choose another lead")
    ada.fills(lead=liv, members=[]).submits()
    assert "Nobody owns it. Who does from now on?" in liv.dm
    assert "Nobody owns it. Who does from now on?" not in ada.dm


def test_a_backup_who_leaves_is_asked_of_the_owner(
    jan: Person, kim: Person, leaves: Leaves, register: Register
) -> None:
    register()
    leaves(kim)
    assert "kim, its backup, is no member here any more" in jan.dm or "It has no backup" in jan.dm


def test_an_offer_to_somebody_who_leaves_is_over(
    jan: Person, noor: Person, kim: Person, leaves: Leaves, register: Register
) -> None:
    register(backup=noor)
    jan.types("/owner payments")
    jan.presses("Show")
    jan.presses("Hand over")
    jan.fills(to=kim).submits()
    leaves(kim)
    assert "kim did not answer the offer" in jan.dm


def test_an_owner_who_leaves_the_team_is_asked_about(
    jan: Person, kim: Person, noor: Person, register: Register
) -> None:
    register()
    noor.types("/teams platform")
    noor.fills(members=[kim]).submits()
    assert "Its owner left the team. Who owns it from now on?" in noor.dm
    jan.types("/owner payments")
    jan.presses("Show")
    jan.presses("Still mine")
    assert "Its owner left the team" not in noor.dm


def test_the_people_of_a_user_group_leave_the_team_too(
    house: House, jan: Person, kim: Person, noor: Person, platform: Channel
) -> None:
    group = house.group("ops", [jan, kim])
    house.team("Ops", lead=noor, channel=house.channel("ops", [noor, jan, kim]), group_id=group.id)
    jan.types("/owner add Pager")
    jan.fills(team="Ops", backup=kim).submits()
    house.lets(lambda: house.sandbox.happenings.changes_group(group, [kim.id]))
    assert "Its owner left the team. Who owns it from now on?" in kim.dm


def test_the_owner_is_asked_when_the_channel_is_closed(house: House, jan: Person, register: Register) -> None:
    help_channel = house.channel("help-payments", [jan])
    house.knows_everybody()
    register(channel=help_channel)
    house.lets(lambda: house.sandbox.happenings.archives(help_channel))
    assert "Its channel is closed. Is it still yours" in jan.dm


def test_the_owner_is_asked_when_the_team_is_dissolved(jan: Person, noor: Person, register: Register) -> None:
    register()
    noor.types("/teams platform")
    noor.presses("Archive this team")
    assert "Its team was archived. To which team does it belong now" in jan.dm


def test_teams_that_merge_move_everything(
    jan: Person, sanne: Person, noor: Person, platform: Channel, sales: Channel, register: Register
) -> None:
    """OWN-6: each owner is asked at once, in one message; both teams are told once."""
    register()
    register("Refunds")
    noor.types("/owner list all Platform")
    noor.presses("Move all to another team")
    noor.fills(team="Sales").submits()
    assert jan.dm.count("noor moved it from Platform to Sales") == 2
    assert jan.dm.count("2 questions about who owns something") == 1
    assert noor.sees(platform).count("noor moved 2 areas from Platform to Sales") == 1
    assert sanne.sees(sales).count("noor moved 2 areas from Platform to Sales") == 1


def test_a_visitor_who_becomes_a_guest_owns_nothing_any_more(
    house: House, jan: Person, kim: Person, register: Register
) -> None:
    register()
    house.lets(lambda: house.sandbox.happenings.changes(jan.visitor.person, is_guest=True))
    assert "Nobody owns it. Who does from now on?" in kim.dm


def test_the_second_team_of_a_relation_is_dissolved(
    jan: Person, sanne: Person, register: Register, sales: Channel
) -> None:
    register("Invoicing", kind="Relation between two teams", other_team="Sales")
    sanne.types("/teams sales")
    sanne.presses("Dit team archiveren")
    assert "Its team was archived. To which team does it belong now" in jan.dm
    jan.presses("Still mine")
    assert "Sales was archived. Choose the team to which Invoicing belongs now." in jan.dm
