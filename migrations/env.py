"""How Alembic runs here: one metadata for both databases, on the connection that the app hands over."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import JSON, Enum

from slackapp import models  # noqa: F401 - registers the tables
from slackapp.config import Settings
from slackapp.database import connect
from slackapp.models.base import Base


def _shown(kind: str, item: object, _: AutogenContext) -> str | Literal[False]:
    """Words and JSON as the database knows them, not as the code of the day does."""
    if kind == "type" and isinstance(item, Enum):
        return f"sa.String(length={item.length})"
    if kind == "type" and isinstance(item, JSON):
        return 'sa.JSON().with_variant(postgresql.JSONB(), "postgresql")'
    return False


def _is_described(name: str | None, kind: str, _: object) -> bool:
    """Whether Alembic can compare it: full-text search is made by each database's own means."""
    return kind != "table" or "_search" not in (name or "")


def run() -> None:
    """Migrate on the given connection; from the command line, on the one the settings name."""
    connection = context.config.attributes.get("connection")
    if connection is None:
        connection = connect(Settings().database_url).connect()
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        render_item=_shown,
        include_name=_is_described,
    )
    with context.begin_transaction():
        context.run_migrations()


run()
