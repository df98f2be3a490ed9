"""What has served its purpose goes; what has not, stays."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from scheduler import housekeeping
from scheduler.housekeeping import Housekeeping
from slackapp.models.inbox import Delivery, Draft
from tests.delivery.office import Office

pytestmark = pytest.mark.anyio


async def test_old_deliveries_and_drafts_go_in_small_batches(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(housekeeping, "BATCH", 2)
    office.database.run_now(_fill, office)
    office.clock.move(timedelta(days=3, seconds=1))
    office.database.run_now(_fill, office, name="fresh")
    assert await Housekeeping(office.database).once() == 5
    assert office.database.read_now(_kept) == (5, 10)


async def test_sent_messages_go_after_a_month_and_waiting_or_dead_ones_stay(office: Office) -> None:
    office.says("one")
    await office.works()
    office.says("two", kind="broken")
    await office.works(seconds=170)
    office.says("three")
    office.clock.move(timedelta(days=31))
    assert await Housekeeping(office.database).once() == 1
    assert office.states() == ["dead", "pending"]
    assert office.count_is_right()


async def test_a_card_is_updated_although_its_first_message_is_long_gone(office: Office) -> None:
    office.shows("open")
    await office.works()
    office.clock.move(timedelta(days=31))
    await Housekeeping(office.database).once()
    office.shows("accepted")
    await office.works()
    assert (office.sees(), office.posts()) == (["accepted"], 1)


def _fill(session: Session, office: Office, name: str = "old") -> None:
    at = office.clock.now()
    for number in range(5):
        session.add(Delivery(workspace_id=office.id, key=f"{name} {number}", at=at))
        session.add(Draft(workspace_id=office.id, key=f"{name} {number}", at=at, about={}))


def _kept(session: Session) -> tuple[int, int]:
    return len(session.scalars(select(Delivery)).all()), len(session.scalars(select(Draft)).all())
