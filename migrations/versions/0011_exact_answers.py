"""Numbers in answers as they were written, and whose message something came from where no link leads to it."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ADDED = (
    ("checkin_answers", "amount", sa.String(64)),
    ("checkin_voices", "amount", sa.String(64)),
    ("requests", "source_author_id", sa.String(32)),
    ("decisions", "source_ts", sa.String(32)),
)


def upgrade() -> None:
    """Columns that may be empty: the version before does not notice them."""
    for table, column, kind in ADDED:
        op.add_column(table, sa.Column(column, kind))


def downgrade() -> None:
    """Of a number stays the nearest floating point, of a message that has no link only where it stood."""
    for table, column, _kind in ADDED:
        op.drop_column(table, column)
