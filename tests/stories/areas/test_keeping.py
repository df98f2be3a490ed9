"""Retiring, lists, the shortcut, relations between teams, and what a team's channel is told."""

from sandbox.channels import Channel
from tests.stories.areas.doing import Leaves, Register
from tests.stories.driver import House, Person


def test_what_is_retired_is_asked_no_more_and_can_come_back(jan: Person, noor: Person, register: Register) -> None:
    register()
    jan.types("/owner payments")
    jan.presses("Show")
    jan.chooses("⋯", "Retire")
    jan.fills(reason="Replaced by a supplier").submits()
    assert "jan retired it: Replaced by a supplier" in jan.form
    jan.closes()
    noor.types("/owner add payments")
    noor.submits()
    assert "A retired area is called Payments. Bring it back instead." in str(noor.errors)
    noor.closes()
    noor.types("/owner list retired")
    noor.presses("Show Payments")
    noor.presses("Bring back")
    assert "It has changed. Is it still yours?" in jan.dm


def test_the_list_of_a_team_shows_what_is_adrift(sanne: Person, register: Register, sales: Channel) -> None:
    register()
    register("Refunds", owner=None)
    sanne.types("/owner lijst Platform")
    assert "Platform: Zonder eigenaar of bevestiging (1)" in sanne.dm
    assert "Refunds · Platform · niemand · 🚩 Het heeft geen eigenaar." in sanne.dm
    sanne.chooses("area.list", "Alle verantwoordelijkheden", on=sanne.latest(sanne.visitor.app))
    assert "Platform: Alle verantwoordelijkheden (2)" in sanne.dm
    assert "Alles naar een ander team" not in sanne.dm


def test_the_shortcut_finds_an_owner_where_no_command_can_be_typed(kim: Person, register: Register) -> None:
    register()
    kim.uses("Who owns this?")
    assert kim.searches("area", "pay") == ["Payments"]
    kim.fills(area="Payments").submits()
    assert "Owner: jan · backup: kim" in kim.form


def test_a_relation_names_both_teams(jan: Person, kim: Person, sales: Channel, register: Register) -> None:
    jan.types("/owner add Invoicing")
    jan.fills(team="Platform", kind="Relation between two teams", backup=kim).submits()
    assert "Between which two teams? Choose the second one." in str(jan.errors)
    jan.fills(other_team="Sales").submits()
    kim.types("/owner invoicing")
    assert "Invoicing · Platform and Sales" in kim.dm


def test_the_channel_is_told_when_nobody_finds_an_owner(
    house: House, jan: Person, noor: Person, platform: Channel, *, leaves: Leaves, register: Register
) -> None:
    register()
    leaves(jan)
    house.passes(days=14)
    assert noor.dm.count("1 question about ownership waits for you: Payments") == 2
    assert noor.sees(platform).count("Of Platform these have no owner who confirmed them:") == 1
    noor.presses("Show them", on=noor.latest(platform))
    assert "Platform: Without an owner or a confirmation (1)" in noor.sees(platform)


def test_an_offer_is_taken_back(jan: Person, kim: Person, register: Register) -> None:
    register()
    jan.types("/owner payments")
    jan.presses("Show")
    jan.presses("Hand over")
    jan.fills(to=kim).submits()
    jan.presses("Take the offer back")
    assert "jan took the offer to kim back" in jan.form
    assert "[Accept]" not in kim.dm


def test_what_people_typed_is_shown_as_they_typed_it(jan: Person, kim: Person, register: Register) -> None:
    register("<!channel> *Payments* & co", description="_x_ <@U1> " * 250)
    kim.types("/owner *payments* co")
    assert "*Payments* & co" in kim.dm
    kim.presses("Show")
    assert "<!channel> *Payments* & co" in kim.form
    assert "_x_ <@U1> _x_" in kim.form
