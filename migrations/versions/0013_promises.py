"""What promises need to be kept: why a silence was no consent."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Columns that may be empty: the version before does not notice them."""
    op.add_column("decision_voices", sa.Column("unheard", sa.String(16), nullable=True))


def downgrade() -> None:
    """What was kept there is lost."""
    op.drop_column("decision_voices", "unheard")
