"""A row that is written to find out whether the database takes a write."""

import sqlalchemy as sa
from alembic import op

import slackapp.database

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A table of its own: the version before does not notice it."""
    op.create_table(
        "heartbeats",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", slackapp.database.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_heartbeats")),
    )


def downgrade() -> None:
    """Nothing is lost by it."""
    op.drop_table("heartbeats")
