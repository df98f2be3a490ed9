"""Numbers in answers are kept as they were written, to the last digit, and asked about where they have two readings."""

import pytest

from tests.stories.checkins.office import Office
from tests.stories.driver import Person

HOW_MUCH, WORDS = "How much?", "Anything else?"
ON_ONE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def asked(office: Office) -> Office:
    """A number and a text, asked of all."""
    office.sets_up(start=False, set="own")
    for text, kind in ((HOW_MUCH, "A number"), (WORDS, "Text")):
        office.noor.presses("Add a question")
        office.noor.fills(text=text, kind=kind).submits()
    office.noor.presses("Start")
    office.noor.closes()
    office.house.moves_to("2026-10-19 15:00")
    return office


def answers(person: Person, **said: str) -> None:
    person.presses("checkin.answer", on=person.visitor.messages(person.visitor.app)[0])
    person.fills(**said).submits()


def summary(office: Office) -> str:
    office.house.moves_to("2026-10-19 23:00")
    lines = office.summary().splitlines()
    return lines[lines.index(HOW_MUCH) + 1]


@pytest.mark.parametrize(
    ("typed", "shown"), [("1234567", "1,234,567"), ("123456.78", "123,456.78"), ("0.1234567", "0.1234567")]
)
def test_another_answer_changes_and_the_number_stays_to_the_last_digit(asked: Office, typed: str, shown: str) -> None:
    answers(asked.liv, **{HOW_MUCH: typed})
    answers(asked.liv, **{WORDS: "No"})
    answers(asked.liv, **{WORDS: "Yes"})
    assert summary(asked) == shown


def test_a_form_that_is_older_does_not_write_what_was_not_touched_in_it(asked: Office) -> None:
    answers(asked.liv, **{HOW_MUCH: "1", WORDS: "No"})
    prompt = asked.liv.visitor.messages(asked.liv.visitor.app)[0]
    asked.liv.presses("checkin.answer", on=prompt)
    old = asked.liv.visitor.modal
    asked.house.workspace.modals[asked.liv.id] = []
    answers(asked.liv, **{HOW_MUCH: "2"})
    asked.house.workspace.modals[asked.liv.id] = [old]
    asked.liv.fills(**{WORDS: "Yes"}).submits()
    assert summary(asked) == "2"
    assert "liv: Yes" in asked.summary()


def test_a_number_is_read_in_the_notation_of_who_writes_it(asked: Office) -> None:
    answers(asked.liv, **{HOW_MUCH: "1,000"})
    answers(asked.sanne, **{HOW_MUCH: "12.500"})
    assert summary(asked) == "6,750 in the middle, from 1,000 to 12,500"


@ON_ONE
def test_what_can_be_read_in_two_ways_is_asked(asked: Office) -> None:
    answers(asked.sanne, **{HOW_MUCH: "1,000"})
    assert list(asked.sanne.errors.values()) == ["1,000 kun je op twee manieren lezen. Schrijf 1 of 1000."]
    asked.sanne.fills(**{HOW_MUCH: "1000"}).submits()
    answers(asked.liv, **{HOW_MUCH: "3.141"})
    assert list(asked.liv.errors.values()) == ["3.141 can be read in two ways. Write 3.1410 or 3141."]
    asked.liv.fills(**{HOW_MUCH: "3.1410"}).submits()
    answers(asked.liv, **{WORDS: "Yes"})
    assert summary(asked) == "501.5705 in the middle, from 3.141 to 1,000"


def test_the_history_and_the_table_show_it_in_the_readers_notation(asked: Office) -> None:
    answers(asked.liv, **{HOW_MUCH: "-1234567.125"})
    asked.house.moves_to("2026-10-19 23:00")
    asked.sanne.types("/checkin history")
    asked.sanne.presses("checkin.round")
    assert "-1.234.567,125" in asked.sanne.form
    asked.sanne.closes()
    asked.sanne.presses("checkin.export")
    content = asked.sanne.latest(asked.sanne.visitor.app).files[0].content or b""
    assert f'2026-10-19,liv,{HOW_MUCH},"-1234567,125",,' in content.decode("utf-8-sig").splitlines()


def test_what_was_stored_before_keeps_what_it_showed(asked: Office) -> None:
    answers(asked.liv, **{HOW_MUCH: "5"})
    with asked.house.app.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE checkin_answers SET number = 123456.78 WHERE amount IS NOT NULL")
    assert summary(asked) == "123,456.78"


def test_anonymous_numbers_keep_their_digits(office: Office) -> None:
    people = [office.house.person(f"P{n} One") for n in range(5)]
    office.sets_up(start=False, set="own", how=["anonymous"], people=people)
    office.noor.presses("Add a question")
    office.noor.fills(text=HOW_MUCH, kind="A number").submits()
    office.noor.presses("Start")
    office.noor.closes()
    office.house.moves_to("2026-10-19 15:00")
    for person in people:
        answers(person, **{HOW_MUCH: "123456.789012"})
    office.house.moves_to("2026-10-19 23:00")
    assert "123,456.789012 in the middle" in office.summary()
