"""Check-ins: what is asked of whom, the rounds and their answers; and who is away when."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

import slackapp.database

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

MOMENT = slackapp.database.UtcDateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """New tables only: the version before does not notice them."""
    op.create_table(
        "absences",
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("is_away", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(length=16), nullable=False),
        sa.Column("workspace_id", NUMBER, nullable=False),
        sa.Column("id", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_absences_workspace_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absences")),
    )
    with op.batch_alter_table("absences") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_absences_workspace_id_user_id_last_day"),
            ["workspace_id", "user_id", "last_day"],
            unique=False,
        )

    op.create_table(
        "checkins",
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("owner_id", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("channel_id", sa.String(length=32), nullable=False),
        sa.Column("group_id", sa.String(length=32), nullable=True),
        sa.Column("from_channel", sa.String(length=32), nullable=True),
        sa.Column("every", sa.String(length=16), nullable=False),
        sa.Column("weekdays", sa.String(length=7), nullable=False),
        sa.Column("at", sa.Time(), nullable=False),
        sa.Column("tz", sa.String(length=64), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("open_minutes", sa.Integer(), nullable=False),
        sa.Column("is_anonymous", sa.Boolean(), nullable=False),
        sa.Column("is_live", sa.Boolean(), nullable=False),
        sa.Column("workspace_id", NUMBER, nullable=False),
        sa.Column("id", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_checkins_workspace_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checkins")),
    )
    with op.batch_alter_table("checkins") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_checkins_workspace_id_channel_id"), ["workspace_id", "channel_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_checkins_workspace_id_owner_id"), ["workspace_id", "owner_id"], unique=False
        )

    op.create_table(
        "checkin_people",
        sa.Column("checkin_id", NUMBER, nullable=False),
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("workspace_id", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["checkin_id"], ["checkins.id"], name=op.f("fk_checkin_people_checkin_id")),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_checkin_people_workspace_id")),
        sa.PrimaryKeyConstraint("checkin_id", "user_id", name=op.f("pk_checkin_people")),
    )
    with op.batch_alter_table("checkin_people") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_checkin_people_workspace_id_user_id"), ["workspace_id", "user_id"], unique=False
        )

    op.create_table(
        "checkin_questions",
        sa.Column("checkin_id", NUMBER, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("choices", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("retired_at", MOMENT, nullable=True),
        sa.Column("workspace_id", NUMBER, nullable=False),
        sa.Column("id", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["checkin_id"], ["checkins.id"], name=op.f("fk_checkin_questions_checkin_id")),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_checkin_questions_workspace_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checkin_questions")),
    )
    with op.batch_alter_table("checkin_questions") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_checkin_questions_checkin_id_place"), ["checkin_id", "place"], unique=False
        )

    op.create_table(
        "checkin_rests",
        sa.Column("checkin_id", NUMBER, nullable=False),
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("workspace_id", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["checkin_id"], ["checkins.id"], name=op.f("fk_checkin_rests_checkin_id")),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_checkin_rests_workspace_id")),
        sa.PrimaryKeyConstraint("checkin_id", "user_id", name=op.f("pk_checkin_rests")),
    )
    op.create_table(
        "checkin_rounds",
        sa.Column("checkin_id", NUMBER, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("closes_at", MOMENT, nullable=False),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.Column("asks", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("workspace_id", NUMBER, nullable=False),
        sa.Column("id", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["checkin_id"], ["checkins.id"], name=op.f("fk_checkin_rounds_checkin_id")),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_checkin_rounds_workspace_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checkin_rounds")),
        sa.UniqueConstraint("checkin_id", "day", name=op.f("uq_checkin_rounds_checkin_id_day")),
    )
    op.create_table(
        "checkin_teams",
        sa.Column("checkin_id", NUMBER, nullable=False),
        sa.Column("team_id", NUMBER, nullable=False),
        sa.Column("workspace_id", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["checkin_id"], ["checkins.id"], name=op.f("fk_checkin_teams_checkin_id")),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_checkin_teams_team_id")),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_checkin_teams_workspace_id")),
        sa.PrimaryKeyConstraint("checkin_id", "team_id", name=op.f("pk_checkin_teams")),
    )
    op.create_table(
        "checkin_answers",
        sa.Column("round_id", NUMBER, nullable=False),
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.Column("question_id", NUMBER, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("number", sa.Float(), nullable=True),
        sa.Column("team_id", NUMBER, nullable=True),
        sa.Column("request_id", NUMBER, nullable=True),
        sa.Column("workspace_id", NUMBER, nullable=False),
        sa.Column("id", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["question_id"], ["checkin_questions.id"], name=op.f("fk_checkin_answers_question_id")),
        sa.ForeignKeyConstraint(["request_id"], ["requests.id"], name=op.f("fk_checkin_answers_request_id")),
        sa.ForeignKeyConstraint(["round_id"], ["checkin_rounds.id"], name=op.f("fk_checkin_answers_round_id")),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_checkin_answers_team_id")),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_checkin_answers_workspace_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checkin_answers")),
        sa.UniqueConstraint(
            "round_id", "user_id", "question_id", name=op.f("uq_checkin_answers_round_id_user_id_question_id")
        ),
    )
    with op.batch_alter_table("checkin_answers") as batch_op:
        batch_op.create_index(batch_op.f("ix_checkin_answers_request_id"), ["request_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_checkin_answers_workspace_id_user_id"), ["workspace_id", "user_id"], unique=False
        )

    op.create_table(
        "checkin_entries",
        sa.Column("round_id", NUMBER, nullable=False),
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.Column("progress", sa.String(length=16), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=True),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("workspace_id", NUMBER, nullable=False),
        sa.Column("id", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["checkin_rounds.id"], name=op.f("fk_checkin_entries_round_id")),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_checkin_entries_workspace_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checkin_entries")),
        sa.UniqueConstraint("round_id", "user_id", name=op.f("uq_checkin_entries_round_id_user_id")),
    )
    with op.batch_alter_table("checkin_entries") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_checkin_entries_workspace_id_user_id"), ["workspace_id", "user_id"], unique=False
        )

    op.create_table(
        "checkin_voices",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("round_id", NUMBER, nullable=False),
        sa.Column("question_id", NUMBER, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("number", sa.Float(), nullable=True),
        sa.Column("workspace_id", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["question_id"], ["checkin_questions.id"], name=op.f("fk_checkin_voices_question_id")),
        sa.ForeignKeyConstraint(["round_id"], ["checkin_rounds.id"], name=op.f("fk_checkin_voices_round_id")),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_checkin_voices_workspace_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checkin_voices")),
    )
    with op.batch_alter_table("checkin_voices") as batch_op:
        batch_op.create_index(batch_op.f("ix_checkin_voices_round_id"), ["round_id"], unique=False)


def downgrade() -> None:
    """Bring them back to the version before."""
    op.drop_table("checkin_voices")
    op.drop_table("checkin_entries")
    op.drop_table("checkin_answers")
    op.drop_table("checkin_teams")
    op.drop_table("checkin_rounds")
    op.drop_table("checkin_rests")
    op.drop_table("checkin_questions")
    op.drop_table("checkin_people")
    op.drop_table("checkins")
    op.drop_table("absences")
