"""Private stays private (REQ-13, principle 5), and visitors see only what they were asked."""

from sandbox.channels import Channel
from tests.stories.driver import House, Person
from tests.stories.requests.conftest import Ask

GUEST = "As a guest you can act only on what you asked for or are asked. Ask a colleague to do it."


def test_a_private_request_goes_to_the_lead_and_the_owner_alone(
    sanne: Person, noor: Person, jan: Person, design: Channel, ask: Ask
) -> None:
    ask("A colleague's leave", privacy=["private"])
    assert jan.sees(design) == ""
    assert "🔒 R-1 · A colleague's leave" in noor.dm
    jan.types("/request R-1")
    assert "There is no such request, or you may not see it." in jan.dm
    noor.presses("Assign", on=noor.latest(noor.visitor.app))
    noor.fills(owner=jan, promised="2026-11-27").submits()
    assert "🔒 R-1 · A colleague's leave" in jan.dm
    assert jan.sees(design) == ""


def test_a_private_request_is_not_even_counted_for_others(house: House, jan: Person, design: Channel, ask: Ask) -> None:
    boss = house.person("Bob Boss", is_admin=True)
    ask("A colleague's leave", privacy=["private"])
    for each in (jan, boss):
        each.types("/request list team Design")
        assert "Requests to Design (0)" in each.dm


def test_a_former_owner_sees_a_private_request_no_more(
    noor: Person, jan: Person, house: House, design: Channel, ask: Ask
) -> None:
    ask("A colleague's leave", privacy=["private"])
    noor.presses("Assign", on=noor.latest(noor.visitor.app))
    noor.fills(owner=jan, promised="2026-11-27").submits()
    noor.types("/request R-1")
    noor.presses("Assign")
    noor.fills(owner=noor, promised="2026-11-27").submits()
    jan.types("/request R-1")
    assert "There is no such request, or you may not see it." in jan.dm


def test_one_outsider_is_let_in_and_out_again(sanne: Person, kim: Person, design: Channel, ask: Ask) -> None:
    ask("A colleague's leave", privacy=["private"])
    sanne.types("/request R-1")
    sanne.presses("Iemand toelaten")
    sanne.fills(guest=kim).submits()
    kim.types("/request R-1")
    assert "A colleague's leave" in kim.form
    kim.closes()
    sanne.presses("Weer uitsluiten")
    kim.types("/request R-1")
    assert not kim.form


def test_nobody_is_let_out_twice_and_nothing_is_written(
    house: House, sanne: Person, noor: Person, kim: Person, ask: Ask
) -> None:
    ask("A colleague's leave", privacy=["private"])
    sanne.types("/request R-1")
    sanne.presses("Iemand toelaten")
    sanne.fills(guest=kim).submits()
    house.at_once(*[lambda: sanne.visitor.presses("Weer uitsluiten")] * 2)
    assert "Niemand is uitgesloten" in sanne.form + sanne.dm
    noor.types("/request R-1")
    assert noor.form.count("let kim out") == 1


def test_who_sees_it_already_need_not_be_let_in(sanne: Person, noor: Person, design: Channel, ask: Ask) -> None:
    ask("A colleague's leave", privacy=["private"])
    sanne.types("/request R-1")
    sanne.presses("Iemand toelaten")
    sanne.fills(guest=noor).submits()
    assert sanne.errors == {"guest": "noor kan het al zien."}


def test_a_team_in_a_private_channel_keeps_its_requests_there(
    house: House, sanne: Person, noor: Person, jan: Person, kim: Person
) -> None:
    secret = house.channel("board", [noor, jan], private=True)
    house.team("Board", lead=noor, members=[jan], channel=secret)
    sanne.types("/request A budget")
    sanne.fills(team="Board", why="We grow", needed_by="2026-11-30").submits()
    kim.types("/request R-1")
    assert "There is no such request, or you may not see it." in kim.dm
    jan.types("/request R-1")
    assert "A budget" in jan.form


def test_a_guest_makes_no_request_but_finishes_the_one_that_is_theirs(
    house: House, noor: Person, sanne: Person
) -> None:
    gus = house.person("Gus Guest", is_guest=True)
    lab = house.channel("lab", [noor, gus])
    house.team("Lab", lead=noor, channel=lab, members=[])
    gus.types("/request A chair", lab)
    assert "Guests can answer what they are asked, but not make requests." in gus.sees(lab)
    sanne.types("/request A chair")
    sanne.fills(team="Lab", why="To sit", needed_by="2026-11-30").submits()
    card = gus.latest(lab)
    gus.presses("Accept", on=card)
    assert GUEST in gus.sees(lab)
    gus.chooses("⋯", "Show everything", on=card)
    assert not gus.form
    assert "There is no such request" not in gus.sees(lab)
    gus.types("/request R-99", lab)
    assert gus.sees(lab).count(GUEST) == 3


def test_a_stranger_in_a_shared_channel_can_press_nothing(house: House, noor: Person, ask: Ask, sanne: Person) -> None:
    stranger = house.person("Stella Other", is_stranger=True)
    shared = house.channel("joint", [noor, stranger], shared=True)
    house.team("Joint", lead=noor, channel=shared)
    sanne.types("/request A plan")
    sanne.fills(team="Joint", why="Together", needed_by="2026-11-30").submits()
    stranger.presses("Accept", on=stranger.latest(shared))
    assert not stranger.form
    assert GUEST in stranger.sees(shared)


def test_what_somebody_typed_can_ping_nobody_and_break_nothing(jan: Person, design: Channel, ask: Ask) -> None:
    hostile = "<!channel> *bold* _it_ ~no~ `x` & <@U123> <http://evil|bank>\n" + "👩‍👩‍👧‍👦 مرحبا " * 300
    ask(hostile[:2900])
    card = jan.latest(design)
    assert "<!channel>" not in card.text
    assert "&lt;!channel&gt;" in card.text
    assert "<!channel> *bold* _it_ ~no~ `x` & <@U123> <http://evil|bank>" in jan.sees(design)
    jan.presses("Accept", on=card)
    jan.fills(promised="2026-11-27").submits()
    assert not jan.form
