"""Keys in one form, words that are written in parts, and two more names by which people are found."""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op
from sqlalchemy.orm import Session

from slackapp.ids import WorkspaceId
from slackapp.models import decision_search
from slackapp.normalization import WITHIN, bare, key
from slackapp.queries import stems
from slackapp.queries.decisions.search import mark_of

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

KEYED = {"teams": 60, "areas": 120}
"""Tables whose rows are known by the key of their name, and how long it may be."""


def upgrade() -> None:
    """The version before goes on with all of it: it compares the same keys, and leaves the new columns empty."""
    for name in ("real_name", "email"):
        op.add_column("people", sa.Column(name, sa.String(255), nullable=True))
    for table, longest in KEYED.items():
        _fold_names(table, longest)
    _fold_customers()
    _find_in_parts()


def downgrade() -> None:
    """Keys and words stay: both versions compare them in the same way."""
    for name in ("email", "real_name"):
        with op.batch_alter_table("people") as people:
            people.drop_column(name)


def _fold_names(table: str, longest: int) -> None:
    """Two that look alike had two keys; the older one gets the common key, and both keep their names."""
    rows = sa.table(table, sa.column("id"), sa.column("workspace_id"), sa.column("name"), sa.column("key"))
    found = op.get_bind().execute(sa.select(rows).order_by(rows.c.id)).all()
    taken = {(row.workspace_id, row.key) for row in found}
    for row in found:
        new = key(row.name)
        if (row.workspace_id, new) not in taken and len(new) <= longest:
            taken.add((row.workspace_id, new))
            op.execute(rows.update().where(rows.c.id == row.id).values(key=new))


def _fold_customers() -> None:
    rows = sa.table("requests", sa.column("id"), sa.column("customer"), sa.column("customer_key"))
    for row in op.get_bind().execute(sa.select(rows).where(rows.c.customer != "")).all():
        if (new := key(row.customer)[:200]) != row.customer_key:
            op.execute(rows.update().where(rows.c.id == row.id).values(customer_key=new))


def _find_in_parts() -> None:
    session = Session(bind=op.get_bind())
    for decision_id, workspace_id, text in _texts():
        if not text.isascii() or WITHIN.search(bare(text)):
            decision_search.keep(session, decision_id, [mark_of(workspace_id), *stems.kept(text)])
    session.flush()


def _texts() -> Iterator[tuple[int, WorkspaceId, str]]:
    """All versions of each decision in one text."""
    names = ("decision_id", "workspace_id", "title", "text", "context", "options")
    rows = sa.table("decision_versions", *(sa.column(name) for name in names))
    texts: dict[tuple[int, WorkspaceId], list[str]] = {}
    for row in op.get_bind().execute(sa.select(rows)):
        texts.setdefault((row.decision_id, WorkspaceId(row.workspace_id)), []).append(
            f"{row.title} {row.text} {row.context} {row.options}"
        )
    yield from ((decision_id, workspace_id, " ".join(some)) for (decision_id, workspace_id), some in texts.items())
