"""Who may see a check-in, and who may change it (principle 5)."""

from sqlalchemy import ColumnElement, Select, and_, exists, false, or_, select
from sqlalchemy.orm import Session

from slackapp.models.checkin_rounds import CheckinEntry, CheckinRound
from slackapp.models.checkins import Checkin, CheckinPerson, CheckinState, CheckinTeam, Role
from slackapp.models.people import Channel, ChannelMember, Person, UserGroupMember
from slackapp.models.teams import Team
from slackapp.permissions.viewer import Viewer


def visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """The check-ins that somebody may see; part of every query that reads them.

    One's own, those in which one takes or took part or reads along; and for a full member those whose summary goes to a
    channel that they may read. One that is being set up is its owner's alone. An administrator sees no more.
    """
    personal = [_named(viewer), Checkin.id.in_(_asked(viewer)), *_followed(viewer)]
    shared = [Checkin.channel_id.in_(_readable(viewer))] if viewer.is_member else []
    begun = and_(Checkin.state != CheckinState.DRAFT, or_(*personal, *shared))
    return and_(Checkin.workspace_id == viewer.workspace_id, or_(Checkin.owner_id == viewer.user_id, begun))


def takes_part(viewer: Viewer) -> ColumnElement[bool]:
    """The check-ins in which somebody is asked as things are now; who was named to read along is not (CHK-1, CHK-3)."""
    named = or_(_named(viewer, Role.PARTICIPANT), *_followed(viewer))
    return and_(Checkin.workspace_id == viewer.workspace_id, named, ~_named(viewer, Role.OBSERVER))


def may_see(session: Session, checkin: Checkin, viewer: Viewer) -> bool:
    """The same for one check-in."""
    seen = select(Checkin.id).where(Checkin.id == checkin.id, visible_to(viewer))
    return session.scalar(seen) is not None


def may_create(viewer: Viewer) -> bool:
    """Every full member; a guest answers only what they are asked."""
    return viewer.is_member


def answers_visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """The check-ins whose summaries somebody gets: the owner, the observers, and who may read its channel.

    Not every participant.
    """
    here = Checkin.channel_id.in_(_readable(viewer)) if viewer.is_member else false()
    readers = or_(Checkin.owner_id == viewer.user_id, _named(viewer, Role.OBSERVER), here)
    return and_(Checkin.workspace_id == viewer.workspace_id, readers)


def may_read_answers(session: Session, checkin: Checkin, viewer: Viewer) -> bool:
    """The same for one check-in."""
    here = (Checkin.workspace_id == viewer.workspace_id, Checkin.id == checkin.id)
    return session.scalar(select(Checkin.id).where(*here, answers_visible_to(viewer))) is not None


def may_change(checkin: Checkin, viewer: Viewer) -> bool:
    """The owner, and the administrators who may see it, while they are full members."""
    return viewer.is_member and (viewer.is_admin or checkin.owner_id == viewer.user_id)


def may_take_over(session: Session, checkin: Checkin, viewer: Viewer) -> bool:
    """Everybody in its channel, once nobody can look after it (CHK-7)."""
    return is_orphan(session, checkin) and viewer.is_member and may_see(session, checkin, viewer)


def is_orphan(session: Session, checkin: Checkin) -> bool:
    """Whether its owner's account is gone, or is no full member's any more."""
    owner = session.get(Person, (checkin.workspace_id, checkin.owner_id))
    return owner is not None and not owner.is_member


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


def _named(viewer: Viewer, *roles: Role) -> ColumnElement[bool]:
    named = exists().where(CheckinPerson.checkin_id == Checkin.id, CheckinPerson.user_id == viewer.user_id)
    return named.where(CheckinPerson.role.in_(roles)) if roles else named


def _followed(viewer: Viewer) -> list[ColumnElement[bool]]:
    """Asked through a user group, a channel, or as the lead of a team."""
    mine = {"workspace_id": viewer.workspace_id, "user_id": viewer.user_id}
    leads = exists().where(
        CheckinTeam.checkin_id == Checkin.id,
        CheckinTeam.team_id == Team.id,
        Team.lead_id == viewer.user_id,
        Team.is_archived.is_(False),
    )
    return [
        Checkin.group_id.in_(select(UserGroupMember.group_id).filter_by(**mine)),
        Checkin.from_channel.in_(select(ChannelMember.channel_id).filter_by(**mine)),
        leads,
    ]
