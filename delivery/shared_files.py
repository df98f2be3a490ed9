"""The files of messages, remembered by Slack's ids: a message that shares files takes no key to be found by."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.database import insert_new
from slackapp.ids import WorkspaceId
from slackapp.models.uploads import Upload


def note(session: Session, workspace_id: WorkspaceId, key: str, file_ids: Sequence[str]) -> None:
    """These files were handed in for the message with this key, and are about to be shared."""
    for file_id in file_ids:
        named = {"key": f"{key}:{file_id}"[:64], "file_id": file_id}
        insert_new(session, Upload, workspace_id=workspace_id, **named, at=now(session))


def of(session: Session, workspace_id: WorkspaceId, key: str) -> frozenset[str]:
    """All files that were handed in for it, in each attempt."""
    theirs = select(Upload.file_id).where(
        Upload.workspace_id == workspace_id, Upload.key > f"{key}:", Upload.key < f"{key};"
    )
    return frozenset(session.scalars(theirs))
