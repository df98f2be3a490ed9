"""Who may see areas, and whose step it is to change who owns them (ADM-1, OWN-4)."""

from collections.abc import Callable, Mapping

from sqlalchemy import ColumnElement, and_, false

from slackapp.models.area_life import AreaVerb, Standing
from slackapp.models.areas import Area
from slackapp.permissions.viewer import Viewer

May = Callable[[Area, Viewer], bool]


def visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """The areas that somebody may see: all of the workspace for a full member, none for a guest."""
    return and_(Area.workspace_id == viewer.workspace_id, true_for(viewer))


def true_for(viewer: Viewer) -> ColumnElement[bool]:
    """Whether somebody sees areas at all, as a condition."""
    return Area.id.is_not(None) if viewer.is_member else false()


def may_see(area: Area, viewer: Viewer) -> bool:
    """The same for one area."""
    return viewer.is_member and area.workspace_id == viewer.workspace_id


def may_add(viewer: Viewer) -> bool:
    """Every full member."""
    return viewer.is_member


def may_move_all(viewer: Viewer, team_id: int) -> bool:
    """The team's lead and the administrators."""
    return viewer.is_member and (viewer.is_admin or team_id in viewer.led_team_ids)


def may_take(area: Area, viewer: Viewer, verb: AreaVerb) -> bool:
    """Whether a step is theirs, whatever state the area is in."""
    return viewer.is_member and WHOSE[verb](area, viewer)


def is_possible(area: Area, verb: AreaVerb) -> bool:
    """Whether the area's state allows the step."""
    return POSSIBLE[verb](area)


def verbs(area: Area, viewer: Viewer) -> frozenset[AreaVerb]:
    """Everything that they can do with the area as it is now."""
    return frozenset(verb for verb in WHOSE if is_possible(area, verb) and may_take(area, viewer, verb))


def _is_owner(area: Area, viewer: Viewer) -> bool:
    return viewer.user_id == area.owner_id


def _is_lead(area: Area, viewer: Viewer) -> bool:
    return viewer.is_admin or area.team_id in viewer.led_team_ids


def _cares(area: Area, viewer: Viewer) -> bool:
    return _is_owner(area, viewer) or viewer.user_id == area.backup_id or _is_lead(area, viewer)


def _decides(area: Area, viewer: Viewer) -> bool:
    return _is_owner(area, viewer) or _is_lead(area, viewer)


def _hands_over(area: Area, viewer: Viewer) -> bool:
    return _cares(area, viewer) if _is_adrift(area) else _decides(area, viewer)


def _claims(area: Area, viewer: Viewer) -> bool:
    if area.owner_id is None:
        return _cares(area, viewer) or area.team_id in viewer.team_ids
    return viewer.user_id == area.backup_id or area.team_id in viewer.led_team_ids


def _is_offered(area: Area, viewer: Viewer) -> bool:
    return viewer.user_id == area.offered_to


def _offers(area: Area, viewer: Viewer) -> bool:
    return viewer.user_id == area.offered_by or _decides(area, viewer)


WHOSE: Mapping[AreaVerb, May] = {
    AreaVerb.CONFIRM: _is_owner,
    AreaVerb.DISOWN: _is_owner,
    AreaVerb.OFFER: _hands_over,
    AreaVerb.ACCEPT: _is_offered,
    AreaVerb.REFUSE: _is_offered,
    AreaVerb.TAKE_BACK: _offers,
    AreaVerb.CLAIM: _claims,
    AreaVerb.EDIT: _cares,
    AreaVerb.SPLIT: _decides,
    AreaVerb.MERGE: _decides,
    AreaVerb.RETIRE: _decides,
    AreaVerb.RESTORE: _decides,
}


def _is_active(area: Area) -> bool:
    return area.retired_at is None


def _is_held(area: Area) -> bool:
    return _is_settled(area) and area.owner_id is not None


def _is_settled(area: Area) -> bool:
    return _is_active(area) and area.offered_to is None


def _is_pending(area: Area) -> bool:
    return _is_active(area) and area.offered_to is not None


def _is_adrift(area: Area) -> bool:
    return _is_active(area) and (area.owner_id is None or area.with_lead or area.owner_left)


def _is_retired(area: Area) -> bool:
    return area.standing is Standing.RETIRED


POSSIBLE: Mapping[AreaVerb, Callable[[Area], bool]] = {
    AreaVerb.CONFIRM: _is_held,
    AreaVerb.DISOWN: _is_held,
    AreaVerb.OFFER: _is_settled,
    AreaVerb.ACCEPT: _is_pending,
    AreaVerb.REFUSE: _is_pending,
    AreaVerb.TAKE_BACK: _is_pending,
    AreaVerb.CLAIM: _is_adrift,
    AreaVerb.EDIT: _is_active,
    AreaVerb.SPLIT: _is_active,
    AreaVerb.MERGE: _is_active,
    AreaVerb.RETIRE: _is_active,
    AreaVerb.RESTORE: _is_retired,
}
