"""Under fire: held messages, bundles, looks that go on where they stopped, and quiet times."""

from typing import Any

import sqlalchemy as sa
from alembic import op

import slackapp.database

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

MOMENT = slackapp.database.UtcDateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Only what the version before does not notice: both may run side by side."""
    with op.batch_alter_table("outbox") as outbox:
        outbox.add_column(sa.Column("bundle", sa.String(length=255), nullable=True))
        outbox.add_column(sa.Column("looked_to", sa.Text(), nullable=True))
        outbox.add_column(sa.Column("told_at", MOMENT, nullable=True))
    with op.batch_alter_table("lanes") as lanes:
        lanes.add_column(sa.Column("looked_at", MOMENT, nullable=True))
    with op.batch_alter_table("gates") as gates:
        gates.add_column(sa.Column("shut_at", MOMENT, nullable=True))
        gates.add_column(sa.Column("lifted_at", MOMENT, nullable=True))
    _table("readings", sa.Column("not_before", MOMENT, nullable=False))
    _table("budgets", sa.Column("direct_messages", sa.Integer(), nullable=False))
    user = sa.Column("user_id", sa.String(length=32), nullable=False)
    _table("quiet_times", user, sa.Column("until", MOMENT, nullable=False))


def downgrade() -> None:
    """Back to the version before; what was held is sent as usual."""
    for table in ("quiet_times", "budgets", "readings"):
        op.drop_table(table)
    _release_what_is_held()
    with op.batch_alter_table("gates") as gates:
        gates.drop_column("lifted_at")
        gates.drop_column("shut_at")
    with op.batch_alter_table("lanes") as lanes:
        lanes.drop_column("looked_at")
    with op.batch_alter_table("outbox") as outbox:
        for column in ("told_at", "looked_to", "bundle"):
            outbox.drop_column(column)


def _table(name: str, *columns: sa.Column[Any]) -> None:
    workspace = sa.Column("workspace_id", NUMBER, nullable=False)
    key = [column.name for column in (workspace, *columns) if column.name in {"workspace_id", "user_id"}]
    op.create_table(
        name,
        *columns,
        workspace,
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f(f"fk_{name}_workspace_id")),
        sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{name}")),
    )


def _release_what_is_held() -> None:
    held = "SELECT count(*) FROM outbox WHERE outbox.lane_id = lanes.id AND outbox.state = 'held'"
    op.execute(f"UPDATE lanes SET pending = pending + ({held})")  # noqa: S608 - our own words
    op.execute("UPDATE outbox SET state = 'pending' WHERE state = 'held'")
