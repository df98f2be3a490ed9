"""Schedules and what became of each of their times."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

import slackapp.database

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Bring the tables to this version."""
    op.create_table(
        "schedules",
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("ref", BIG_ID, nullable=False),
        sa.Column("tz", sa.String(length=64), nullable=False),
        sa.Column("scope", sa.String(length=16), nullable=False),
        sa.Column("rule", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("weekdays", sa.String(length=7), nullable=False),
        sa.Column("country", sa.String(length=16), nullable=True),
        sa.Column("grace_s", sa.Integer(), nullable=False),
        sa.Column("next_slot", sa.String(length=16), nullable=True),
        sa.Column("next_run_at", slackapp.database.UtcDateTime(), nullable=True),
        sa.Column("paused_at", slackapp.database.UtcDateTime(), nullable=True),
        sa.Column("tzdata_version", sa.String(length=64), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("workspace_id", BIG_ID, nullable=False),
        sa.Column("id", BIG_ID, nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_schedules_workspace_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schedules")),
        sa.UniqueConstraint("workspace_id", "kind", "ref", "tz", name=op.f("uq_schedules_workspace_id_kind_ref_tz")),
    )
    due = sa.text("next_run_at IS NOT NULL")
    op.create_index("ix_schedules_due", "schedules", ["next_run_at", "id"], sqlite_where=due, postgresql_where=due)
    op.create_table(
        "occurrences",
        sa.Column("schedule_id", BIG_ID, nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("ref", BIG_ID, nullable=False),
        sa.Column("member", sa.String(length=32), nullable=False),
        sa.Column("slot", sa.String(length=16), nullable=False),
        sa.Column("due_at", slackapp.database.UtcDateTime(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("late_s", sa.Integer(), nullable=False),
        sa.Column("workspace_id", BIG_ID, nullable=False),
        sa.Column("id", BIG_ID, nullable=False),
        sa.ForeignKeyConstraint(["schedule_id"], ["schedules.id"], name=op.f("fk_occurrences_schedule_id")),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_occurrences_workspace_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_occurrences")),
        sa.UniqueConstraint("schedule_id", "member", "slot", name=op.f("uq_occurrences_schedule_id_member_slot")),
    )
    personal = sa.text("member != ''")
    op.create_index(
        "ux_occurrences_member",
        "occurrences",
        ["workspace_id", "kind", "ref", "member", "slot"],
        unique=True,
        sqlite_where=personal,
        postgresql_where=personal,
    )


def downgrade() -> None:
    """Bring the tables back to the version before."""
    op.drop_table("occurrences")
    op.drop_table("schedules")
