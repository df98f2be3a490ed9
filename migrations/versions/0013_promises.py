"""Why a silence was no consent, since when an answer is missing, and who was in which team in a round."""

import sqlalchemy as sa
from alembic import op

import slackapp.database

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Columns that may be empty: the version before does not notice them."""
    op.add_column("decision_voices", sa.Column("unheard", sa.String(16), nullable=True))
    op.add_column("requests", sa.Column("missed_at", slackapp.database.UtcDateTime(timezone=True), nullable=True))
    op.add_column("checkin_entries", sa.Column("team", sa.Text(), nullable=True))


def downgrade() -> None:
    """What was kept there is lost."""
    op.drop_column("checkin_entries", "team")
    op.drop_column("requests", "missed_at")
    op.drop_column("decision_voices", "unheard")
