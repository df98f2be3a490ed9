"""What is stored and what is shown are two things: after the commit nothing says that it failed."""

from functools import partial

import pytest

from sandbox.faults import Fault, Kind
from slackapp.models.quiet import Budget
from tests.logged import Log
from tests.stories.checkins.office import CAME, MOOD, PLAN, Office
from tests.stories.driver.breaking import without

FAILED = ("Something went wrong", "nothing was changed", "could not be stored")
OLD_PAGE = "hash_conflict"
CONNECTIONS = pytest.mark.parametrize("connection", ["http", "socket"])


def told(office: Office) -> str:
    """All that Noor reads."""
    return f"{office.noor.form}\n{office.noor.dm}\n{office.noor.sees(office.general)}"


def says_that_it_failed(office: Office) -> bool:
    return any(words in told(office) for words in FAILED)


@CONNECTIONS
def test_two_quick_presses_on_one_page_both_count_and_the_page_shows_both(office: Office) -> None:
    office.sets_up(start=False)
    press = office.noor.visitor.presses
    office.house.at_once(partial(press, "Remove", which=0), partial(press, "Remove", which=1))
    assert not says_that_it_failed(office)
    assert CAME not in office.noor.form
    assert PLAN not in office.noor.form
    assert MOOD in office.noor.form


def test_a_page_that_changed_meanwhile_is_drawn_from_what_is_true_by_then(office: Office) -> None:
    office.sets_up()
    office.noor.types("/checkin weekly")
    office.house.sandbox.faults.add(Fault("views.update", Kind.ERROR, error=OLD_PAGE))
    office.noor.presses("Pause")
    assert "Paused" in office.noor.form
    office.noor.presses("Resume")
    assert "Running" in office.noor.form


def test_a_list_that_changed_meanwhile_is_turned_all_the_same(office: Office) -> None:
    office.noor.types("/teams Design")
    office.noor.types("/teams")
    office.house.sandbox.faults.add(Fault("views.update", Kind.ERROR, error=OLD_PAGE))
    office.noor.presses("Edit")
    assert "Home channel" in office.noor.form
    assert not says_that_it_failed(office)


def test_a_page_that_was_closed_meanwhile_is_no_failure(office: Office, log: Log) -> None:
    office.sets_up()
    office.noor.types("/checkin weekly")
    office.house.sandbox.faults.add(Fault("views.update", Kind.ERROR, error="not_found"))
    office.noor.presses("Pause")
    assert not says_that_it_failed(office)
    assert "handler failed" not in log.text


@pytest.mark.parametrize("kind", [Kind.ERROR, Kind.SERVER_ERROR, Kind.DROPS, Kind.TRUNCATED, Kind.HTML, Kind.TOO_FAST])
def test_a_press_whose_page_cannot_be_shown_says_that_it_is_done(office: Office, kind: Kind) -> None:
    office.sets_up()
    office.noor.types("/checkin weekly")
    office.house.sandbox.faults.add(Fault("views.update", kind))
    office.noor.presses("Pause")
    assert "That is done, but the page could not be shown anew." in office.noor.form
    assert not says_that_it_failed(office)
    office.noor.types("/checkin weekly")
    assert "Paused" in office.noor.form


def test_a_press_that_slack_shows_nothing_of_is_done_and_not_said_to_have_failed(office: Office) -> None:
    office.sets_up()
    office.noor.types("/checkin weekly")
    office.house.sandbox.faults.until_cleared(
        Fault("views.update", Kind.ERROR), Fault("views.push", Kind.ERROR), Fault("response_url", Kind.ERROR)
    )
    office.noor.presses("Pause")
    office.house.sandbox.faults.clear()
    assert office.noor.visitor.trouble == ""
    office.noor.types("/checkin weekly")
    assert "Paused" in office.noor.form


def test_a_form_whose_page_cannot_follow_closes_as_sent(office: Office) -> None:
    office.sets_up()
    office.noor.types("/checkin weekly")
    office.noor.presses("Edit")
    office.noor.fills(name="Monthly")
    office.house.sandbox.faults.add(Fault("views.update", Kind.ERROR))
    office.noor.submits()
    assert "Running" in office.noor.form
    office.noor.types("/checkin monthly")
    assert "Monthly" in office.noor.form
    assert not says_that_it_failed(office)


def test_a_command_whose_answer_cannot_be_made_says_that_it_is_done(office: Office) -> None:
    with without(office.house, Budget.__tablename__):
        office.noor.types("/quiet 2h", office.general)
    assert "That is done" in told(office)
    assert not says_that_it_failed(office)
    office.noor.types("/quiet", office.general)
    assert "11:00" in told(office)


def test_a_shortcut_whose_form_stands_open_says_nothing_of_what_failed_behind_it(office: Office, log: Log) -> None:
    message = office.noor.says("We need a banner", office.general)
    with without(office.house, "drafts"):
        office.noor.uses("Turn into request", on=message)
    assert "We need a banner" in office.noor.form
    assert not says_that_it_failed(office)
    assert log.named("handler failed")["name"] == "request.from_message"


def test_a_press_that_could_not_be_stored_and_not_be_told_shows_slacks_own_sign(office: Office) -> None:
    office.sets_up()
    office.noor.types("/checkin weekly")
    office.house.sandbox.faults.until_cleared(Fault("views.push", Kind.ERROR), Fault("views.update", Kind.ERROR))
    with without(office.house, "checkins"):
        office.noor.presses("Pause")
    office.house.sandbox.faults.clear()
    assert "trouble connecting" in office.noor.visitor.trouble
