"""What every change of a check-in shares: it is found, held, and seen to be theirs."""

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from slackapp.errors import NotAllowed, NotFound
from slackapp.ids import Actor, WorkspaceId
from slackapp.models.checkins import KIND, Checkin
from slackapp.permissions import checkins as permissions
from slackapp.permissions.unseen import unseen
from slackapp.permissions.viewer import viewer
from slackapp.queries.people import name_of
from slackapp.rules import schedules


def begin(session: Session, checkin_id: int, *, by: Actor) -> Checkin:
    """Hold a check-in to change it, its schedules first as a tick does. NotFound also for what they may not see."""
    checkin = hold(session, checkin_id, by=by)
    if not permissions.may_change(checkin, viewer(session, by)):
        owner = name_of(session, by.workspace_id, checkin.owner_id)
        raise NotAllowed("Only {owner} and the workspace’s administrators can change this check-in.", owner=owner)
    return checkin


def hold(session: Session, checkin_id: int, *, by: Actor) -> Checkin:
    """The same for a change that is not the owner's alone."""
    schedules.locked(session, by.workspace_id, KIND, checkin_id)
    checkin = session.scalars(_one(by.workspace_id, checkin_id).with_for_update()).one_or_none()
    who = viewer(session, by)
    if checkin is None or not permissions.may_see(session, checkin, who):
        raise unseen(who, not_found())
    return checkin


def find(session: Session, workspace_id: WorkspaceId, checkin_id: int) -> Checkin | None:
    """A check-in by its number, for the app itself."""
    return session.scalars(_one(workspace_id, checkin_id)).one_or_none()


def not_found() -> NotFound:
    """The refusal for what is not there, and for what somebody may not see."""
    return NotFound("There is no such check-in, or you may not see it.")


def _one(workspace_id: WorkspaceId, checkin_id: int) -> Select[Checkin]:
    return select(Checkin).where(Checkin.workspace_id == workspace_id, Checkin.id == checkin_id)
