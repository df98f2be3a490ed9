"""What a tick asks every second is answered from the index of what can be due, on both databases."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, insert, select, text
from sqlalchemy.orm import Session

from scheduler import schedules as ticking
from slackapp.ids import UserId
from slackapp.models.schedules import Schedule, ScheduleScope
from slackapp.rules.recurrence import Slot, zone_data
from slackapp.rules.schedules import occurrences
from tests.schedules.club import DAILY, KIND, MONDAY, Club, person

PAUSED = 2000


def test_the_tick_uses_the_partial_index(club: Club) -> None:
    club.database.run_now(_fill, club)
    plan = club.database.read_now(_plan, club)
    assert "ix_schedules_due" in plan
    assert "Seq Scan" not in plan
    assert "SCAN schedules" not in plan.replace("SCAN schedules USING INDEX", "")
    club.database.run_now(lambda session: session.execute(text("DELETE FROM schedules")))


def test_who_was_asked_already_is_found_without_reading_the_past(club: Club) -> None:
    """In the middle of a large round."""
    club.members = [person(f"U{number}") for number in range(200)]
    club.sets(scope=ScheduleScope.MEMBERS, starts_on=date(2026, 10, 1))
    club.stands_at("2026-11-02 09:00")
    club.sets(scope=ScheduleScope.MEMBERS)
    club.lives_through("2026-11-13 12:00")
    club.database.run_now(_analyze)
    plan = club.database.read_now(_plan_of_members)
    assert "ux_occurrences_member" in plan, plan


def _fill(session: Session, club: Club) -> None:
    session.execute(insert(Schedule), [_row(club, ref) for ref in range(PAUSED)])
    _analyze(session)


def _analyze(session: Session) -> None:
    if session.get_bind().dialect.name != "sqlite":
        session.execute(text("ANALYZE schedules, occurrences"))


def _row(club: Club, ref: int) -> dict[str, Any]:
    at = datetime(2026, 11, 24, tzinfo=UTC) + timedelta(minutes=ref) if ref % 10 == 0 else None
    return {
        "workspace_id": club.id,
        "kind": KIND,
        "ref": ref,
        "tz": "UTC",
        "scope": "channel",
        "rule": DAILY.written(),
        "starts_on": datetime(2026, 11, 1, tzinfo=UTC).date(),
        "weekdays": "01234",
        "grace_s": 7200,
        "next_slot": f"{at:%Y-%m-%dT%H:%M}" if at else None,
        "next_run_at": at,
        "tzdata_version": zone_data.edition(),
        "rev": 1,
    }


def _plan(session: Session, club: Club) -> str:
    return _explained(session, ticking.due(club.clock.now(), club.words))


def _plan_of_members(session: Session) -> str:
    schedule, slot = session.scalars(select(Schedule).order_by(Schedule.id)).first(), Slot(MONDAY, "2026-11-23T09:00")
    assert schedule
    return _explained(session, occurrences._of_members(schedule, slot, [UserId(f"U{n}") for n in range(20)]))


def _explained(session: Session, asked: Select[Any]) -> str:
    bind = session.get_bind()
    compiled = asked.compile(bind, compile_kwargs={"literal_binds": False, "render_postcompile": True})
    explain = "EXPLAIN QUERY PLAN" if bind.dialect.name == "sqlite" else "EXPLAIN"
    connection = session.connection()
    # With bound parameters, as the app asks it: a literal would say more to the planner than the app does.
    found = connection.exec_driver_sql(f"{explain} {compiled}", _bound(compiled))
    return "\n".join(" ".join(str(value) for value in row) for row in found)


def _bound(compiled: Any) -> Any:
    values = compiled.construct_params()
    processed = {
        name: compiled._bind_processors[name](value) if name in compiled._bind_processors else value
        for name, value in values.items()
    }
    return tuple(processed[name] for name in compiled.positiontup) if compiled.positional else processed
