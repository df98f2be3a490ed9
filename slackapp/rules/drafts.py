"""What an open form knows besides what is typed in it. The form itself carries only a short key."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.database import insert_new
from slackapp.ids import WorkspaceId
from slackapp.models.inbox import Draft


def keep(session: Session, workspace_id: WorkspaceId, key: str, about: Mapping[str, str]) -> None:
    """Remember what a form is about, until it is sent or a week has passed."""
    insert_new(session, Draft, workspace_id=workspace_id, key=key, at=now(session), about=dict(about))


def take(session: Session, workspace_id: WorkspaceId, key: str) -> Mapping[str, str]:
    """What was remembered; nothing where the form knew nothing."""
    draft = session.get(Draft, (workspace_id, key))
    return draft.about if draft else {}
