"""Anonymous is anonymous (CHK-1, principle 5; issue 5, point 5)."""

from typing import Any

from sqlalchemy import inspect

from tests.stories.checkins.office import PLAN, Office
from tests.stories.driver import Person

ANSWERING = "2026-10-19 09:30"
OVER = "2026-10-19 17:30"


def asked(office: Office, count: int = 6) -> list[Person]:
    """So many people in Amsterdam, of whom an anonymous check-in asks something on Monday at nine."""
    people = [office.house.person(f"Person{n} Doe") for n in range(count)]
    office.sets_up(people=people, how=["anonymous"])
    office.house.moves_to(ANSWERING)
    return people


def everything(office: Office) -> dict[str, list[dict[str, Any]]]:
    """All that is stored, by table: what somebody with the whole database in their hands has."""
    engine = office.house.app.database.engine
    with engine.connect() as connection:
        return {
            table: [dict(row) for row in connection.exec_driver_sql(f'SELECT * FROM "{table}"').mappings()]
            for table in inspect(engine).get_table_names()
        }


def test_what_was_said_cannot_be_joined_with_who_said_it(office: Office) -> None:
    """They share the round and the question, which all share, and nothing else."""
    people = asked(office)
    for n, each in enumerate(people):
        office.answers(each, **{PLAN: f"the words of somebody, {n}"})
    stored = everything(office)
    voices = stored["checkin_voices"]
    assert set(voices[0]) == {"id", "workspace_id", "round_id", "question_id", "text", "number", "amount"}
    assert [len({voice[name] for voice in voices}) for name in ("workspace_id", "round_id", "question_id")] == [1, 1, 1]
    elsewhere = {table: rows for table, rows in stored.items() if table != "checkin_voices"}
    assert "the words of somebody" not in str(elsewhere)
    assert not any(str(voice["id"]) in str(elsewhere) for voice in voices)
    assert not any(person.id in str(voices) for person in people)
    assert {entry["answered_at"] for entry in stored["checkin_entries"]} == {None}
    assert stored["checkin_answers"] == []


def test_no_order_and_no_transaction_tells_whose_a_voice_is(office: Office) -> None:
    """With each that comes all get new numbers, in one go: nothing remains of when any of them came."""
    people = asked(office)
    before: set[int] = set()
    for each in people:
        office.answers(each, **{PLAN: "A banner"})
        numbers = {voice["id"] for voice in everything(office)["checkin_voices"]}
        assert not numbers & before
        before = numbers
    engine = office.house.app.database.engine
    if engine.dialect.name == "postgresql":
        with engine.connect() as connection:
            assert len(connection.exec_driver_sql("SELECT DISTINCT xmin::text FROM checkin_voices").all()) == 1


def test_fewer_than_five_voices_are_withheld(office: Office) -> None:
    people = asked(office)
    for each in people[:4]:
        office.answers(each, **{PLAN: "A banner"})
    office.house.moves_to(OVER)
    assert "4 of 6 answered" in office.summary()
    assert "A banner" not in office.summary()
    assert "with fewer than five answers, one could tell who said what" in office.summary()


def test_five_voices_are_shown_without_names_and_who_is_missing_is_not_named(office: Office) -> None:
    people = asked(office)
    for n, each in enumerate(people[:5]):
        office.answers(each, **{PLAN: f"Banner {5 - n}"})
    office.house.moves_to(OVER)
    shown = office.summary()
    assert [line for line in shown.splitlines() if line.startswith("•")] == [f"• Banner {n}" for n in range(1, 6)]
    assert not any(each.name in shown for each in people)


def test_nothing_is_shown_while_it_is_open(office: Office) -> None:
    """Whoever looks before and after an answer would know whose it is."""
    people = asked(office)
    for each in people[:5]:
        office.answers(each, **{PLAN: "A banner"})
    office.noor.types("/checkin history")
    office.noor.presses("checkin.round")
    assert "5 of 6 answered" in office.noor.form
    assert "A banner" not in office.noor.form


def test_an_anonymous_answer_is_neither_changed_nor_added_afterwards(office: Office) -> None:
    first, second, *_ = asked(office)
    office.answers(first, **{PLAN: "A banner"})
    assert "[Change my answers]" not in first.dm
    first.types("/checkin")
    assert "[Answer]" not in first.dm.rpartition("Check-ins")[2]
    office.house.moves_to(OVER)
    office.answers(second, **{PLAN: "Late"})
    assert "what is said anonymously is not added to afterwards" in next(iter(second.errors.values()))


def test_anonymous_and_live_do_not_go_together(office: Office) -> None:
    office.fills_in(office.noor, how=["anonymous", "live"]).submits()
    assert "Choose one of the two." in office.noor.errors["how"]


def test_a_promise_of_anonymity_is_not_taken_back(office: Office) -> None:
    office.sets_up(how=["anonymous"])
    office.house.moves_to(ANSWERING)
    office.noor.types("/checkin weekly")
    office.noor.presses("Edit")
    office.noor.fills(how=None).submits()
    assert "was promised to those who answered" in office.noor.errors["how"]
