"""What the background jobs could not do, and try again later."""

import sqlalchemy as sa
from alembic import op

import slackapp.database

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = slackapp.database.UtcDateTime(timezone=True)


def upgrade() -> None:
    """A table of its own: the version before does not notice it."""
    op.create_table(
        "quarantine",
        sa.Column("job", sa.String(32), nullable=False),
        sa.Column("ref", sa.String(128), nullable=False),
        sa.Column("reason", sa.String(255), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("failed_at", MOMENT, nullable=False),
        sa.Column("not_before", MOMENT, nullable=False),
        sa.Column("workspace_id", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_quarantine_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", "job", "ref", name=op.f("pk_quarantine")),
    )


def downgrade() -> None:
    """Everything in it is tried again."""
    op.drop_table("quarantine")
