"""One page per person: what waits for them, acted on there, and true afterwards (HOM-1, CHK-2, QUI-2)."""

import re
from typing import Any

import pytest

from sandbox.channels import Channel
from sandbox.faults import Fault, Kind
from slackapp.queries import home as queries
from tests.logged import Log
from tests.stories.driver import House, Person
from tests.stories.driver.breaking import without
from tests.stories.driver.statements import counted

NOTHING = "☀️ Nothing waits for you."
ON_ONE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""What is the same on both databases is told once."""


@pytest.fixture
def noor(house: House) -> Person:
    """Leads Design."""
    return house.person("Noor Bakker")


@pytest.fixture
def jan(house: House) -> Person:
    """Of Design."""
    return house.person("Jan Smit")


@pytest.fixture
def sanne(house: House) -> Person:
    """Leads Sales, and reads Dutch."""
    return house.person("Sanne de Vries", locale="nl-NL")


@pytest.fixture
def design(house: House, noor: Person, jan: Person) -> Channel:
    channel = house.channel("design", [noor, jan])
    house.team("Design", lead=noor, members=[jan], channel=channel)
    return channel


@pytest.fixture
def sales(house: House, sanne: Person) -> Channel:
    channel = house.channel("sales", [sanne])
    house.team("Sales", lead=sanne, channel=channel)
    return channel


def asks(person: Person, title: str = "A banner", **also: Any) -> None:
    person.types("/request")
    person.fills(team="Design", title=title, why="The launch", needed_by="2026-11-27", **also).submits()
    assert not person.form, person.errors


def registers(person: Person, owner: Person, *names: str) -> None:
    for name in names:
        person.types(f"/owner add {name}")
        person.fills(team="Design", owner=owner).submits()
        assert not person.form, person.errors


def sets_up_weekly(person: Person, channel: Channel, people: list[Person]) -> None:
    """On Wednesdays at nine, in Amsterdam."""
    person.types("/checkin new")
    person.fills(name="Weekly", people=people, channel=channel, weekdays=["2"]).submits()
    person.presses("Start")
    person.closes()


def links(person: Person) -> list[str]:
    """Where the lines of their Home lead to."""
    return re.findall(r"https://[^\s'\"]+/archives/[^\s'\"]+", str(person.visitor.workspace.homes[person.id].blocks))


def test_a_request_is_taken_on_in_the_home_which_shows_it_at_once(
    house: House, noor: Person, sanne: Person, design: Channel, sales: Channel
) -> None:
    asks(sanne)
    house.moves_to("Wed 11:00")
    assert "R-1 A banner\n⏰ Unanswered · should have been answered by today 09:00 (2 hours ago)" in noor.opens_home()
    assert "sanne (Sales) asks Design · no owner yet\n[Accept] [Assign] [Done] [Decline]" in noor.home
    noor.presses("Accept")
    noor.fills(promised="2026-11-27").submits()
    assert not noor.form
    assert "🤝 Accepted · promised for 27 Nov 2026 (in 2 days)\nsanne (Sales) asks Design · owner: noor" in noor.home
    noor.presses("Done")
    assert NOTHING in noor.home
    assert "Wacht op jou\nVerzoeken · 1\nR-1 A banner\n✅ Klaar" in sanne.opens_home()
    sanne.presses("Bevestigen")
    assert "☀️ Er wacht niets op je." in sanne.home


def test_what_one_waits_for_stands_below_what_waits(
    noor: Person, sanne: Person, design: Channel, sales: Channel
) -> None:
    asks(sanne)
    home = sanne.opens_home()
    assert "Jij wacht op\nMijn verzoeken · 1\nR-1 A banner\n🆕 Onbeantwoord · antwoord voor morgen 09:00" in home
    assert home.index("Er wacht niets op je") < home.index("Jij wacht op") < home.index("Mijn teams · 1\nSales")
    sanne.presses("Tonen")
    sanne.presses("Intrekken")
    sanne.fills(reason="Niet meer nodig").submits()
    assert "Jij wacht op" not in sanne.home


def test_a_check_in_is_answered_and_skipped_in_the_home(
    house: House, noor: Person, jan: Person, sanne: Person, design: Channel
) -> None:
    """CHK-2."""
    sets_up_weekly(noor, design, [jan, sanne])
    assert "My check-ins · 1\nWeekly\nRunning · next: tomorrow 09:00 · Owner: noor" in jan.opens_home()
    house.moves_to("Wed 10:00")
    assert "👋 Weekly · Wed 25 Nov · 4 questions · open until today 17:00 (in 7 hours)" in jan.opens_home()
    jan.presses("Answer")
    jan.fills(q2="A banner").submits()
    assert NOTHING in jan.home
    sanne.opens_home()
    sanne.presses("Overslaan")
    assert "Er wacht niets op je" in sanne.home
    assert "⏭️ Weekly" in sanne.dm


def test_a_voice_and_a_decision_are_given_in_the_home(
    noor: Person, jan: Person, sanne: Person, design: Channel, sales: Channel
) -> None:
    sanne.types("/decision")
    wanted = {"title": "Payment term of 14 days", "text": "Within two weeks.", "decider": noor, "consulted": [jan]}
    sanne.fills(**wanted, teams=["Design", "Sales"], until="2026-11-27").submits()
    assert "D-1 Payment term of 14 days\n💡 Proposed · answers until Fri 27 Nov\nsanne would like" in jan.opens_home()
    jan.presses("Object")
    jan.fills(reason="Small customers cannot").submits()
    assert NOTHING in jan.home
    assert "sanne asks you to decide this.\n[Decide] [Reject] [Show]" in noor.opens_home()
    noor.presses("Decide")
    noor.fills(reason="They get a month").submits()
    assert NOTHING in noor.home


def test_areas_are_confirmed_and_a_handover_is_taken_in_the_home(
    noor: Person, jan: Person, sanne: Person, design: Channel, sales: Channel
) -> None:
    registers(noor, jan, "Payments", "Invoices")
    assert "Ownership · 2\n[All 2 are still mine]\nInvoices · Design\nIt was registered with you" in jan.opens_home()
    jan.presses("All 2 are still mine")
    assert "Invoices · Design · ✅ Last confirmed today\nIt has no backup. Who stands in for you?" in jan.home
    jan.presses("area.show")
    jan.presses("Hand over")
    jan.fills(to=sanne).submits()
    assert "Offered to sanne" in jan.form
    jan.closes()
    assert "My areas · 2\nInvoices · Design\n🤝 Offered to sanne, who answers by" in jan.home
    assert "Wie waarvan is · 1\nInvoices · Design · 🤝 Aangeboden aan sanne" in sanne.opens_home()
    sanne.presses("Aannemen")
    assert "Mijn verantwoordelijkheden · 1\nInvoices · Design\n✅ Voor het laatst bevestigd: vandaag" in sanne.home


@ON_ONE
def test_quiet_is_chosen_and_ended_in_the_home(house: House, jan: Person, design: Channel) -> None:
    """QUI-2."""
    jan.opens_home()
    jan.chooses("Leave me in peace…", "For two days")
    assert jan.home.startswith("🔕 Until Thu 26 Nov 2026, 09:00 you get no messages from Afspraak.\n[I am back]")
    assert not jan.form
    jan.presses("I am back")
    assert "🔔 You get messages in your working hours, at most 5 a day" in jan.home
    assert not jan.form


def test_a_step_that_is_not_possible_any_more_is_told_and_the_home_made_true(
    noor: Person, sanne: Person, design: Channel, sales: Channel
) -> None:
    asks(sanne)
    noor.opens_home()
    sanne.opens_home()
    sanne.presses("Tonen")
    sanne.presses("Intrekken")
    sanne.fills(reason="Niet meer nodig").submits()
    noor.presses("Accept")
    assert "R-1 is withdrawn. Only a request that is open can be accepted." in noor.form
    noor.closes()
    assert NOTHING in noor.home


def test_more_than_five_are_shown_in_a_list_that_stays_true(
    noor: Person, sanne: Person, design: Channel, sales: Channel
) -> None:
    for n in range(15):
        asks(sanne, f"Banner {n}")
    assert "Requests · 15" in noor.opens_home()
    assert noor.home.count("🆕 Unanswered") == 5
    assert "and 10 more\n[Show all]" in noor.home
    noor.presses("Show all")
    assert noor.form.count("🆕 Unanswered") == 12
    noor.presses("More")
    assert "R-13 Banner 12" in noor.form
    noor.presses("Decline", which=2)
    noor.fills(reason="No time").submits()
    assert "Requests · 14" in noor.form
    assert "R-15" not in noor.form
    assert "Requests · 14" in noor.home
    noor.presses("Back")
    assert "R-1 Banner 0" in noor.form


def test_what_is_private_is_neither_shown_nor_counted(
    house: House, noor: Person, jan: Person, sanne: Person, design: Channel, sales: Channel
) -> None:
    ada = house.person("Ada Visser", is_admin=True)
    asks(sanne, "Secret", privacy=["private"])
    assert "🔒 R-1 Secret" in noor.opens_home()
    for other in (jan, ada):
        assert "Secret" not in other.opens_home()
        assert NOTHING in other.home
    assert "no request to it is under way" in jan.home


def test_lines_lead_to_the_card_and_only_where_it_can_be_read(
    house: House, noor: Person, sanne: Person, sales: Channel
) -> None:
    board = house.channel("board", [noor], private=True)
    house.team("Design", lead=noor, channel=board)
    asks(sanne)
    noor.opens_home()
    sanne.opens_home()
    card = noor.latest(board)
    assert links(noor) == [
        f"https://{noor.visitor.workspace.domain}.slack.com/archives/{board.id}/p{card.ts.replace('.', '')}"
    ]
    assert links(sanne) == []


def test_a_guest_finds_what_they_are_asked_and_what_they_can_do(house: House, noor: Person, design: Channel) -> None:
    gus = house.person("Gus Guest", is_guest=True)
    sets_up_weekly(noor, design, [gus])
    house.moves_to("Wed 10:00")
    home = gus.opens_home()
    assert "👋 Weekly" in home
    assert "Here you find what you are asked: check-ins, requests and decisions." in home
    assert "[New team]" not in home


@ON_ONE
def test_the_first_one_is_led_to_the_first_team(house: House) -> None:
    """HOM-2."""
    ada = house.person("Ada Visser", is_admin=True)
    channel = house.channel("design", [ada])
    assert "The first steps\nThere is no team yet. It takes four steps:" in ada.opens_home()
    ada.presses("New team")
    ada.fills(name="Design", lead=ada, channel=channel).submits()
    ada.closes()
    assert "My teams · 1\nDesign · you lead it · #design\nno request to it is under way\n[Show]" in ada.home
    assert "The first steps" not in ada.home


@ON_ONE
def test_who_is_in_no_team_finds_the_teams(house: House, sanne: Person, design: Channel) -> None:
    assert "Je zit nog in geen team." in sanne.opens_home()
    sanne.presses("Alle teams")
    assert "Design" in sanne.form


def test_a_home_that_cannot_be_made_says_so_and_can_be_tried_again(
    house: House, jan: Person, design: Channel, log: Log
) -> None:
    with without(house, "areas"):
        jan.opens_home()
        assert f"give your administrator this number: {log.named('handler failed')['reference']}." in jan.home
        jan.presses("Try again")
        assert "nothing was changed" in jan.form
        jan.closes()
    jan.presses("Try again")
    assert NOTHING in jan.home


@ON_ONE
def test_what_was_done_while_the_home_could_not_follow_is_told(
    house: House, noor: Person, sanne: Person, design: Channel, sales: Channel, log: Log
) -> None:
    asks(sanne)
    noor.opens_home()
    house.sandbox.faults.add(Fault("views.publish", Kind.ERROR))
    noor.presses("Done")
    assert "That is done, but the page could not be shown anew." in noor.form
    noor.closes()
    assert "Requests · 1" in noor.home
    assert NOTHING in noor.opens_home()


def test_two_presses_at_once_leave_what_is_true(
    house: House, noor: Person, sanne: Person, design: Channel, sales: Channel
) -> None:
    asks(sanne, "One")
    asks(sanne, "Two")
    noor.opens_home()
    visitor = noor.visitor
    house.at_once(lambda: visitor.presses("Done"), lambda: visitor.presses("Done", which=1))
    assert NOTHING in noor.home


@ON_ONE
def test_the_messages_beside_it_are_no_home(house: House, jan: Person, design: Channel) -> None:
    house.lets(jan.visitor.opens_messages)
    assert jan.home == ""
    assert house.sandbox.record.calls("views.publish") == []


def test_it_takes_as_many_questions_whatever_there_is(
    house: House, noor: Person, jan: Person, sanne: Person, design: Channel, sales: Channel
) -> None:
    ask = house.app.database.read_now
    asks(sanne)
    registers(noor, noor, "Area 0")
    sets_up_weekly(noor, design, [noor])
    house.moves_to("Wed 10:00")
    with counted(house) as one_of_each:
        ask(queries.home, noor.actor)
    for n in range(1, 6):
        asks(sanne, f"Banner {n}")
        registers(noor, noor, f"Area {n}")
    sets_up_weekly(noor, design, [noor, jan])
    with counted(house) as many:
        ask(queries.home, noor.actor)
    assert len(many) == len(one_of_each) < 40
