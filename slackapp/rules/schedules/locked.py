from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import WorkspaceId
from slackapp.models.schedules import Schedule


def locked(session: Session, workspace_id: WorkspaceId, kind: str, ref: int) -> list[Schedule]:
    """The schedules of a thing, held until the commit: no tick and no other change comes between."""
    theirs = select(Schedule).where(Schedule.workspace_id == workspace_id, Schedule.kind == kind, Schedule.ref == ref)
    # In the order of their numbers, as a tick takes them: nobody waits for each other.
    held = theirs.order_by(Schedule.id).with_for_update().execution_options(populate_existing=True)
    found: list[Schedule] = []
    # While we waited for one, a tick may have added another, for somebody who moved: look until there is none.
    while len(more := list(session.scalars(held))) > len(found):
        found = more
    return found
