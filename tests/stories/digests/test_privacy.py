"""Only what everybody in the channel may see (DIG-4, principle 5; issue 8, point 5)."""

from datetime import time

from slackapp.models.checkin_setups import Question, QuestionKind, Setup
from slackapp.models.decision_texts import Proposal, Wording
from slackapp.rules.checkins import setting_up
from slackapp.rules.decisions import submitting
from tests.stories.digests.office import Office


def test_private_things_stay_away(office: Office) -> None:
    office.sets_up(office.noor, office.general, teams=None)
    office.noor.closes()
    office.asks("New banner")
    office.asks("A colleague's leave", privacy=["private"])
    office.asks("Behind the door", team="Support")
    office.house.moves_to("2026-11-30 09:00")
    shown = office.digest(office.noor, office.general)
    assert "New banner" in shown
    assert "leave" not in shown
    assert "Behind the door" not in shown


def test_a_private_channel_is_told_what_stands_in_it(office: Office) -> None:
    office.sets_up(office.kim, office.support)
    office.asks("Behind the door", team="Support")
    office.house.moves_to("2026-11-30 09:00")
    assert "Behind the door" in office.digest(office.kim, office.support)


def test_a_guest_in_the_channel_narrows_it_to_what_stands_there(office: Office) -> None:
    guest = office.house.person("Gus Guest", is_guest=True)
    room = office.house.channel("room", [office.noor, guest])
    office.sets_up(office.noor, room, teams=None)
    office.asks("New banner")
    office.house.moves_to("2026-11-30 09:00")
    assert "New banner" not in office.digest(guest, room)


def test_a_guest_who_comes_later_sees_no_more_than_they_may(office: Office) -> None:
    office.sets_up(office.noor, office.general, teams=None)
    office.asks("New banner")
    office.house.moves_to("2026-11-30 09:00")
    assert "New banner" in office.digest(office.noor, office.general)
    guest = office.house.person("Gus Guest", is_guest=True)
    office.house.knows_everybody()
    office.house.lets(lambda: office.noor.visitor.invites(guest.visitor.person, office.general))
    assert "New banner" not in office.digest(guest, office.general)


def test_a_guest_who_comes_later_is_told_of_no_check_in_elsewhere(office: Office) -> None:
    office.sets_up(office.noor, office.general, teams=None)
    questions = (Question("How is it going?", QuestionKind.TEXT),)
    setup = Setup(
        "Weekly", office.design.id, (office.noor.id,), weekdays=frozenset({3}), at=time(9), questions=questions
    )
    run = office.house.app.database.run_now
    number = run(setting_up.save, setup, checkin_id=None, by=office.noor.actor)
    run(setting_up.start, number, by=office.noor.actor)
    office.house.moves_to("2026-11-30 09:00")
    assert "Weekly" in office.digest(office.noor, office.general)
    guest = office.house.person("Gus Guest", is_guest=True)
    office.house.knows_everybody()
    office.house.lets(lambda: office.noor.visitor.invites(guest.visitor.person, office.general))
    assert "Weekly" not in office.digest(guest, office.general)


def test_a_decision_leads_to_the_card_that_everybody_here_can_open(office: Office) -> None:
    office.sets_up(office.noor, office.general, teams=None)
    places = (office.support.id, office.design.id)
    said = Proposal(
        Wording("No releases on Friday", "So be it"), is_decided=True, decider_id=office.kim.id, channels=places
    )
    office.house.app.database.run_now(submitting.submit, said, by=office.kim.actor)
    office.house.moves_to("2026-11-30 09:00")
    blocks = str(office.editions(office.general)[-1].blocks)
    assert f"archives/{office.design.id}" in blocks
    assert office.support.id not in blocks


def test_a_guest_who_came_while_the_app_was_away_narrows_the_next_one(office: Office) -> None:
    office.sets_up(office.noor, office.general, teams=None)
    office.house.moves_to("2026-11-30 09:00")
    guest = office.house.person("Gus Guest", is_guest=True)
    office.general.members.append(guest.id)
    office.asks("New banner")
    office.house.moves_to("2026-12-07 09:00")
    assert "New banner" not in office.digest(guest, office.general)


def test_show_all_is_for_those_who_can_read_the_channel(office: Office) -> None:
    office.sets_up(office.kim, office.support)
    office.kim.closes()
    office.house.moves_to("2026-11-30 08:30")
    office.asks_often(7, "Support", "Behind the door")
    office.house.moves_to("2026-11-30 09:00")
    office.kim.presses("digest.all", on=office.editions(office.support)[-1])
    assert all(f"Behind the door {number:02}" in office.kim.form for number in range(7))
    office.house.lets(lambda: office.house.sandbox.happenings.leaves(office.support, office.kim.visitor.person))
    office.kim.closes()
    office.kim.sends_again()
    assert not office.kim.form
