"""Decisions, and the words by which they are found."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

import slackapp.database

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = ("decision_concerns", "decision_events", "decision_versions", "decision_voices", "decisions")


def upgrade() -> None:
    """Bring the tables to this version."""
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.String(length=32), nullable=False),
        sa.Column("driver_id", sa.String(length=32), nullable=False),
        sa.Column("decider_id", sa.String(length=32), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("context", sa.Text(), nullable=False),
        sa.Column("options", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("is_reversible", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("until_at", slackapp.database.UtcDateTime(timezone=True), nullable=True),
        sa.Column("silence_counts", sa.Boolean(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("stale_since", slackapp.database.UtcDateTime(timezone=True), nullable=True),
        sa.Column("turned_out", sa.Text(), nullable=False),
        sa.Column("proposed_at", slackapp.database.UtcDateTime(timezone=True), nullable=False),
        sa.Column("decided_at", slackapp.database.UtcDateTime(timezone=True), nullable=True),
        sa.Column("closed_at", slackapp.database.UtcDateTime(timezone=True), nullable=True),
        sa.Column("replaces_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("superseded_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("source_channel", sa.String(length=32), nullable=True),
        sa.Column("source_thread", sa.String(length=32), nullable=True),
        sa.Column("source_url", sa.Text(), nullable=False),
        sa.Column("source_author_id", sa.String(length=32), nullable=True),
        sa.Column("workspace_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["replaces_id"], ["decisions.id"], name=op.f("fk_decisions_replaces_id")),
        sa.ForeignKeyConstraint(["superseded_by_id"], ["decisions.id"], name=op.f("fk_decisions_superseded_by_id")),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_decisions_workspace_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
        sa.UniqueConstraint("workspace_id", "number", name=op.f("uq_decisions_workspace_id_number")),
    )
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decisions_superseded_by_id"), ["superseded_by_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_decisions_workspace_id_decider_id"), ["workspace_id", "decider_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_decisions_workspace_id_driver_id"), ["workspace_id", "driver_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_decisions_workspace_id_state_id"), ["workspace_id", "state", "id"], unique=False
        )

    op.create_table(
        "decision_concerns",
        sa.Column("decision_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("team_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("channel_id", sa.String(length=32), nullable=True),
        sa.Column("seen_at", slackapp.database.UtcDateTime(timezone=True), nullable=True),
        sa.Column("workspace_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.id"], name=op.f("fk_decision_concerns_decision_id")),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_decision_concerns_team_id")),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_decision_concerns_workspace_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision_concerns")),
    )
    with op.batch_alter_table("decision_concerns", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_concerns_decision_id"), ["decision_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_decision_concerns_workspace_id_channel_id"), ["workspace_id", "channel_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_decision_concerns_workspace_id_team_id"), ["workspace_id", "team_id"], unique=False
        )

    op.create_table(
        "decision_events",
        sa.Column("decision_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", slackapp.database.UtcDateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=True),
        sa.Column("verb", sa.String(length=16), nullable=False),
        sa.Column("before", sa.String(length=16), nullable=False),
        sa.Column("after", sa.String(length=16), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("about", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("workspace_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.id"], name=op.f("fk_decision_events_decision_id")),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_decision_events_workspace_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision_events")),
    )
    with op.batch_alter_table("decision_events", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_events_decision_id_id"), ["decision_id", "id"], unique=False)

    op.create_table(
        "decision_versions",
        sa.Column("decision_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("at", slackapp.database.UtcDateTime(timezone=True), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("context", sa.Text(), nullable=False),
        sa.Column("options", sa.Text(), nullable=False),
        sa.Column("workspace_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.id"], name=op.f("fk_decision_versions_decision_id")),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_decision_versions_workspace_id")),
        sa.PrimaryKeyConstraint("decision_id", "number", name=op.f("pk_decision_versions")),
    )

    op.create_table(
        "decision_voices",
        sa.Column("decision_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.Column("stance", sa.String(length=16), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("answered_at", slackapp.database.UtcDateTime(timezone=True), nullable=True),
        sa.Column("stand_in_id", sa.String(length=32), nullable=True),
        sa.Column("workspace_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.id"], name=op.f("fk_decision_voices_decision_id")),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_decision_voices_workspace_id")),
        sa.PrimaryKeyConstraint("decision_id", "user_id", name=op.f("pk_decision_voices")),
    )
    with op.batch_alter_table("decision_voices", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_decision_voices_workspace_id_user_id"), ["workspace_id", "user_id"], unique=False
        )

    _create_search()


def downgrade() -> None:
    """Bring them back to the version before."""
    op.drop_table("decision_search")
    for table in TABLES:
        op.drop_table(table)


def _create_search() -> None:
    # Each database by its own means: neither is a table that Alembic could describe.
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE decision_search USING fts5(words, tokenize = 'unicode61 remove_diacritics 0', "
            "detail = none, prefix = '3 4 5')"
        )
        return
    op.execute(
        "CREATE TABLE decision_search (decision_id BIGINT CONSTRAINT pk_decision_search PRIMARY KEY "
        "CONSTRAINT fk_decision_search_decision_id REFERENCES decisions, words TSVECTOR NOT NULL)"
    )
    op.execute("CREATE INDEX ix_decision_search_words ON decision_search USING gin (words)")
