"""What every step in an area's life shares: who and whether, the history line, and what is asked next."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.errors import NotAllowed, NotFound, NotPossibleNow
from slackapp.ids import Actor, UserId, WorkspaceId
from slackapp.models.area_life import Standing, Verb
from slackapp.models.areas import Area, AreaEvent
from slackapp.models.digests import ItemKind
from slackapp.permissions import areas as permissions
from slackapp.permissions.unseen import unseen
from slackapp.permissions.viewer import Viewer, viewer
from slackapp.rules import digests
from slackapp.rules.areas import asking, words


@dataclass(frozen=True)
class Turn:
    """An area with which a step is taken, locked until the transaction ends. `by` is None for the app itself."""

    area: Area
    verb: Verb
    before: Standing
    by: UserId | None = None


def allow(session: Session, *, by: Actor) -> Viewer:
    """Make sure that somebody may register areas at all; NotAllowed for guests."""
    who = viewer(session, by)
    if not permissions.may_add(who):
        raise NotAllowed("Who owns what is shown to members of the organisation, not to guests.")
    return who


def check(session: Session, area_id: int, verb: Verb, *, by: Actor) -> None:
    """Make sure, before a form is opened, that this step is theirs and possible now; refused as `begin` refuses it."""
    found = select(Area).where(Area.workspace_id == by.workspace_id, Area.id == area_id)
    allowed(session, session.scalars(found).one_or_none(), verb, viewer(session, by))


def begin(session: Session, area_id: int, verb: Verb, *, by: Actor) -> Turn:
    """Lock the area and make sure that this step is theirs and possible now. NotFound, NotAllowed, NotPossibleNow."""
    area = allowed(session, locked(session, by.workspace_id, area_id), verb, viewer(session, by))
    return Turn(area, verb, area.standing, by.user_id)


def by_itself(area: Area, verb: Verb) -> Turn:
    """A step that the app takes with an area that is locked already."""
    return Turn(area, verb, area.standing)


def locked(session: Session, workspace_id: WorkspaceId, area_id: int) -> Area | None:
    """The area, until the transaction ends."""
    return next(iter(locked_all(session, workspace_id, [area_id])), None)


def locked_all(session: Session, workspace_id: WorkspaceId, area_ids: Sequence[int]) -> Sequence[Area]:
    """Several areas, always locked in the same order, so that two transactions never wait for one another."""
    found = select(Area).where(Area.workspace_id == workspace_id, Area.id.in_(area_ids)).order_by(Area.id)
    return session.scalars(found.with_for_update().execution_options(populate_existing=True)).all()


def end(session: Session, turn: Turn, *, why: str = "", **about: str | int | None) -> AreaEvent:
    """Write the one history line of this step, and ask whoever must be asked now."""
    session.flush()
    event = line(session, turn, why=why, **about)
    session.add(event)
    session.flush()
    asking.look(session, turn.area)
    digests.follow(session, turn.area.workspace_id, ItemKind.AREA, turn.area.id)
    return event


def line(session: Session, turn: Turn, *, why: str = "", **about: str | int | None) -> AreaEvent:
    """A line of the history that is not written yet; the area has its number."""
    return AreaEvent(
        workspace_id=turn.area.workspace_id,
        area_id=turn.area.id,
        at=now(session),
        by=turn.by,
        verb=turn.verb,
        before=turn.before,
        after=turn.area.standing,
        why=why,
        about={name: value for name, value in about.items() if value},
    )


def allowed(session: Session, area: Area | None, verb: Verb, who: Viewer) -> Area:
    """The area, if this step is theirs and possible now; refused as `begin` refuses it."""
    if area is None or not permissions.may_see(area, who):
        raise unseen(who, NotFound("There is no such area, or you may not see it."))
    if not permissions.is_possible(area, verb):
        raise NotPossibleNow("{area}: {only}", area=area.name, only=words.only(area, verb))
    if not permissions.may_take(area, who, verb):
        raise NotAllowed("Only {who} can do this.", who=words.who_can(session, area, verb))
    return area
