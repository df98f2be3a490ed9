"""Areas in a digest: which ones, and as they are now."""

from collections.abc import Collection, Mapping

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, true
from sqlalchemy.orm import Session, aliased

from slackapp.ids import UserId
from slackapp.models.area_life import AreaVerb
from slackapp.models.areas import Area, AreaEvent
from slackapp.models.digests import ItemKind, Section
from slackapp.models.people import Person
from slackapp.models.teams import Team
from slackapp.permissions import audience as permissions
from slackapp.queries.areas.lists import adrift
from slackapp.queries.digests.content import AreaLine
from slackapp.queries.digests.listing import Listing
from slackapp.queries.digests.scope import DigestScope

CHANGES = (AreaVerb.ACCEPT, AreaVerb.CLAIM, AreaVerb.DISOWN, AreaVerb.LOSE_OWNER)
"""The steps by which an area gets another owner, or none."""
OWNER, TAKER = aliased(Person), aliased(Person)


def orphaned(scope: DigestScope) -> Listing:
    """What nobody owns, or nobody has confirmed after all reminders, and nobody was found for yet."""
    found = _in_use(scope).where(_is_orphaned())
    return Listing(ItemKind.AREA, found.order_by(Area.owner_id.is_not(None), Area.key))


def changed(scope: DigestScope) -> Listing:
    """What got another owner in the period, the latest first."""
    latest = _changes(scope).subquery()
    found = _in_use(scope).join(latest, latest.c.area_id == Area.id).where(_not_above(scope))
    return Listing(ItemKind.AREA, found.order_by(latest.c.event_id.desc()))


def awaited(scope: DigestScope) -> Listing:
    """What else is offered to somebody, or was never confirmed."""
    told = select(_changes(scope).subquery().c.area_id)
    found = _in_use(scope).where(adrift(), Area.id.not_in(told), _not_above(scope))
    is_offered = Area.offered_to.is_not(None)
    return Listing(ItemKind.AREA, found.order_by(~is_offered, Area.key), is_offered)


def lines(session: Session, scope: DigestScope, ids: Collection[int]) -> Mapping[int, AreaLine]:
    """These as they are now, without those that not everybody here may see (any more)."""
    if not ids:
        return {}
    found = (
        select(Area, Team.name, OWNER.name, TAKER.name)
        .join(Team, Team.id == Area.team_id)
        .join(OWNER, and_(OWNER.workspace_id == Area.workspace_id, OWNER.user_id == Area.owner_id), isouter=True)
        .join(TAKER, and_(TAKER.workspace_id == Area.workspace_id, TAKER.user_id == Area.offered_to), isouter=True)
        .where(Area.id.in_(ids), permissions.areas(scope.audience))
    )
    rows = session.execute(found).all()
    former = _former(session, scope, [row[0].id for row in rows])
    return {
        area.id: AreaLine(
            id=area.id,
            name=area.name,
            team=team,
            owner=owner_name or area.owner_id or "",
            former=former.get(area.id, ""),
            standing=area.standing,
            offered_to=taker_name or area.offered_to or "",
            confirmed_at=area.confirmed_at,
            lapsed_at=area.lapsed_at,
            url="",
            at=scope.at,
        )
        for area, team, owner_name, taker_name in rows
    }


def _in_use(scope: DigestScope) -> Select[int]:
    theirs = and_(Area.workspace_id == scope.workspace_id, Area.team_id.in_(scope.team_ids))
    return select(Area.id).where(theirs, Area.retired_at.is_(None), permissions.areas(scope.audience))


def _is_orphaned() -> ColumnElement[bool]:
    ownerless = or_(Area.owner_id.is_(None), Area.lapsed_at.is_not(None), Area.with_lead, Area.owner_left)
    return and_(ownerless, Area.offered_to.is_(None))


def _not_above(scope: DigestScope) -> ColumnElement[bool]:
    return ~_is_orphaned() if scope.has(Section.ATTENTION) else true()


def _changes(scope: DigestScope) -> Select[int, int]:
    """The last change of each area in the period."""
    return (
        select(AreaEvent.area_id.label("area_id"), func.max(AreaEvent.id).label("event_id"))
        .where(
            AreaEvent.workspace_id == scope.workspace_id,
            AreaEvent.at > scope.since,
            AreaEvent.at <= scope.until,
            AreaEvent.verb.in_(CHANGES),
        )
        .group_by(AreaEvent.area_id)
    )


def _former(session: Session, scope: DigestScope, ids: Collection[int]) -> Mapping[int, str]:
    """Who owned them before the last change in the period."""
    last = _changes(scope).where(AreaEvent.area_id.in_(ids)).subquery()
    events = select(AreaEvent).join(last, last.c.event_id == AreaEvent.id)
    former = {
        each.area_id: UserId(each.about["former"]) for each in session.scalars(events) if each.about.get("former")
    }
    people = select(Person.user_id, Person.name).where(
        Person.workspace_id == scope.workspace_id, Person.user_id.in_(former.values())
    )
    names = {row.user_id: row.name for row in session.execute(people)}
    return {area_id: names.get(user_id, user_id) for area_id, user_id in former.items()}
