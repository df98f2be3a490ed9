"""Monday comes: each channel gets its digest, once, whatever happens to the app (DIG-1, DIG-7; issue 8, point 6)."""

from datetime import datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sandbox.faults import Fault, Kind
from slackapp.models.base import Base
from slackapp.models.digests import Digest, DigestEdition, DigestItem
from slackapp.models.schedules import Schedule
from tests.stories.digests.office import Office
from tests.stories.driver.house import AMSTERDAM

LOST = Fault("chat.postMessage", Kind.DROPS, worked=True)
NEVER_ARRIVED = Fault("chat.postMessage", Kind.UNAVAILABLE)


def test_each_comes_at_its_own_day_time_and_zone_in_its_own_language(office: Office) -> None:
    """DIG-1."""
    office.sets_up(office.noor, office.design)
    office.sets_up(office.sanne, office.marketing)
    office.sets_up(office.kim, office.support, weekday="Wednesday", time="07:30", locale="nl")
    came = []
    for words in ("2026-11-25 07:29", "2026-11-25 07:30", "2026-11-30 08:59", "2026-11-30 09:00", "2026-11-30 15:00"):
        office.house.moves_to(words)
        came.append([len(office.editions(each)) for each in (office.design, office.marketing, office.support)])
    assert came == [[0, 0, 0], [0, 0, 1], [0, 0, 1], [1, 0, 1], [1, 1, 1]]
    assert "18–25 nov 2026" in office.digest(office.kim, office.support)
    assert "23–30 Nov 2026: a quiet week" in office.digest(office.noor, office.design)


@pytest.mark.parametrize("fault", [LOST, NEVER_ARRIVED], ids=["lost answer", "unavailable"])
def test_trouble_with_slack_doubles_and_loses_nothing(office: Office, fault: Fault) -> None:
    """DIG-7, principle 4."""
    office.sets_up(office.noor, office.design)
    office.asks()
    office.house.moves_to("2026-11-30 08:59")
    office.house.sandbox.faults.add(fault)
    office.house.moves_to("2026-11-30 09:10")
    assert len(office.editions(office.design)) == 1


def test_a_restart_at_any_moment_doubles_and_loses_nothing(office: Office) -> None:
    """DIG-7: the time has come and nothing is chosen; it is chosen and nothing is posted; it is posted."""
    office.sets_up(office.noor, office.design)
    office.asks()
    house = office.house
    house.moves_to("2026-11-30 08:59")
    house.clock.move_to(datetime(2026, 11, 30, 9, 0, tzinfo=AMSTERDAM))
    house.loop.run(house.app.ticker.hold())
    office.restarts()
    house.loop.run(house.app.ticker.once())
    assert office.editions(office.design) == []
    office.restarts()
    house.passes(minutes=1)
    assert len(office.editions(office.design)) == 1
    office.restarts()
    house.passes(minutes=10)
    assert len(office.editions(office.design)) == 1


def test_two_that_tick_at_once_make_one(office: Office) -> None:
    """DIG-7: as with a second replica."""
    office.sets_up(office.noor, office.design)
    house = office.house
    house.moves_to("2026-11-30 08:59")
    house.clock.move_to(datetime(2026, 11, 30, 9, 0, tzinfo=AMSTERDAM))
    first = office.restarts()
    house.at_once(first.ticker.once, house.app.ticker.once)
    house.passes(minutes=5)
    assert len(office.editions(office.design)) == 1


@pytest.mark.parametrize(("back", "count"), [("2026-12-02 08:59", 1), ("2026-12-02 09:01", 0)])
def test_after_an_outage_it_comes_up_to_two_days_late(office: Office, back: str, count: int) -> None:
    """DELIVERY: past its grace it is recorded as missed, and the next one covers both weeks."""
    office.sets_up(office.noor, office.design)
    office.noor.closes()
    office.asks()
    office.noor.presses("Accept")
    office.noor.fills(promised="2026-12-18").submits()
    office.house.clock.move_to(datetime.fromisoformat(back).replace(tzinfo=AMSTERDAM))
    office.house.passes(seconds=0)
    assert len(office.editions(office.design)) == count
    office.house.moves_to("2026-12-07 09:00")
    assert len(office.editions(office.design)) == count + 1


def test_a_quiet_week_is_one_line_or_nothing_as_the_channel_chose(office: Office) -> None:
    """DIG-7."""
    office.sets_up(office.noor, office.design)
    office.sets_up(office.noor, office.general, quiet="Post nothing", teams=None)
    office.house.moves_to("2026-11-30 09:00")
    assert "a quiet week" in office.digest(office.noor, office.design)
    assert office.editions(office.general) == []
    office.asks()
    office.house.moves_to("2026-12-07 09:00")
    assert "New banner" in office.digest(office.noor, office.general)


def test_an_archived_channel_gets_none_and_gets_it_again_once_it_is_open(office: Office) -> None:
    """ADM-3."""
    office.sets_up(office.noor, office.general)
    happenings = office.house.sandbox.happenings
    office.house.lets(lambda: happenings.archives(office.general))
    office.house.moves_to("2026-12-01 09:00")
    office.house.lets(lambda: happenings.unarchives(office.general))
    assert office.editions(office.general) == []
    office.house.moves_to("2026-12-07 09:00")
    assert len(office.editions(office.general)) == 1


def test_a_channel_that_is_gone_takes_its_digest_along(office: Office) -> None:
    """ADM-3."""
    office.sets_up(office.noor, office.general)
    office.asks()
    office.house.moves_to("2026-11-30 09:00")
    tells, gone = office.house.sandbox.happenings._tell_about, {"channel": office.general.id}
    office.house.lets(lambda: tells(office.general, "deleted", gone))
    read = office.house.app.database.read_now
    assert [read(_count, each) for each in (Digest, DigestEdition, DigestItem, Schedule)] == [0, 0, 0, 0]
    office.house.moves_to("2026-12-07 09:00")
    assert len(office.editions(office.general)) == 1


def test_where_the_app_was_removed_it_comes_again_after_the_next_invitation(office: Office) -> None:
    """ADM-3."""
    office.sets_up(office.noor, office.general)
    bot, happenings = office.house.workspace.bot, office.house.sandbox.happenings
    office.house.lets(lambda: happenings.leaves(office.general, bot))
    office.house.moves_to("2026-12-01 09:00")
    assert office.editions(office.general) == []
    office.house.lets(lambda: office.noor.visitor.invites(bot, office.general))
    office.house.moves_to("2026-12-07 09:00")
    assert len(office.editions(office.general)) == 1


def test_where_every_team_that_it_covers_is_archived_it_does_not_come(office: Office) -> None:
    office.sets_up(office.kim, office.general, teams=["Support"])
    office.kim.closes()
    office.kim.types("/teams Support")
    office.kim.presses("Archive this team")
    office.kim.closes()
    office.house.moves_to("2026-12-01 09:00")
    assert office.editions(office.general) == []
    office.kim.types("/digest settings", office.general)
    assert "all teams that it covers are archived" in office.kim.form


def test_under_a_new_id_the_channel_keeps_its_digest_and_the_one_that_stands(office: Office) -> None:
    """ADM-3."""
    office.sets_up(office.noor, office.general)
    office.noor.closes()
    office.asks()
    office.house.moves_to("2026-11-30 09:00")
    office.house.lets(lambda: office.house.sandbox.happenings.changes_id(office.general))
    office.jan.presses("request.accept", on=office.jan.latest(office.general))
    office.jan.fills(promised="2026-12-18").submits()
    assert office.noor.sees(office.general).count("New banner") == 1
    office.house.moves_to("2026-12-07 09:00")
    assert len(office.editions(office.general)) == 1
    assert len(office.noor.visitor.sees(office.general)) == 2


def _count(session: Session, table: type[Base]) -> int:
    return session.scalar(select(func.count()).select_from(table)) or 0
