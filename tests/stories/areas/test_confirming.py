"""Owners are asked now and then whether everything is still theirs (OWN-3)."""

from datetime import timedelta

from sandbox.channels import Channel
from tests.stories.areas.doing import Register
from tests.stories.driver import House, Person

NAMES = ("Alerts", "Backups", "Certificates", "Deployments", "Email", "Firewall", "Gateway")


def rounds(person: Person) -> int:
    """How many messages with the regular question they got."""
    heads = ("still yours?", "Thank you")
    return sum(any(head in message.text for head in heads) for message in person.visitor.app.messages)


def test_one_message_asks_about_a_handful_and_not_two_weeks_in_a_row(
    house: House, jan: Person, register: Register
) -> None:
    for name in NAMES:
        register(name, every="30")
    house.moves_to("2026-12-23 12:00")
    assert rounds(jan) == 0
    house.moves_to("2026-12-30 12:00")
    assert rounds(jan) == 1
    assert "are these 5 areas still yours?" in jan.dm
    jan.presses("All 5 are still mine")
    assert "Thank you, nothing of this waits for you any more." in jan.dm
    house.moves_to("2027-01-03 12:00")
    assert rounds(jan) == 1
    house.moves_to("2027-01-04 12:00")
    assert rounds(jan) == 2
    assert "are these 2 areas still yours?" in jan.dm


def test_confirming_moves_the_next_question_a_rhythm_ahead(house: House, jan: Person, register: Register) -> None:
    register()
    house.passes(days=89)
    assert not jan.dm.count("still yours?")
    house.passes(days=14)
    assert jan.dm.count("is this area still yours?") == 1
    jan.presses("Still mine")
    house.passes(days=80)
    assert rounds(jan) == 1


def test_two_reminders_then_the_lead_then_it_shows_as_unconfirmed(
    house: House, jan: Person, kim: Person, noor: Person, register: Register
) -> None:
    register(every="30")
    house.passes(days=60)
    assert jan.dm.count("1 question about ownership waits for you: Payments") == 2
    assert noor.dm.count("Its owner does not answer. Who owns it from now on?") == 1
    kim.types("/owner payments")
    assert "⚠️ Not confirmed any more" in kim.dm
    kim.types("/owner list open")
    assert "Without an owner or a confirmation (1)" in kim.dm
    jan.presses("Still mine")
    assert "Payments · Platform · ✅ Last confirmed" in noor.dm
    assert "[I own it]" not in noor.dm


def test_the_lead_takes_over_what_is_not_answered(
    house: House, jan: Person, noor: Person, platform: Channel, register: Register
) -> None:
    register(every="30")
    house.passes(days=62)
    noor.presses("I own it")
    assert "noor took it over from jan" in jan.dm
    assert noor.sees(platform).count("noor took it over from jan") == 1


def test_what_cannot_be_confirmed_with_the_others_says_so_itself(
    house: House, jan: Person, sanne: Person, noor: Person, register: Register, sales: Channel
) -> None:
    register(every="30")
    register("Invoices", team="Sales", every="30")
    house.passes(days=36)
    sanne.types("/teams sales")
    sanne.presses("Dit team archiveren")
    jan.presses("All 2 are still mine")
    assert "This one could not be confirmed: its team was archived." in jan.dm
    assert "Payments · Platform · ✅ Last confirmed" in jan.dm
    jan.presses("Show", which=0)
    jan.presses("Change")
    jan.fills(team="Platform").submits()
    assert "Invoices · Platform" in jan.form
    assert "✅ Last confirmed" in jan.form


def test_a_missing_backup_is_asked_for(house: House, jan: Person, kim: Person, register: Register) -> None:
    register(backup=None)
    assert "It has no backup. Who stands in for you?" in jan.dm
    jan.presses("Name a backup")
    jan.fills(backup=kim).submits()
    assert "It has no backup" not in jan.dm
    kim.types("/owner payments")
    assert "backup: kim" in kim.dm


def test_nobody_is_asked_outside_their_hours(house: House, noor: Person, register: Register) -> None:
    liv = house.person("Liv Stone", tz="America/New_York")
    house.team("Growth", lead=liv, channel=house.channel("growth", [liv, noor]))
    liv.types("/owner add Ads")
    liv.fills(team="Growth", backup=noor, every="30").submits()
    house.passes(days=50)
    asked = next(each for each in liv.visitor.app.messages if "still yours?" in each.text)
    at = house.clock.now().fromtimestamp(float(asked.ts), house.clock.now().tzinfo)
    assert timedelta(hours=14) <= timedelta(hours=at.hour, minutes=at.minute) <= timedelta(hours=22)
