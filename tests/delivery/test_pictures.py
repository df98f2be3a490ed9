"""A picture in a message is drawn once and handed in once, and never costs the message."""

import re
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from delivery import shared_files
from sandbox.faults import Kind
from sandbox.messages import Message
from scheduler.housekeeping import Housekeeping
from tests.delivery.office import Office
from tests.delivery.planned import plans

pytestmark = pytest.mark.anyio

HANDS_IN = ("files.getUploadURLExternal", "files.completeUploadExternal")


def shown(office: Office) -> list[str]:
    """What stands in the channel: each message's text, and of what its picture is."""
    return [f"{each.text} + {_picture(office, each)}" for each in office.design.posted()]


def _picture(office: Office, message: Message) -> str:
    named = [block["slack_file"]["id"] for block in message.blocks if block["type"] == "image"]
    return office.slack.files[named[0]].title if named else "none"


async def test_a_message_comes_with_its_picture(office: Office) -> None:
    office.says("a boat", kind="drawn")
    await office.works()
    assert shown(office) == ["a boat + a boat"]
    assert office.states() == ["sent"]


async def test_the_same_picture_is_drawn_and_handed_in_once(office: Office) -> None:
    for once in ("first", "second", "third"):
        office.says("a boat", kind="drawn", once=once)
    await office.works(seconds=10)
    assert shown(office) == ["a boat + a boat"] * 3
    assert office.drawn == ["a boat"]
    assert len(office.sandbox.record.calls(HANDS_IN[0])) == 1


@pytest.mark.parametrize("method", HANDS_IN)
@pytest.mark.parametrize("kind", [Kind.SERVER_ERROR, Kind.ERROR, Kind.TOO_FAST, Kind.HTML])
async def test_a_picture_that_slack_does_not_take_does_not_cost_the_message(
    office: Office, kind: Kind, method: str
) -> None:
    office.fails(kind, method)
    office.says("a boat", kind="drawn")
    await office.works(seconds=3)
    assert shown(office) == ["a boat + none"]
    assert (office.states(), office.posts()) == (["sent"], 1)


async def test_after_an_hour_it_is_handed_in_once_more(office: Office) -> None:
    office.fails(Kind.ERROR, HANDS_IN[0])
    office.says("a boat", kind="drawn", once="first")
    await office.works()
    office.says("a boat", kind="drawn", once="second")
    await office.works()
    office.clock.move(timedelta(hours=1))
    office.says("a boat", kind="drawn", once="third")
    await office.works()
    assert shown(office) == ["a boat + none", "a boat + none", "a boat + a boat"]


async def test_slack_is_given_time_to_look_at_a_new_picture(office: Office) -> None:
    office.slack.files_lag = timedelta(seconds=4)
    office.says("a boat", kind="drawn")
    await office.works(seconds=12)
    assert shown(office) == ["a boat + a boat"]
    assert office.drawn == ["a boat"]


async def test_a_picture_that_slack_refuses_for_good_is_left_out(office: Office) -> None:
    office.says("broken", kind="drawn")
    office.says("next")
    await office.works(seconds=60)
    assert shown(office) == ["broken + none", "next + none"]


async def test_a_picture_that_was_deleted_in_slack_is_left_out(office: Office) -> None:
    office.says("a boat", kind="drawn", once="first")
    await office.works(seconds=20)
    office.slack.files.clear()
    office.says("a boat", kind="drawn", once="second")
    await office.works(seconds=10)
    assert office.sees() == ["a boat", "a boat"]
    assert office.states() == ["sent", "sent"]


async def test_a_picture_that_cannot_be_drawn_does_not_cost_the_message(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("tests.delivery.office.message.File")
    office.says("a boat", kind="drawn")
    await office.works(seconds=3)
    assert shown(office) == ["a boat + none"]


async def test_drawing_that_takes_long_only_delays_its_own_message(office: Office) -> None:
    office.fails(Kind.SLOW, HANDS_IN[0], worked=True, seconds=0.5)
    office.says("a boat", kind="drawn")
    other = office.slack.channel("general", with_app=True)
    begun = await office.deliverer.begin()
    office.says("next", other)
    office.clock.move(timedelta(seconds=6))
    await office.deliverer.once()
    assert (begun, office.sees(other)) == (1, ["next"])
    await office.works()
    assert (shown(office), office.posts()) == (["a boat + a boat"], 2)


async def test_that_it_was_handed_in_is_forgotten_after_a_month(office: Office) -> None:
    office.says("a boat", kind="drawn", once="first")
    await office.works()
    office.clock.move(timedelta(days=31))
    assert await Housekeeping(office.database).once() == 2
    office.says("a boat", kind="drawn", once="second")
    await office.works()
    assert office.drawn == ["a boat", "a boat"]
    assert shown(office) == ["a boat + a boat"] * 2


async def test_the_files_of_an_export_are_found_by_their_key(office: Office) -> None:
    asked = list[tuple[str, Any]]()
    office.database.run_now(shared_files.note, office.id, "a" * 32, ["F1", "F2"])
    office.database.run_now(shared_files.note, office.id, "b" * 32, ["F3"])
    event.listen(office.database.engine, "before_cursor_execute", lambda *about: asked.append((about[2], about[3])))
    assert office.database.read_now(shared_files.of, office.id, "a" * 32) == {"F1", "F2"}
    steps = office.database.read_now(plans, [each for each in asked if not each[0].startswith("BEGIN")])
    assert any("uploads" in step and re.search("USING.* INDEX|Index|Bitmap", step) for step in steps), steps
