"""A check-in is set up, changed, handed over and deleted (CHK-1, CHK-7; issue 5, points 1, 6 and 8)."""

from functools import partial
from typing import Any

import pytest

from tests.stories.checkins.office import CAME, PLAN, Office
from tests.stories.driver.people import Person


def test_it_is_looked_at_before_it_starts(office: Office) -> None:
    """CHK-1."""
    office.sets_up(start=False)
    form = office.noor.form
    assert "Every Monday at 09:00\nAt that time of everybody’s own day, in 3 time zones" in form
    assert "Asks 3: liv, mei and sanne\nThe summary goes to #general." in form
    office.noor.presses("Preview")
    assert f"{CAME} (optional):" in office.noor.form
    office.noor.submits()
    office.noor.closes()
    office.house.moves_to("2026-10-26 23:00")
    assert office.liv.dm == ""
    office.liv.types("/checkin")
    assert "Weekly" not in office.liv.dm


def test_questions_of_every_kind_are_added_changed_and_removed(office: Office) -> None:
    office.sets_up(start=False, set="own")
    kinds = ["Text", "Plan (shown again the next time)", "Choice", "A number", "Mood", "Yes or no"]
    for kind in [*kinds, "Blocker (and which team can lift it)"]:
        office.noor.presses("Add a question")
        office.noor.fills(text=f"{kind}?", kind=kind, choices="Red\nBlue\n").submits()
    office.noor.presses("Change", which=2)
    office.noor.fills(text="Which colour?").submits()
    office.noor.presses("Remove", which=4)
    assert "3. Which colour?\nChoice · Red · Blue" in office.noor.form
    assert "Mood?" not in office.noor.form
    office.noor.presses("Start")
    office.noor.closes()
    office.house.moves_to("2026-10-19 15:00")
    said = {"Which colour?": "Red", "A number?": "3,5", "Yes or no?": "Yes", "Text?": "A banner"}
    office.answers(office.liv, **said)
    office.answers(office.mei, **{"A number?": "7", "Yes or no?": "No"})
    office.house.moves_to("2026-10-19 23:00")
    lines = office.summary().splitlines()
    assert [lines[lines.index(each) + 1] for each in said] == [
        "Red 1",
        "5.25 in the middle, from 3.5 to 7",
        "Yes 1 · No 1",
        "• liv: A banner",
    ]


def test_what_is_no_number_is_told_at_its_question(office: Office) -> None:
    office.sets_up(set="goal")
    office.house.moves_to("2026-10-19 15:00")
    office.answers(office.liv, **{"Where does the measure stand?": "about seven"})
    assert list(office.liv.errors.values()) == ["This is no number. Write it like 12 or 3.5."]


def test_a_hundred_questions_are_too_many(office: Office) -> None:
    office.sets_up(start=False)
    for n in range(11):
        office.noor.presses("Add a question")
        office.noor.fills(text=f"And {n}?").submits()
    office.noor.presses("Add a question")
    office.noor.fills(text="One more?").submits()
    assert office.noor.errors["text"].startswith("A check-in has at most 15 questions")


BAD = [
    ({"people": None}, "people", "Choose who is asked"),
    ({"channel": "quiet"}, "channel", "Afspraak is not in #quiet. Type /invite @Afspraak there, then save again."),
    ({"from_channel": "quiet", "people": None}, "from_channel", "Afspraak is not in #quiet."),
    ({"until": "2026-10-18"}, "until", "It would end before it begins. Choose a later day."),
    ({"until": "2026-10-20", "weekdays": ["4"]}, "until", "With these days it never comes"),
    ({"freq": "month", "weekdays": ["0", "1"]}, "weekdays", "Choose one weekday."),
]


@pytest.mark.parametrize(("also", "field", "told"), BAD, ids=[f"{each[1]}: {each[2][:20]}" for each in BAD])
def test_what_cannot_be_is_said_at_its_field(office: Office, also: dict[str, Any], field: str, told: str) -> None:
    office.house.channel("quiet", [office.noor], with_app=False)
    office.fills_in(office.noor, **also).submits()
    assert told in office.noor.errors[field]


def test_a_group_a_channel_and_teams_are_followed_as_their_people_change(office: Office) -> None:
    """CHK-1."""
    new = office.house.person("Nina New")
    group = office.house.group("crew", [office.liv])
    talk = office.house.channel("talk", [office.mei, office.sanne])
    office.sets_up(people=None, group="@crew", from_channel=talk, teams=["Design"])
    happenings = office.house.sandbox.happenings
    office.house.lets(lambda: happenings.changes_group(group, [new.id]))
    office.house.lets(lambda: happenings.leaves(talk, office.mei.visitor.person))
    office.house.moves_to("2026-10-19 20:00")
    asked = [each.name for each in (office.noor, office.sanne, office.liv, office.mei, new) if office.prompts(each)]
    assert asked == ["noor", "sanne", "nina"]


def test_who_joins_a_private_channel_is_asked_from_then_on(office: Office) -> None:
    board = office.house.channel("board", [office.noor, office.mei], private=True)
    office.sets_up(people=None, from_channel=board)
    office.house.lets(lambda: office.noor.visitor.invites(office.sanne.visitor.person, board))
    office.house.moves_to("2026-10-19 20:00")
    assert [len(office.prompts(each)) for each in (office.noor, office.mei, office.sanne)] == [1, 1, 1]


def test_who_joins_a_public_channel_is_asked_from_then_on(office: Office) -> None:
    talk = office.house.channel("talk", [office.mei])
    office.sets_up(people=None, from_channel=talk)
    office.sanne.joins(talk)
    office.house.moves_to("2026-10-19 20:00")
    assert len(office.prompts(office.sanne)) == 1


def test_a_pause_is_recorded_and_ends(office: Office) -> None:
    """CHK-7."""
    office.sets_up()
    pressed(office.noor, "Pause")
    office.house.moves_to("2026-10-20 09:00")
    assert office.prompts(office.liv) == []
    pressed(office.noor, "Resume")
    office.liv.types("/checkin weekly")
    office.liv.presses("Why was I not asked?")
    assert "Mon 19 Oct — nobody was asked: it was paused" in office.liv.form
    office.house.moves_to("2026-10-26 20:00")
    assert len(office.prompts(office.liv)) == 1


def test_a_changed_time_asks_nobody_twice_on_that_day(office: Office) -> None:
    """CHK-7, CHK-8."""
    office.sets_up(tz="Europe/Amsterdam")
    office.house.moves_to("2026-10-19 09:30")
    office.noor.types("/checkin weekly")
    office.noor.presses("Edit")
    office.noor.fills(time="10:00").submits()
    assert "Every Monday at 10:00" in office.noor.form
    office.house.moves_to("2026-10-19 20:00")
    assert len(office.prompts(office.sanne)) == 1
    office.house.moves_to("2026-10-26 09:59")
    assert len(office.prompts(office.sanne)) == 1
    office.house.moves_to("2026-10-26 10:00")
    assert len(office.prompts(office.sanne)) == 2


def test_it_is_handed_over_and_the_new_owner_is_told(office: Office) -> None:
    """CHK-7."""
    office.sets_up()
    office.noor.types("/checkin weekly")
    office.noor.presses("Hand over")
    office.noor.fills(owner=office.liv).submits()
    assert "Owner: liv" in office.noor.form
    assert "[Edit]" not in office.noor.form
    office.house.moves_to("2026-10-19 20:00")
    assert "noor handed the check-in Weekly over to you." in office.liv.dm


def test_a_check_in_whose_owner_left_asks_its_channel_for_a_new_one(office: Office) -> None:
    """CHK-7: at once, and exactly once, however often Slack tells that somebody is gone and rounds go by."""
    office.sets_up()
    noor, happenings = office.noor.visitor.person, office.house.sandbox.happenings
    for status in ("gone", "still gone"):
        office.house.lets(partial(happenings.changes, noor, deleted=True, status_text=status))
    asks = "noor, who owned the check-in Weekly, has left. Who takes it over?"
    assert office.liv.sees(office.general).count(asks) == 1
    office.house.loop.run(office.house.app.refresh_directory())
    office.house.moves_to("2026-10-20 20:00")
    assert office.liv.sees(office.general).count(asks) == 1
    office.liv.presses("I take it over")
    assert "liv owns the check-in Weekly now." in office.liv.sees(office.general)
    office.liv.types("/checkin weekly")
    assert "Owner: liv" in office.liv.form
    assert "[Edit]" in office.liv.form


def test_one_that_was_not_started_or_is_over_asks_for_no_owner(office: Office) -> None:
    office.sets_up(start=False)
    office.noor.closes()
    office.sets_up(name="Launch", until="2026-10-19")
    office.house.moves_to("2026-10-20 20:00")
    office.house.lets(lambda: office.house.sandbox.happenings.changes(office.noor.visitor.person, deleted=True))
    office.house.moves_to("2026-10-21 20:00")
    assert "Who takes it over?" not in office.liv.sees(office.general)


def test_an_owner_who_becomes_a_guest_cannot_look_after_it_any_more(office: Office) -> None:
    """CHK-7."""
    office.sets_up()
    office.house.lets(lambda: office.house.sandbox.happenings.changes(office.noor.visitor.person, is_guest=True))
    asks = "noor cannot look after the check-in Weekly any more. Who takes it over?"
    assert office.liv.sees(office.general).count(asks) == 1
    office.liv.presses("I take it over")
    assert "liv owns the check-in Weekly now." in office.liv.sees(office.general)


def test_a_long_list_is_paged_and_each_is_found_by_its_name(office: Office) -> None:
    for n in range(9):
        office.sets_up(name=f"Check-in {n}", people=[office.mei])
    office.sets_up(name="Weekly")
    office.liv.types("/checkin")
    assert "Weekly · Running" in office.liv.dm.partition("Check-in 0")[0]
    assert "Check-in 8" not in office.liv.dm
    office.liv.presses("More")
    assert "Check-in 8" in office.liv.dm
    office.liv.presses("Back")
    assert "Check-in 8" not in office.liv.dm
    office.liv.types("/checkin in 8")
    assert "Check-in 8\nRunning" in office.liv.form
    office.liv.closes()
    office.liv.types("/checkin check-in")
    assert office.liv.dm.rpartition("Check-ins")[2].count("Running") == 9


def test_others_see_it_and_cannot_change_it(office: Office) -> None:
    office.sets_up()
    office.liv.types("/checkin weekly")
    assert "Owner: noor" in office.liv.form
    assert "[Edit]" not in office.liv.form
    assert "[Add a question]" not in office.liv.form


def test_a_deleted_one_is_gone_with_its_answers(office: Office) -> None:
    """CHK-7."""
    office.sets_up()
    office.house.moves_to("2026-10-19 15:00")
    office.answers(office.liv, **{PLAN: "A banner"})
    pressed(office.noor, "Delete")
    assert "This check-in is deleted, with all its answers." in office.noor.form
    office.noor.closes()
    office.house.moves_to("2026-10-26 23:00")
    assert office.noor.sees(office.general) == ""
    assert len(office.prompts(office.liv)) == 1
    office.mei.presses("Answer")
    assert "There is no such check-in, or you may not see it." in office.mei.dm


def test_the_shortcuts_menu_opens_the_same_form(office: Office) -> None:
    office.noor.uses("New check-in")
    assert "Begin with these questions: Cross-team weekly" in office.noor.form


def pressed(who: Person, button: str) -> None:
    """A button on the page of the weekly."""
    who.types("/checkin weekly")
    who.presses(button)
