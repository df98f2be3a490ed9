"""People and teams change: what then has no owner, no backup or no team is asked about at once (OWN-5)."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from slackapp import outbox
from slackapp.ids import ChannelId, UserId, WorkspaceId
from slackapp.models.area_life import AreaVerb, Why
from slackapp.models.areas import Area, AreaQuestion
from slackapp.models.people import Channel, Person
from slackapp.models.teams import Team
from slackapp.rules.areas import answering, deadlines, questions, steps

GONE = ~Person.is_member


def people_changed(session: Session, workspace_id: WorkspaceId, _: int, __: str) -> None:
    """Whoever owned, backed up, was offered or was asked something, and is no full member any more, is let go."""
    areas = steps.locked_all(session, workspace_id, session.scalars(_concerned(workspace_id)).all())
    for area in areas:
        _let_go(session, area)
    for team in _leaderless(session, workspace_id):
        _tell_admins(session, team)


def team_changed(session: Session, workspace_id: WorkspaceId, team_id: int, _: str) -> None:
    """Look again at everything of a team: its members, its lead, or whether it is there at all have changed."""
    concerned = or_(Area.team_id == team_id, Area.other_team_id == team_id)
    theirs = select(Area.id).where(Area.workspace_id == workspace_id, concerned)
    for area in steps.locked_all(session, workspace_id, session.scalars(theirs).all()):
        area.owner_left = area.owner_in_team and not answering.is_in_team(session, area)
        questions.look(session, area)


def channel_closed(session: Session, workspace_id: WorkspaceId, area_id: int, _: str) -> None:
    """The channel in which one asks about an area is closed: its owner is asked at once."""
    area = steps.locked(session, workspace_id, area_id)
    channel = session.get(Channel, (workspace_id, area.channel_id)) if area and area.channel_id else None
    if area is None or area.channel_id is None or (channel and not channel.is_archived):
        return
    if area.owner_id and not area.retired_at:
        area.asks = Why.CHANNEL_GONE
        questions.look(session, area)


def _let_go(session: Session, area: Area) -> None:
    if _is_gone(session, area, area.backup_id):
        _lose_backup(session, area)
    if _is_gone(session, area, area.offered_to):
        deadlines.lapse_offer(session, area)
    if _is_gone(session, area, area.owner_id):
        _lose_owner(session, area)
    # Also where only a lead or an administrator who was asked is gone: somebody else is asked then.
    questions.look(session, area)


def _lose_backup(session: Session, area: Area) -> None:
    turn, former = steps.by_itself(area, AreaVerb.LOSE_BACKUP), area.backup_id
    area.backup_id, area.wants_backup = None, True
    steps.end(session, turn, former=former)


def _lose_owner(session: Session, area: Area) -> None:
    turn, former = steps.by_itself(area, AreaVerb.LOSE_OWNER), area.owner_id
    answering.give_up(area)
    steps.end(session, turn, former=former)


def _is_gone(session: Session, area: Area, user_id: UserId | None) -> bool:
    return user_id is not None and not questions.has_account(session, area.workspace_id, user_id)


def _concerned(workspace_id: WorkspaceId) -> Select[int]:
    asked = (
        select(AreaQuestion.area_id)
        .join(Person, _same(workspace_id, AreaQuestion.person_id))
        .where(AreaQuestion.workspace_id == workspace_id, AreaQuestion.is_open, GONE)
    )
    held = [_held_by_gone(workspace_id, each) for each in (Area.owner_id, Area.backup_id, Area.offered_to)]
    found = select(Area.id).where(Area.workspace_id == workspace_id, Area.retired_at.is_(None))
    return found.where(or_(Area.id.in_(asked), *(Area.id.in_(each) for each in held)))


def _held_by_gone(workspace_id: WorkspaceId, column: InstrumentedAttribute[UserId | None]) -> Select[int]:
    return select(Area.id).join(Person, _same(workspace_id, column)).where(Area.workspace_id == workspace_id, GONE)


def _same(
    workspace_id: WorkspaceId, column: InstrumentedAttribute[UserId | None] | InstrumentedAttribute[UserId]
) -> ColumnElement[bool]:
    return and_(Person.workspace_id == workspace_id, Person.user_id == column)


def _leaderless(session: Session, workspace_id: WorkspaceId) -> Sequence[Team]:
    led = select(Team).join(Person, and_(Person.workspace_id == workspace_id, Person.user_id == Team.lead_id))
    owning = select(Area.team_id).where(Area.workspace_id == workspace_id, Area.retired_at.is_(None))
    found = led.where(Team.workspace_id == workspace_id, Team.is_archived.is_(False), Team.id.in_(owning), GONE)
    return session.scalars(found.order_by(Team.id)).all()


def _tell_admins(session: Session, team: Team) -> None:
    """Once for a lead: a team without one has nobody to ask. Where no administrator is left, its channel is told."""
    places: list[UserId | ChannelId] = [*questions.admins(session, team.workspace_id)] or [team.home_channel]
    for to in places:
        once = f"area.leaderless:{team.id}:{team.lead_id}:{to}"
        outbox.say(session, team.workspace_id, to, "area.leaderless", once=once, team=team.id, lead=team.lead_id)
