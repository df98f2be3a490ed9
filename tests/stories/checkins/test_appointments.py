"""A check-in is asked at its own time, on the days that are the person's (CHK-2, CHK-3)."""

import pytest

from tests.stories.checkins.office import Office
from tests.stories.driver import Person


def says(who: Person, day: str, way: str) -> None:
    who.types("/checkin away")
    who.fills(way=way, first_day=day, last_day=day).submits()


@pytest.mark.parametrize(
    ("weekdays", "time", "first", "moment"),
    [
        (["0"], "17:00", "2026-10-19", "2026-10-19 17:00"),
        (["0"], "08:30", "2026-10-19", "2026-10-19 08:30"),
        (["5"], "10:00", "2026-10-17", "2026-10-17 10:00"),
    ],
)
def test_it_comes_at_its_own_time_also_outside_the_hours_of_the_team(
    office: Office, weekdays: list[str], time: str, first: str, moment: str
) -> None:
    office.sets_up(people=[office.noor, office.sanne], weekdays=weekdays, time=time, first_day=first)
    office.house.moves_to(moment)
    assert (len(office.prompts(office.noor)), len(office.prompts(office.sanne))) == (1, 1)


def test_who_says_that_they_work_on_a_holiday_is_asked_and_reminded(office: Office) -> None:
    office.sets_up(people=[office.noor, office.sanne], weekdays=["4"], first_day="2026-12-25", open="480")
    says(office.noor, "2026-12-25", "there")
    office.house.moves_to("2026-12-25 15:00")
    assert (len(office.prompts(office.noor)), office.prompts(office.sanne)) == (1, [])
    assert "Weekly waits for you" in office.noor.dm


def test_holidays_are_those_of_the_persons_own_country(office: Office) -> None:
    """On Easter Monday Amsterdam is free; New York, in the same team, is not."""
    house = office.house
    both = house.channel("both", [office.noor, office.liv])
    house.team("Both", lead=office.noor, members=[office.liv], channel=both, country="NL")
    office.sets_up(people=[office.sanne, office.liv], first_day="2027-03-29")
    house.moves_to("2027-03-29 15:00")
    assert (len(office.prompts(office.liv)), office.prompts(office.sanne)) == (1, [])


def test_quiet_holds_the_question_and_news_that_waits_longer_does_not(office: Office) -> None:
    office.sets_up(people=[office.noor], time="17:00")
    office.house.moves_to("2026-10-19 16:50")
    office.noor.types("/quiet until 18:00")
    office.house.moves_to("2026-10-19 17:59")
    assert office.prompts(office.noor) == []
    office.house.moves_to("2026-10-19 18:00")
    assert len(office.prompts(office.noor)) == 1


def test_reminders_wait_for_the_hours_of_the_person(office: Office) -> None:
    office.sets_up(people=[office.noor], time="07:00", open="480")
    office.house.moves_to("2026-10-19 08:59")
    assert len(office.prompts(office.noor)) == 1


def test_one_that_can_reach_nobody_is_refused_with_the_reason_at_its_field(office: Office) -> None:
    christmas = {"first_day": "2026-12-25", "until": "2026-12-25", "weekdays": ["4"]}
    office.fills_in(office.noor, people=[office.sanne], **christmas).submits()
    assert "everybody has a day off or a public holiday then" in office.noor.errors["until"]
    office.noor.fills(people=[office.sanne, office.mei], until="2027-01-01").submits()
    assert "everybody has a day off" in office.noor.errors["until"]
    says(office.mei, "2026-12-25", "there")
    office.noor.submits()
    assert "Being set up" in office.noor.form


def test_one_whose_only_time_is_over_is_refused(office: Office) -> None:
    today = {"first_day": "2026-10-16", "until": "2026-10-16", "weekdays": ["4"], "time": "08:00"}
    office.fills_in(office.noor, people=[office.sanne], **today).submits()
    assert "Its only time is over already" in office.noor.errors["until"]


def test_a_group_without_people_is_refused_when_it_is_made(office: Office) -> None:
    office.house.group("nobody")
    office.fills_in(office.noor, people=None, group="@nobody").submits()
    assert "There is nobody to ask" in office.noor.errors["people"]
