"""Numbers short enough to say aloud: R-12, D-7.

Gapless, since the counter's row stays locked until the commit; only a restore skips many (slackapp/incarnations.py).
"""

from sqlalchemy import update
from sqlalchemy.orm import Session

from slackapp import incarnations
from slackapp.database import insert_new
from slackapp.ids import WorkspaceId
from slackapp.models.workspaces import Counter


def next_number(session: Session, workspace_id: WorkspaceId, kind: str) -> int:
    """The next number of this kind of item in a workspace, beginning at 1."""
    insert_new(session, Counter, workspace_id=workspace_id, kind=kind, last=incarnations.numbers_begin(session))
    counted = (
        update(Counter)
        .where(Counter.workspace_id == workspace_id, Counter.kind == kind)
        .values(last=Counter.last + 1)
        .returning(Counter.last)
    )
    return session.scalars(counted).one()
