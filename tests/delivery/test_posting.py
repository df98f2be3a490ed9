"""From the outbox into the channel, when nothing goes wrong."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from slackapp.models.people import Person
from tests.delivery.office import Office

pytestmark = pytest.mark.anyio


async def test_what_was_said_is_posted_in_order(office: Office) -> None:
    for text in ("one", "two", "three"):
        office.says(text)
    await office.works(seconds=5)
    assert office.sees() == ["one", "two", "three"]
    assert office.count_is_right()


async def test_the_same_key_is_posted_once(office: Office) -> None:
    office.says("welcome", once="welcome:1")
    await office.works()
    office.says("welcome again", once="welcome:1")
    await office.works()
    assert office.sees() == ["welcome"]


async def test_no_channel_gets_two_messages_in_a_second(office: Office) -> None:
    office.says("one")
    office.says("two")
    assert [await office.deliverer.once() for _ in range(3)] == [1, 0, 0]
    office.clock.move(timedelta(seconds=1))
    assert await office.deliverer.once() == 1


async def test_ten_quick_changes_of_a_card_are_one_update(office: Office) -> None:
    office.shows("open")
    await office.works()
    for change in range(10):
        office.shows(f"change {change}")
    await office.works()
    assert office.sees() == ["change 9"]
    assert len(office.sandbox.record.calls("chat.update")) == 1


async def test_a_line_goes_into_the_thread_of_its_card(office: Office) -> None:
    card = office.shows("open")
    office.says("Jan accepted", thread=card)
    await office.works()
    root, line = office.design.posted()
    assert (line.text, line.thread_ts) == ("Jan accepted", root.ts)


async def test_a_line_goes_into_the_thread_of_any_message(office: Office) -> None:
    office.says("a question")
    await office.works()
    asked = next(office.design.posted())
    office.says("it is R-1 now", thread=asked.ts)
    await office.works()
    assert [each.thread_ts for each in office.design.posted()] == [None, asked.ts]


async def test_a_card_for_a_person_is_updated_in_their_direct_messages(office: Office) -> None:
    sanne = office.slack.person("Sanne de Vries")
    office.shows_to(sanne, "yours")
    await office.works()
    office.shows_to(sanne, "still yours")
    await office.works()
    assert office.sees(office.direct(sanne)) == ["still yours"]


async def test_a_person_is_written_to_in_their_own_language(office: Office) -> None:
    sanne = office.slack.person("Sanne de Vries")
    office.database.run_now(_speaks_dutch, office, sanne.id)
    office.says("hello")
    office.says_to(sanne, "hello, Sanne")
    await office.works()
    assert office.sees() == ["[en] hello"]
    assert office.sees(office.direct(sanne)) == ["[nl] hello, Sanne"]


async def test_what_is_too_late_is_not_posted(office: Office) -> None:
    office.says("the coffee is ready", expires_at=office.clock.now() + timedelta(minutes=5))
    office.says("good night")
    office.clock.move(timedelta(minutes=5))
    await office.works()
    assert office.sees() == ["good night"]
    assert office.states() == ["expired", "sent"]
    assert office.count_is_right()


async def test_a_card_with_nothing_to_say_any_more_is_dropped(office: Office) -> None:
    office.shows("open")
    office.cards.clear()
    await office.works()
    assert (office.sees(), office.states()) == ([], ["expired"])


def _speaks_dutch(session: Session, office: Office, user_id: str) -> None:
    session.add(Person(workspace_id=office.id, user_id=user_id, name="Sanne", tz="Europe/Amsterdam", locale="nl-NL"))
