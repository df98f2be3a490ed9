"""Digests; how long each request waited for its answer; and the indexes by which an overview is made."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from operator import attrgetter
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import SchemaItem

import slackapp.database
from slackapp.rules.working_time import WorkingTime

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

MOMENT = slackapp.database.UtcDateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
TABLES = ("digests", "digest_editions", "digest_teams", "digest_items")
PARTIAL = {
    "ix_requests_under_way_to": ("requests", ["to_team_id"], sa.text("closed_at IS NULL")),
    "ix_requests_under_way_from": ("requests", ["from_team_id"], sa.text("closed_at IS NULL")),
    "ix_requests_over": ("requests", ["to_team_id", "closed_at"], sa.text("closed_at IS NOT NULL")),
    "ix_requests_answered": ("requests", ["to_team_id", "answered_at"], sa.text("answered_at IS NOT NULL")),
    "ix_areas_in_use": ("areas", ["team_id"], sa.text("retired_at IS NULL")),
    "ix_decisions_stale": ("decisions", ["stale_since"], sa.text("stale_since IS NOT NULL")),
}

MINUTE = timedelta(minutes=1)
LOOKED_BACK = timedelta(weeks=12)
"""Nothing that is older is ever counted."""
ASKS = {"submit", "reopen", "hand_over"}
GOES_ON = {"answer", "refuse_date"}
STOPS = {"ask", "propose"}
ANSWERS = {"accept", "assign", "decline", "agree", "finish"}


def upgrade() -> None:
    """New tables, columns that may stay empty, and indexes: the version before does not notice them."""
    _create_tables()
    with op.batch_alter_table("requests") as requests:
        requests.add_column(sa.Column("asked_at", MOMENT, nullable=True))
        requests.add_column(sa.Column("answered_at", MOMENT, nullable=True))
        requests.add_column(sa.Column("answered_after", sa.Integer(), nullable=True))
        requests.add_column(sa.Column("answered_in_time", sa.Boolean(), nullable=True))
    _measure_what_is_there(op.get_bind())
    _create_indexes()


def downgrade() -> None:
    """Back to the version before, without digests and without what was measured."""
    for table, columns in (
        ("area_events", ["workspace_id", "at"]),
        ("checkin_rounds", ["checkin_id", "closed_at"]),
        ("decisions", ["workspace_id", "closed_at"]),
        ("decisions", ["workspace_id", "decided_at"]),
    ):
        op.drop_index(_named(table, columns), table)
    for name, (table, _, _) in PARTIAL.items():
        op.drop_index(name, table)
    with op.batch_alter_table("requests") as requests:
        for column in ("answered_in_time", "answered_after", "answered_at", "asked_at"):
            requests.drop_column(column)
    for table in reversed(TABLES):
        op.drop_table(table)


def _create_tables() -> None:
    _table(
        "digests",
        sa.Column("channel_id", sa.String(length=32), nullable=False),
        sa.Column("owner_id", sa.String(length=32), nullable=False),
        sa.Column("template", sa.String(length=64), nullable=False),
        sa.Column("sections", JSON, nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("at", sa.Time(), nullable=False),
        sa.Column("tz", sa.String(length=64), nullable=False),
        sa.Column("locale", sa.String(length=16), nullable=False),
        sa.Column("quiet", sa.String(length=16), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("id", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digests")),
        sa.UniqueConstraint("workspace_id", "channel_id", name=op.f("uq_digests_workspace_id_channel_id")),
    )
    _table(
        "digest_editions",
        sa.Column("digest_id", NUMBER, nullable=False),
        sa.Column("slot", sa.String(length=16), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("until", MOMENT, nullable=False),
        sa.Column("gathered_at", MOMENT, nullable=True),
        sa.Column("is_quiet", sa.Boolean(), nullable=False),
        sa.Column("figures", JSON, nullable=False),
        sa.Column("id", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["digest_id"], ["digests.id"], name=op.f("fk_digest_editions_digest_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digest_editions")),
        sa.UniqueConstraint("digest_id", "slot", name=op.f("uq_digest_editions_digest_id_slot")),
    )
    _table(
        "digest_teams",
        sa.Column("digest_id", NUMBER, nullable=False),
        sa.Column("team_id", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["digest_id"], ["digests.id"], name=op.f("fk_digest_teams_digest_id")),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_digest_teams_team_id")),
        sa.PrimaryKeyConstraint("digest_id", "team_id", name=op.f("pk_digest_teams")),
    )
    _table(
        "digest_items",
        sa.Column("edition_id", NUMBER, nullable=False),
        sa.Column("section", sa.String(length=16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("item_id", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["edition_id"], ["digest_editions.id"], name=op.f("fk_digest_items_edition_id")),
        sa.PrimaryKeyConstraint("edition_id", "section", "position", name=op.f("pk_digest_items")),
    )


def _create_indexes() -> None:
    _index("digest_items", ["item_id", "kind"])
    _index("area_events", ["workspace_id", "at"])
    _index("checkin_rounds", ["checkin_id", "closed_at"])
    _index("decisions", ["workspace_id", "closed_at"])
    _index("decisions", ["workspace_id", "decided_at"])
    for name, (table, columns, where) in PARTIAL.items():
        op.create_index(name, table, ["workspace_id", *columns], sqlite_where=where, postgresql_where=where)


def _table(name: str, *parts: SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("workspace_id", NUMBER, nullable=False),
        *parts,
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f(f"fk_{name}_workspace_id")),
    )


def _named(table: str, columns: Sequence[str]) -> str:
    return op.f(f"ix_{table}_{'_'.join(columns)}")


def _index(table: str, columns: Sequence[str]) -> None:
    op.create_index(_named(table, columns), table, columns)


# What is measured from now on is read from the history of the requests that can still be counted: those that were
# answered in the last twelve weeks, and those that wait for an answer. The agreed time is the one that holds today.

REQUESTS = sa.table(
    "requests",
    sa.column("id", NUMBER),
    sa.column("to_team_id", NUMBER),
    sa.column("answer_by", MOMENT),
    sa.column("answer_left", sa.Integer()),
    sa.column("asked_at", MOMENT),
    sa.column("answered_at", MOMENT),
    sa.column("answered_after", sa.Integer()),
    sa.column("answered_in_time", sa.Boolean()),
)
EVENTS = sa.table(
    "request_events",
    sa.column("id", NUMBER),
    sa.column("request_id", NUMBER),
    sa.column("at", MOMENT),
    sa.column("verb", sa.String()),
)
TEAMS = sa.table(
    "teams",
    sa.column("id", NUMBER),
    sa.column("tz", sa.String()),
    sa.column("weekdays", sa.String()),
    sa.column("starts", sa.Time()),
    sa.column("ends", sa.Time()),
    sa.column("country", sa.String()),
    sa.column("answer_minutes", sa.Integer()),
)


def _measure_what_is_there(connection: sa.Connection) -> None:
    newest = connection.scalar(sa.select(sa.func.max(EVENTS.c.at)))
    if newest is None:
        return
    teams = {team.id: team for team in connection.execute(sa.select(TEAMS))}
    measured = [_measured(teams[lines[0].to_team_id], lines) for lines in _histories(connection, newest - LOOKED_BACK)]
    if measured:
        changed = sa.update(REQUESTS).where(REQUESTS.c.id == sa.bindparam("request"))
        connection.execute(changed, measured)


def _histories(connection: sa.Connection, since: datetime) -> Iterable[list[Any]]:
    """The lines of each request, oldest first."""
    answered = sa.select(EVENTS.c.request_id).where(EVENTS.c.at >= since, EVENTS.c.verb.in_(ANSWERS))
    waiting = sa.or_(REQUESTS.c.answer_by.is_not(None), REQUESTS.c.answer_left.is_not(None))
    lines = (
        sa.select(EVENTS.c.request_id, EVENTS.c.at, EVENTS.c.verb, REQUESTS.c.to_team_id)
        .join(REQUESTS, REQUESTS.c.id == EVENTS.c.request_id)
        .where(sa.or_(waiting, REQUESTS.c.id.in_(answered)))
        .order_by(EVENTS.c.request_id, EVENTS.c.id)
    )
    for _, each in groupby(connection.execute(lines), attrgetter("request_id")):
        yield list(each)


def _measured(team: sa.Row[Any], lines: Sequence[Any]) -> dict[str, Any]:
    """What the columns say, had they been there all the time."""
    hours = WorkingTime(ZoneInfo(team.tz), frozenset(map(int, team.weekdays)), team.starts, team.ends, team.country)
    allowed = team.answer_minutes * MINUTE if team.answer_minutes else hours.working_day
    asked_at: datetime | None = None
    answered_at: datetime | None = None
    after, ran, is_waiting = 0, timedelta(), False
    for line in lines:
        if line.verb in ASKS:
            asked_at, answered_at, is_waiting = line.at, None, True
            after, ran = 0, timedelta()
        elif is_waiting and line.verb in GOES_ON:
            asked_at = line.at
        elif is_waiting and line.verb in STOPS | ANSWERS | {"withdraw"}:
            spell = hours.between(asked_at, line.at) if asked_at else timedelta()
            after, ran, asked_at = after + int(spell / MINUTE), ran + spell, None
            is_waiting = line.verb in STOPS
            answered_at = line.at if line.verb in ANSWERS else None
    return {
        "request": lines[0].request_id,
        "asked_at": asked_at,
        "answered_at": answered_at,
        "answered_after": after,
        "answered_in_time": ran <= allowed,
    }
