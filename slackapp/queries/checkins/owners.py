"""What is said about a check-in itself: who owns it now, and that it has no owner."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import UserId, WorkspaceId
from slackapp.models.checkins import Checkin
from slackapp.models.people import Person
from slackapp.permissions import checkins as permissions
from slackapp.queries.people import name_of


@dataclass(frozen=True)
class Owned:
    """A check-in, whose it is, and whose it was. `is_orphan` until somebody has taken it over.

    `has_account` tells whether the former owner is still there, and only cannot look after it any more.
    """

    checkin_id: int
    name: str
    owner: str
    former: str
    is_orphan: bool
    has_account: bool = False


def owned(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> Owned | None:
    """None where it was deleted. `former` or `by` names who had it before."""
    found = select(Checkin).where(Checkin.workspace_id == workspace_id, Checkin.id == int(refs["checkin"]))
    checkin = session.scalars(found).one_or_none()
    if checkin is None:
        return None
    former = UserId(str(refs.get("former") or refs.get("by")))
    person = session.get(Person, (workspace_id, former))
    return Owned(
        checkin_id=checkin.id,
        name=checkin.name,
        owner=name_of(session, workspace_id, checkin.owner_id),
        former=name_of(session, workspace_id, former),
        is_orphan=permissions.is_orphan(session, checkin),
        has_account=person is not None and not person.is_deactivated,
    )
