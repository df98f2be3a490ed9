"""Who is reminded, and when (REQ-7)."""

import pytest

from sandbox.channels import Channel
from slackapp.models.terms import Within
from tests.stories.driver import House, Person
from tests.stories.requests.conftest import Ask

TWO_HOURS = Within(2, are_days=False)


def reminders(person: Person) -> list[str]:
    return [line for line in person.dm.splitlines() if "R-1 · New banner" in line]


def test_the_lead_is_reminded_before_at_and_after_the_limit(
    house: House, noor: Person, design: Channel, ask: Ask
) -> None:
    ask()  # Tuesday 9:00: a working day of eight hours ends on Wednesday at 9:00
    house.moves_to("Tue 14:59")
    assert reminders(noor) == []
    house.moves_to("Tue 15:00")
    assert len(reminders(noor)) == 1
    assert "has no answer yet" in reminders(noor)[0]
    house.moves_to("Wed 09:00")
    assert "should have been answered by" in reminders(noor)[1]
    house.moves_to("Thu 09:00")
    assert "You lead the team" in reminders(noor)[2]
    house.moves_to("2026-12-31 09:00")
    assert len(reminders(noor)) == 3


def test_the_card_shows_that_it_is_late(house: House, noor: Person, design: Channel, ask: Ask) -> None:
    ask()
    house.moves_to("Wed 09:05")
    assert "⏰ Unanswered · should have been answered by" in noor.sees(design)


def test_two_hours_from_four_o_clock_end_the_next_morning_at_ten(
    house: House, noor: Person, jan: Person, sanne: Person
) -> None:
    channel = house.channel("fast", [noor, jan])
    house.team("Fast", lead=noor, members=[jan], channel=channel, within=TWO_HOURS)
    house.moves_to("Tue 16:00")
    sanne.types("/request New banner")
    sanne.fills(team="Fast", why="The launch", needed_by="2026-11-30").submits()
    house.moves_to("Wed 09:59")
    assert len(reminders(noor)) == 1
    house.moves_to("Wed 10:00")
    assert "should have been answered by" in reminders(noor)[1]


def test_an_answer_ends_the_reminders(house: House, noor: Person, jan: Person, design: Channel, ask: Ask) -> None:
    ask()
    jan.presses("Accept", on=jan.latest(design))
    jan.fills(promised="2026-12-04").submits()
    house.moves_to("Thu 17:00")
    assert reminders(noor) == []


def test_the_owner_is_reminded_of_a_promise_and_then_the_lead(
    house: House, noor: Person, jan: Person, design: Channel, ask: Ask
) -> None:
    ask()
    jan.presses("Accept", on=jan.latest(design))
    jan.fills(promised="2026-11-26").submits()
    house.moves_to("Thu 09:00")
    assert "is promised to sanne for today" in reminders(jan)[0]
    house.moves_to("Fri 09:00")
    assert "Finish it, or propose another date" in reminders(jan)[1]
    assert reminders(noor) == []
    house.moves_to("Mon 09:30")
    assert len(reminders(jan)) == 2
    assert "jan owns it; you lead the team" in reminders(noor)[0]


def test_nobody_is_reminded_outside_their_own_hours(house: House, jan: Person, sanne: Person) -> None:
    """The team works in Amsterdam; its lead sits in New York, where nine o'clock comes six hours later."""
    liv = house.person("Liv Stone", tz="America/New_York")
    channel = house.channel("us", [liv, jan])
    house.team("Growth", lead=liv, members=[jan], channel=channel, within=TWO_HOURS)
    sanne.types("/request New banner")
    sanne.fills(team="Growth", why="The launch", needed_by="2026-11-30").submits()
    house.moves_to("Tue 14:59")
    assert reminders(liv) == []
    house.moves_to("Tue 15:00")
    assert len(reminders(liv)) == 1


def test_the_clock_stands_still_while_the_requester_is_asked(
    house: House, sanne: Person, noor: Person, jan: Person, design: Channel, ask: Ask
) -> None:
    ask()
    house.moves_to("Tue 12:00")
    jan.chooses("⋯", "Ask the requester", on=jan.latest(design))
    jan.fills(question="Which size?").submits()
    house.moves_to("Thu 12:00")
    assert reminders(noor) == []
    sanne.presses("Antwoorden")
    sanne.fills(answer="Full width").submits()
    house.moves_to("Fri 08:59")  # three of eight hours were used, so five are left: Friday at nine
    assert len(reminders(noor)) == 1
    house.moves_to("Fri 09:00")
    assert "should have been answered by" in reminders(noor)[1]


def test_a_button_on_a_reminder_that_comes_too_late_says_who_has_it(
    house: House, noor: Person, jan: Person, design: Channel, ask: Ask
) -> None:
    ask()
    house.moves_to("Wed 09:00")
    jan.presses("Accept", on=jan.latest(design))
    jan.fills(promised="2026-11-27").submits()
    noor.presses("Accept", on=noor.latest(noor.visitor.app))
    assert "jan has R-1 already." in noor.dm


def test_a_lead_who_left_is_not_written_to(house: House, noor: Person, jan: Person, design: Channel, ask: Ask) -> None:
    """The reminder goes to the card's thread instead, where colleagues see it."""
    ask()
    house.lets(lambda: house.sandbox.happenings.changes(noor.visitor.person, deleted=True))
    house.moves_to("Wed 09:00")
    assert noor.dm == ""
    assert "should have been answered by" in jan.sees_thread(jan.latest(design))


@pytest.mark.parametrize("day", ["2026-12-25", "2026-12-26"])
def test_a_holiday_is_no_working_day(house: House, noor: Person, jan: Person, sanne: Person, day: str) -> None:
    channel = house.channel("nl", [noor])
    house.team("Studio", lead=noor, channel=channel, country="NL")
    house.moves_to("2026-12-24 12:00")
    sanne.types("/request New banner")
    sanne.fills(team="Studio", why="The launch", needed_by="2026-12-30").submits()
    house.moves_to(f"{day} 16:00")
    assert reminders(noor) == []
    house.moves_to("2026-12-28 12:01")
    assert len(reminders(noor)) == 2
