"""A table of areas is taken over, after whoever brings it saw what would change (OWN-1).

Areas are known by their name: the same table a second time changes nothing. An empty cell leaves what there is.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from slackapp.clock import now
from slackapp.errors import InvalidInput, NotFound, Refusal
from slackapp.ids import Actor, UserId
from slackapp.models.area_life import AreaVerb, Standing
from slackapp.models.area_plans import AreaChange, Fault, ImportPlan
from slackapp.models.area_terms import AreaTerms
from slackapp.models.areas import Area
from slackapp.normalization import key
from slackapp.permissions.viewer import Viewer
from slackapp.rules import drafts
from slackapp.rules.areas import (
    confirmation_dates,
    handing_over,
    import_table,
    questions,
    registering,
    steps,
    validation,
)
from slackapp.rules.areas.import_lookup import Directory, directory
from slackapp.rules.areas.import_table import TableLine
from slackapp.rules.areas.steps import AreaTurn

TEXT = "table"


@dataclass(frozen=True)
class ImportStep:
    """What one line asks for: the columns of a new area, or those that change in a known one."""

    area: Area | None
    columns: dict[str, Any]
    owner: UserId | None

    @property
    def offers(self) -> bool:
        """Whether it names another owner for a known area, who must accept it first."""
        known = (self.area.owner_id, self.area.offered_to) if self.area else (self.owner,)
        return self.owner is not None and self.owner not in known


def preview(session: Session, text: str, *, by: Actor, draft: str) -> ImportPlan:
    """What the table would change; nothing but the table itself is kept. InvalidInput where it is none."""
    who = steps.allow(session, by=by)
    plan = _planned(session, import_table.lines(text), directory(session, by.workspace_id), who)
    drafts.keep(session, by.workspace_id, draft, {TEXT: text})
    return plan


def take_over(session: Session, draft: str, *, by: Actor) -> ImportPlan:
    """Do what the table says, as far as it is possible now; what was done, and the lines that could not be."""
    who = steps.allow(session, by=by)
    kept = drafts.take(session, by.workspace_id, draft).get(TEXT)
    if kept is None:
        raise NotFound("This table is not kept any more. Import it again.")
    lines, found = import_table.lines(kept), directory(session, by.workspace_id)
    steps.locked_all(session, by.workspace_id, [area.id for area in found.areas.values()])
    plan = _planned(session, lines, found, who)
    by_number = {line.number: line for line in lines}
    todo = [_step(session, by_number[change.line], found, who) for change in plan.changes]
    _add(session, [step for step in todo if step.area is None], by)
    for step in todo:
        _change_known(session, step, by)
    return plan


def _planned(session: Session, lines: Sequence[TableLine], found: Directory, who: Viewer) -> ImportPlan:
    named = Counter(key(line["name"]) for line in lines)
    changes, faults, same = [], [], 0
    for line in lines:
        try:
            _check_is_alone(line, named)
            change = _change(session, line, _step(session, line, found, who), who)
        except Refusal as refusal:
            faults.append(Fault(line.number, line["name"], refusal))
        else:
            changes += [change] if change else []
            same += change is None
    return ImportPlan(tuple(changes), same, tuple(faults))


def _check_is_alone(line: TableLine, named: Counter[str]) -> None:
    if named[key(line["name"])] > 1:
        raise InvalidInput("table", "This name stands in the table more than once.")


def _change(session: Session, line: TableLine, step: ImportStep, who: Viewer) -> AreaChange | None:
    if step.area is None:
        return AreaChange(line.number, step.columns["name"], is_new=True)
    if step.columns:
        steps.GUARD.passed(session, step.area, AreaVerb.EDIT, who)
    if step.offers:
        steps.GUARD.passed(session, step.area, AreaVerb.OFFER, who)
    fields = tuple(sorted(step.columns.keys() - {"key"}))
    changes = bool(fields) or step.offers
    return AreaChange(line.number, step.area.name, is_new=False, fields=fields, offers=step.offers) if changes else None


def _step(session: Session, line: TableLine, found: Directory, who: Viewer) -> ImportStep:
    area = found.area(line["name"])
    owner = found.person(line["owner"], "owner")
    if area and area.retired_at:
        raise InvalidInput("name", "A retired area is called {area}. Bring it back instead.", area=area.name)
    terms = _terms(line, found, area)
    if owner:
        validation.member(session, who.workspace_id, "owner", owner)
    if owner and owner == terms.backup_id:
        raise InvalidInput("backup", "The backup is somebody else than the owner.")
    columns = validation.named(validation.fitting_name(terms.name)) | validation.described(session, terms, who, area)
    return ImportStep(area, registering.differences(area, columns) if area else columns, owner)


def _terms(line: TableLine, found: Directory, area: Area | None) -> AreaTerms:
    """What the line says, over what is known already."""
    known = registering.terms_of(area) if area else None
    kind = found.kind(line["kind"])
    return AreaTerms(
        name=line["name"] or (known.name if known else ""),
        kind=kind or (known.kind if known else found.usual_kind),
        team_id=found.team(line["team"]) or (known.team_id if known else None),
        other_team_id=found.team(line["other_team"]) or (known.other_team_id if known else None),
        backup_id=found.person(line["backup"], "backup") or (known.backup_id if known else None),
        channel_id=found.channel(line["channel"]) or (known.channel_id if known else None),
        description=line["description"] or (known.description if known else ""),
        links=line["links"] or (known.links if known else ""),
        every_days=found.days(line["every"]) or (known.every_days if known else found.usual_rhythm),
    )


def _add(session: Session, new: Sequence[ImportStep], by: Actor) -> None:
    """Hundreds at once, in few statements: whoever brings them waits for it."""
    today = now(session).date()
    areas = [Area(workspace_id=by.workspace_id, owner_id=step.owner, **step.columns, next_due=today) for step in new]
    session.add_all(areas)
    session.flush()
    for area in areas:
        area.next_due = confirmation_dates.first_due(session, area)
        turn = AreaTurn(area, AreaVerb.ADD, Standing.UNOWNED, by.user_id)
        session.add(steps.line(session, turn, owner=area.owner_id))
    session.flush()
    for area in areas:
        if area.owner_id is None:
            questions.look(session, area)
    if areas:
        confirmation_dates.begin(session, by.workspace_id)


def _change_known(session: Session, step: ImportStep, by: Actor) -> None:
    if step.area and step.columns:
        registering.write(session, steps.begin(session, step.area.id, AreaVerb.EDIT, by=by), step.columns)
    if step.area and step.offers:
        handing_over.offer(session, step.area.id, by=by, to=step.owner)
