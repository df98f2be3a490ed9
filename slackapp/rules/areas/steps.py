"""What every step in an area's life shares: who and whether, the history line, and what is asked next."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.errors import NotAllowed, NotFound, NotPossibleNow, Refusal, Term
from slackapp.ids import Actor, UserId, WorkspaceId
from slackapp.models.area_life import ONLY, RETIRED, AreaVerb, Standing
from slackapp.models.areas import Area, AreaEvent
from slackapp.models.digests import ItemKind
from slackapp.models.teams import Team
from slackapp.permissions import areas as permissions
from slackapp.permissions.viewer import Viewer, viewer
from slackapp.queries.people import name_of
from slackapp.rules import digests, history
from slackapp.rules.areas import questions
from slackapp.rules.step_guard import StepGuard

OFFERERS = frozenset(
    {
        AreaVerb.DISOWN,
        AreaVerb.SPLIT,
        AreaVerb.MERGE,
        AreaVerb.RETIRE,
        AreaVerb.RESTORE,
        AreaVerb.OFFER,
        AreaVerb.TAKE_BACK,
    }
)


@dataclass(frozen=True)
class AreaTurn:
    """An area with which a step is taken, locked until the transaction ends. `by` is None for the app itself."""

    area: Area
    verb: AreaVerb
    before: Standing
    by: UserId | None = None


def allow(session: Session, *, by: Actor) -> Viewer:
    """Make sure that somebody may register areas at all; NotAllowed for guests."""
    who = viewer(session, by)
    if not permissions.may_add(who):
        raise NotAllowed("Who owns what is shown to members of the organisation, not to guests.")
    return who


def begin(session: Session, area_id: int, verb: AreaVerb, *, by: Actor) -> AreaTurn:
    """Lock the area and make sure that this step is theirs and possible now; refused as a Guard refuses."""
    area, who = GUARD.begin(session, area_id, verb, by=by)
    return AreaTurn(area, verb, area.standing, who.user_id)


def by_itself(area: Area, verb: AreaVerb) -> AreaTurn:
    """A step that the app takes with an area that is locked already."""
    return AreaTurn(area, verb, area.standing)


def locked(session: Session, workspace_id: WorkspaceId, area_id: int) -> Area | None:
    """The area, until the transaction ends."""
    return next(iter(locked_all(session, workspace_id, [area_id])), None)


def locked_all(session: Session, workspace_id: WorkspaceId, area_ids: Sequence[int]) -> Sequence[Area]:
    """Several areas, always locked in the same order, so that two transactions never wait for one another."""
    found = select(Area).where(Area.workspace_id == workspace_id, Area.id.in_(area_ids)).order_by(Area.id)
    # Read anew: what this transaction read before the lock may be over.
    return session.scalars(found.with_for_update().execution_options(populate_existing=True)).all()


def end(session: Session, turn: AreaTurn, *, why: str = "", **about: str | int | None) -> AreaEvent:
    """Write the one history line of this step, and ask whoever must be asked now."""
    session.flush()
    event = history.write(session, line(session, turn, why=why, **about))
    questions.look(session, turn.area)
    digests.follow(session, turn.area.workspace_id, ItemKind.AREA, turn.area.id)
    return event


def line(session: Session, turn: AreaTurn, *, why: str = "", **about: str | int | None) -> AreaEvent:
    """A line of the history that is not written yet; the area has its number."""
    area = turn.area
    return history.line(
        session, AreaEvent, area, turn.verb, before=turn.before, after=area.standing, by=turn.by, why=why, about=about
    )


def _refusal(session: Session, area: Area, who: Viewer, verb: AreaVerb) -> Refusal | None:
    if not permissions.is_possible(area, verb):
        return NotPossibleNow("{area}: {only}", area=area.name, only=_only(area, verb))
    if not permissions.may_take(area, who, verb):
        return NotAllowed("Only {who} can do this.", who=_who_can(session, area, verb))
    return None


def _only(area: Area, verb: AreaVerb) -> Term:
    return RETIRED if area.retired_at or verb not in ONLY else ONLY[verb]


def _who_can(session: Session, area: Area, verb: AreaVerb) -> Term:
    team = session.get_one(Team, area.team_id).name
    owner = name_of(session, area.workspace_id, area.owner_id) if area.owner_id else ""
    if verb in {AreaVerb.CONFIRM, AreaVerb.DISOWN} and owner:
        return Term("{owner}, who owns it,", (("owner", owner),))
    if verb in {AreaVerb.ACCEPT, AreaVerb.REFUSE} and area.offered_to:
        return Term(
            "{person}, to whom it is offered,", (("person", name_of(session, area.workspace_id, area.offered_to)),)
        )
    if owner and verb in OFFERERS:
        return Term("{owner}, who owns it, and the lead of {team}", (("owner", owner), ("team", team)))
    return Term("its owner, its backup and the people of {team}", (("team", team),))


GUARD = StepGuard(
    Area,
    locked=locked,
    may_see=lambda _, area, who: permissions.may_see(area, who),
    refusal=_refusal,
    nothing=lambda: NotFound("There is no such area, or you may not see it."),
)
check = GUARD.check
