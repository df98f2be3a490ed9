"""After a restore, what Slack has from the time that is lost is not posted again (issue 11, E1)."""

from datetime import timedelta

import pytest
from sqlalchemy import delete
from sqlalchemy.orm import Session

from delivery import claiming
from delivery.deliver import Deliverer
from sandbox.faults import Kind
from slackapp import incarnations
from slackapp.high_water import HighWater
from slackapp.models.outbox import Message, Posting
from tests.delivery.office import Office

pytestmark = pytest.mark.anyio

HOUR = timedelta(hours=1)


async def test_a_new_row_whose_key_slack_knows_is_not_posted_again(office: Office) -> None:
    await _loses(office, "one")
    office.says("one")
    office.says("two")
    await office.works()
    assert (office.sees(), office.posts(), office.states()) == (["one", "two"], 2, ["sent", "sent"])


async def test_the_row_that_comes_days_later_is_looked_for_and_after_a_week_none(office: Office) -> None:
    await _loses(office, "one")
    office.clock.move(timedelta(days=6))
    office.says("two")
    office.says("one")
    await office.works()
    assert office.sees() == ["one", "two"]
    office.clock.move(timedelta(days=2))
    before = _looks(office)
    office.says("three")
    await office.works()
    assert (office.sees(), _looks(office) - before) == (["one", "two", "three"], 0)


async def test_a_card_that_is_found_is_made_true_where_it_stands(office: Office) -> None:
    office.shows("accepted")
    await office.works()
    place = next(office.design.posted()).ts
    office.database.run_now(_restored)
    office.shows("open")
    await office.works()
    assert [(each.text, each.ts) for each in office.design.posted()] == [("open", place)]
    assert (office.states(), office.posts()) == (["sent"], 1)
    office.shows("declined")
    await office.works()
    assert office.sees() == ["declined"]


async def test_a_thread_is_looked_through_as_well(office: Office) -> None:
    card = office.shows("open")
    await office.works()
    office.says("Jan accepted", thread=card)
    await office.works()
    office.database.run_now(_restored, keep="card")
    office.says("Jan accepted", thread=card)
    office.says("Jan declined", thread=card)
    await office.works()
    assert office.sees() == ["open", "Jan accepted", "Jan declined"]


async def test_each_channel_is_read_once_however_much_is_posted(office: Office) -> None:
    await _loses(office, "one")
    before = _looks(office)
    for number in range(5):
        office.says(f"new {number}")
    await office.works(seconds=8)
    assert _looks(office) - before == 1


async def test_a_look_that_is_cut_short_goes_on_and_nothing_is_posted_before(office: Office) -> None:
    await _loses(office, "one")
    office.fails(Kind.TOO_FAST, "conversations.history", retry_after=40)
    office.says("one")
    office.says("two")
    await office.works(seconds=30)
    assert office.posts() == 1
    await office.works(seconds=150)
    assert (office.sees(), office.posts()) == (["one", "two"], 2)


async def test_a_crash_in_the_middle_of_the_look_posts_nothing_twice(office: Office) -> None:
    await _loses(office, "one")
    office.says("one")
    office.database.run_now(_takes, office.deliverer)
    office.deliverer = office.worker("second")
    await office.works(seconds=130)
    assert (office.sees(), office.posts(), office.states()) == (["one"], 1, ["sent"])


async def test_without_the_history_scopes_what_is_new_is_posted_all_the_same(office: Office) -> None:
    await _loses(office, "one")
    office.fails(Kind.ERROR, "conversations.history", error="missing_scope")
    office.says("two")
    await office.works()
    assert office.sees() == ["one", "two"]


async def _loses(office: Office, *said: str) -> None:
    """What is said after the back-up stands in Slack, and the database that is put back does not know it."""
    for each in said:
        office.says(each)
    await office.works()
    office.clock.move(HOUR)
    office.database.run_now(_restored)


def _restored(session: Session, keep: str = "") -> None:
    """As the database is after a restore: the rows are gone, and a new life has begun."""
    rows = delete(Message).where(Message.card.is_(None)) if keep else delete(Message)
    session.execute(rows)
    if not keep:
        session.execute(delete(Posting))
    lost = incarnations.begin(session, HighWater())
    life = incarnations._present(session)
    assert life
    life.lost_from = lost.until - timedelta(days=1)


def _takes(session: Session, worker: Deliverer) -> None:
    assert claiming.due(session, worker._worker)


def _looks(office: Office) -> int:
    return len(office.sandbox.record.calls("conversations.history"))
