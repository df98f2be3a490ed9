"""The lives of the database, so that a restore is noticed."""

import sqlalchemy as sa
from alembic import op

import slackapp.database

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """A table of its own: the version before does not notice it. The first life is written down at the next start."""
    op.create_table(
        "incarnations",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("began_at", slackapp.database.UtcDateTime(timezone=True), nullable=False),
        sa.Column("lost_from", slackapp.database.UtcDateTime(timezone=True), nullable=True),
        sa.Column("place", sa.String(128), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incarnations")),
    )


def downgrade() -> None:
    """Ids and numbers stay ahead; only when it was restored is forgotten."""
    op.drop_table("incarnations")
