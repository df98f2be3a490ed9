"""Pictures that were handed in to Slack."""

import sqlalchemy as sa
from alembic import op

import slackapp.database

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """A table of its own: the version before does not notice it."""
    op.create_table(
        "uploads",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("file_id", sa.String(32), nullable=False),
        sa.Column("at", slackapp.database.UtcDateTime(timezone=True), nullable=False),
        sa.Column("workspace_id", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_uploads_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", "key", name=op.f("pk_uploads")),
    )


def downgrade() -> None:
    """The pictures stay in Slack; they would be handed in once more."""
    op.drop_table("uploads")
