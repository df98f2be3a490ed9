"""Areas: who owns what, the questions that keep it true, and its history."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

import slackapp.database

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

MOMENT = slackapp.database.UtcDateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """New tables only: the version before does not notice them."""
    op.create_table(
        "area_rounds",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("is_rhythm", sa.Boolean(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("workspace_id", NUMBER, nullable=False),
        sa.Column("id", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_area_rounds_workspace_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_area_rounds")),
    )
    op.create_index(
        op.f("ix_area_rounds_workspace_id_person_id_asked_at"), "area_rounds", ["workspace_id", "person_id", "asked_at"]
    )

    op.create_table(
        "areas",
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("team_id", NUMBER, nullable=False),
        sa.Column("other_team_id", NUMBER, nullable=True),
        sa.Column("channel_id", sa.String(length=32), nullable=True),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("links", sa.Text(), nullable=False),
        sa.Column("every_days", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.String(length=32), nullable=True),
        sa.Column("owner_in_team", sa.Boolean(), nullable=False),
        sa.Column("owner_left", sa.Boolean(), nullable=False),
        sa.Column("backup_id", sa.String(length=32), nullable=True),
        sa.Column("wants_backup", sa.Boolean(), nullable=False),
        sa.Column("confirmed_at", MOMENT, nullable=True),
        sa.Column("next_due", sa.Date(), nullable=False),
        sa.Column("asks", sa.String(length=16), nullable=True),
        sa.Column("with_lead", sa.Boolean(), nullable=False),
        sa.Column("lapsed_at", MOMENT, nullable=True),
        sa.Column("retired_at", MOMENT, nullable=True),
        sa.Column("offered_to", sa.String(length=32), nullable=True),
        sa.Column("offered_by", sa.String(length=32), nullable=True),
        sa.Column("offered_until", MOMENT, nullable=True),
        sa.Column("offered_team_id", NUMBER, nullable=True),
        sa.Column("workspace_id", NUMBER, nullable=False),
        sa.Column("id", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["offered_team_id"], ["teams.id"], name=op.f("fk_areas_offered_team_id")),
        sa.ForeignKeyConstraint(["other_team_id"], ["teams.id"], name=op.f("fk_areas_other_team_id")),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_areas_team_id")),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_areas_workspace_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_areas")),
        sa.UniqueConstraint("workspace_id", "key", name=op.f("uq_areas_workspace_id_key")),
    )
    op.create_index(op.f("ix_areas_workspace_id_next_due"), "areas", ["workspace_id", "next_due"])
    op.create_index(op.f("ix_areas_workspace_id_owner_id"), "areas", ["workspace_id", "owner_id"])
    op.create_index(op.f("ix_areas_workspace_id_team_id"), "areas", ["workspace_id", "team_id"])

    op.create_table(
        "area_events",
        sa.Column("area_id", NUMBER, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("by", sa.String(length=32), nullable=True),
        sa.Column("verb", sa.String(length=16), nullable=False),
        sa.Column("before", sa.String(length=16), nullable=False),
        sa.Column("after", sa.String(length=16), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("about", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("workspace_id", NUMBER, nullable=False),
        sa.Column("id", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["areas.id"], name=op.f("fk_area_events_area_id")),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_area_events_workspace_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_area_events")),
    )
    op.create_index(op.f("ix_area_events_area_id_id"), "area_events", ["area_id", "id"])

    op.create_table(
        "area_questions",
        sa.Column("round_id", NUMBER, nullable=False),
        sa.Column("area_id", NUMBER, nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("why", sa.String(length=16), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("snag", sa.String(length=16), nullable=True),
        sa.Column("workspace_id", NUMBER, nullable=False),
        sa.Column("id", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["areas.id"], name=op.f("fk_area_questions_area_id")),
        sa.ForeignKeyConstraint(["round_id"], ["area_rounds.id"], name=op.f("fk_area_questions_round_id")),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_area_questions_workspace_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_area_questions")),
    )
    op.create_index(op.f("ix_area_questions_area_id_is_open"), "area_questions", ["area_id", "is_open"])
    op.create_index(op.f("ix_area_questions_person_id_is_open"), "area_questions", ["person_id", "is_open"])
    op.create_index(op.f("ix_area_questions_round_id"), "area_questions", ["round_id"])


def downgrade() -> None:
    """Back to the version before, without areas."""
    for table in ("area_questions", "area_events", "areas", "area_rounds"):
        op.drop_table(table)
