"""No round is lost or doubled, and nobody is asked at night (CHK-8)."""

from datetime import datetime

from sqlalchemy import update

from sandbox.faults import Fault, Kind
from slackapp.models.teams import Team
from tests.stories.checkins.office import PLAN, Office
from tests.stories.driver.house import AMSTERDAM


def is_out_until(office: Office, words: str) -> None:
    """The app does nothing until then, and then starts again."""
    office.house.knows_everybody()
    office.house.clock.move_to(datetime.fromisoformat(words).replace(tzinfo=AMSTERDAM))
    office.house.passes(seconds=0)


def test_a_prompt_up_to_two_hours_late_is_posted_after_an_outage(office: Office) -> None:
    office.sets_up()
    is_out_until(office, "2026-10-19 10:55")
    assert len(office.prompts(office.sanne)) == 1


def test_a_later_one_is_recorded_and_why_is_answered(office: Office) -> None:
    office.sets_up()
    is_out_until(office, "2026-10-19 11:05")
    office.house.moves_to("2026-10-20 09:00")
    assert office.prompts(office.sanne) == []
    assert len(office.prompts(office.liv)) == 1
    office.sanne.types("/checkin weekly")
    office.sanne.presses("checkin.why")
    assert "ma 19 okt — niemand kreeg de vragen: Afspraak was buiten werking" in office.sanne.form


def test_a_prompt_that_slack_takes_too_late_is_not_sent_at_all(office: Office) -> None:
    office.sets_up()
    office.house.moves_to("2026-10-19 08:59")
    office.house.sandbox.faults.until_cleared(Fault("chat.postMessage", Kind.TOO_FAST, retry_after=7000))
    is_out_until(office, "2026-10-19 09:00")
    office.house.clock.move_to(datetime(2026, 10, 19, 11, 5, tzinfo=AMSTERDAM))
    office.house.sandbox.faults.clear()
    office.house.moves_to("2026-10-19 23:30")
    assert office.prompts(office.sanne) == []
    assert "Not heard from: liv and mei" in office.summary()
    office.sanne.types("/checkin weekly")
    office.sanne.presses("checkin.why")
    assert "ma 19 okt — je kreeg de vragen: ze konden je niet op tijd bereiken" in office.sanne.form


def test_answers_that_come_three_times_and_at_once_are_kept_once(office: Office) -> None:
    office.sets_up()
    office.house.moves_to("2026-10-19 15:00")
    for each in (office.liv, office.mei):
        each.presses("Answer")
        each.fills(**{PLAN: f"A banner of {each.name}"})
    office.house.at_once(office.liv.visitor.submits, office.mei.visitor.submits)
    office.house.at_once(*[office.liv.visitor.sends_again] * 2)
    office.house.moves_to("2026-10-19 23:00")
    assert "2 of 3 answered" in office.summary()
    assert office.summary().count("A banner of") == 2


def test_two_who_answer_early_at_once_open_one_round(office: Office) -> None:
    office.sets_up()
    for each in (office.liv, office.mei):
        each.types("/checkin")
        each.presses("Answer early")
        each.fills(**{PLAN: f"A banner of {each.name}"})
    office.house.at_once(office.liv.visitor.submits, office.mei.visitor.submits)
    assert not (office.liv.form)
    assert not (office.mei.form)
    office.house.moves_to("2026-10-19 23:00")
    assert office.summary().count("A banner of") == 2
    assert len(office.noor.visitor.sees(office.general)) == 1


def test_one_person_whose_hours_cannot_be_told_keeps_nobody_from_being_asked(office: Office) -> None:
    """She leads a team whose working days nobody can read, as a row that was spoiled by hand."""
    office.sets_up()
    office.house.team("Odd", lead=office.liv, channel=office.house.channel("odd", [office.liv]))
    spoil = update(Team).where(Team.name == "Odd").values(weekdays="x")
    office.house.app.database.run_now(lambda session: session.execute(spoil))
    office.house.moves_to("2026-10-19 15:10")
    assert len(office.prompts(office.sanne)) == 1
    for _ in range(8):
        office.house.passes(minutes=5)
    assert len(office.prompts(office.liv)) == 1
