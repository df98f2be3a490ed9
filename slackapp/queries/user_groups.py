"""The user groups of a workspace."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import Actor, GroupId
from slackapp.models.people import UserGroup
from slackapp.normalization import joined
from slackapp.permissions.viewer import viewer


@dataclass(frozen=True)
class UserGroupChoice:
    """A user group that can be chosen."""

    id: GroupId
    handle: str
    name: str


def search(session: Session, who: Actor, words: str, limit: int = 100) -> Sequence[UserGroupChoice]:
    """The groups in use whose handle or name contains these words; a guest is offered none."""
    if not viewer(session, who).is_member:
        return ()
    said = joined(words.strip().removeprefix("@"))
    found = select(UserGroup).where(UserGroup.workspace_id == who.workspace_id, UserGroup.is_disabled.is_(False))
    rows = session.scalars(found.order_by(UserGroup.handle))
    fitting = (row for row in rows if said in joined(row.handle) or said in joined(row.name))
    return [UserGroupChoice(row.group_id, row.handle, row.name) for row in islice(fitting, limit)]
