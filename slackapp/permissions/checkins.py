"""Who may see a check-in, and who may change it (principle 5)."""

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select
from sqlalchemy.orm import Session

from slackapp.models.checkin_rounds import CheckinEntry, CheckinRound
from slackapp.models.checkins import Checkin, CheckinPerson, Role, State
from slackapp.models.people import Channel, Person
from slackapp.permissions.viewer import Viewer


def visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """The check-ins that somebody may see; part of every query that reads them.

    One's own, those to which one was named or of which one was asked; and for a full member those whose summary goes to
    a channel that they may read. One that is being set up is its owner's alone. An administrator sees no more.
    """
    personal = [
        exists().where(CheckinPerson.checkin_id == Checkin.id, CheckinPerson.user_id == viewer.user_id),
        Checkin.id.in_(_asked(viewer)),
    ]
    shared = [Checkin.channel_id.in_(_readable(viewer))] if viewer.is_member else []
    begun = and_(Checkin.state != State.DRAFT, or_(*personal, *shared))
    return and_(Checkin.workspace_id == viewer.workspace_id, or_(Checkin.owner_id == viewer.user_id, begun))


def may_see(session: Session, checkin: Checkin, viewer: Viewer) -> bool:
    """The same for one check-in."""
    seen = select(Checkin.id).where(Checkin.id == checkin.id, visible_to(viewer))
    return session.scalar(seen) is not None


def may_create(viewer: Viewer) -> bool:
    """Every full member; a guest answers only what they are asked."""
    return viewer.is_member


def may_read_answers(session: Session, checkin: Checkin, viewer: Viewer) -> bool:
    """Who gets the summary: the owner, the observers, and who may read its channel. Not every participant."""
    if checkin.owner_id == viewer.user_id or _observes(session, checkin, viewer):
        return True
    here = _readable(viewer).where(Channel.channel_id == checkin.channel_id)
    return viewer.is_member and session.scalar(here) is not None


def may_change(checkin: Checkin, viewer: Viewer) -> bool:
    """The owner, and the administrators who may see it, while they are full members."""
    return viewer.is_member and (viewer.is_admin or checkin.owner_id == viewer.user_id)


def may_take_over(session: Session, checkin: Checkin, viewer: Viewer) -> bool:
    """Everybody in its channel, once the owner's account is gone (CHK-7)."""
    owner = session.get(Person, (checkin.workspace_id, checkin.owner_id))
    is_gone = owner is not None and owner.is_deactivated
    return is_gone and viewer.is_member and may_see(session, checkin, viewer)


def _asked(viewer: Viewer) -> Select[int]:
    return (
        select(CheckinRound.checkin_id)
        .join(CheckinEntry, CheckinEntry.round_id == CheckinRound.id)
        .where(CheckinEntry.workspace_id == viewer.workspace_id, CheckinEntry.user_id == viewer.user_id)
    )


def _readable(viewer: Viewer) -> Select[str]:
    # A channel that Slack has not told us about may be private, so it does not count as public.
    return select(Channel.channel_id).where(
        Channel.workspace_id == viewer.workspace_id,
        or_(Channel.is_private.is_(False), Channel.channel_id.in_(viewer.channel_ids)),
    )


def _observes(session: Session, checkin: Checkin, viewer: Viewer) -> bool:
    named = select(CheckinPerson.role).where(
        CheckinPerson.workspace_id == viewer.workspace_id,
        CheckinPerson.checkin_id == checkin.id,
        CheckinPerson.user_id == viewer.user_id,
    )
    return session.scalar(named) is Role.OBSERVER
