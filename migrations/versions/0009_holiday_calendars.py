"""Whose holidays somebody keeps, and parts of countries that have holidays of their own."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Both may be left out, as the version before does: the country's holidays hold then."""
    op.add_column("teams", sa.Column("subdivision", sa.String(32), nullable=True))
    op.add_column("people", sa.Column("calendar", sa.String(40), nullable=True))


def downgrade() -> None:
    """Teams keep the holidays of their country, people those of their zone."""
    op.drop_column("people", "calendar")
    op.drop_column("teams", "subdivision")
