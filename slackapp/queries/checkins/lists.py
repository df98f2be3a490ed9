"""The check-ins that somebody may see, as lists show them: a few questions to the database, however many there are."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, func, select, true
from sqlalchemy.orm import Session

from slackapp.ids import Actor, UserId
from slackapp.models.checkin_rounds import CheckinEntry, CheckinRound, EntryProgress
from slackapp.models.checkins import KIND, Checkin, CheckinState
from slackapp.models.people import Person
from slackapp.normalization import joined
from slackapp.permissions import checkins as permissions
from slackapp.permissions.viewer import Viewer, viewer
from slackapp.queries import schedules
from slackapp.queries.absences import zone_of
from slackapp.queries.checkins import next_turn
from slackapp.queries.schedules import Coming

PAGE = 8  # with buttons, what one looks through without scrolling
MOST_CALLED = 20  # of one name; more cannot be told apart in a message


@dataclass(frozen=True)
class CheckinRow:
    """A check-in in a list. `due` is the round that waits for the reader; `next_day` can be answered early.

    `next_at` is when it comes to the reader, or to the first people where the reader takes no part.
    """

    id: int
    name: str
    state: CheckinState
    owner: str
    next_at: datetime | None
    due: date | None
    next_day: date | None
    may_read: bool


@dataclass(frozen=True)
class ListedCheckins:
    """A page of a list: the check-ins from number `start` on, of `total`."""

    rows: tuple[CheckinRow, ...]
    total: int
    start: int = 0


def listed(session: Session, who: Actor, start: int = 0) -> ListedCheckins:
    """Those that somebody may see: what waits for them first, then those in which they take part."""
    reader = viewer(session, who)
    order = (~Checkin.id.in_(_due(reader)), ~permissions.takes_part(reader), func.lower(Checkin.name), Checkin.id)
    seen = select(Checkin, func.count().over()).where(permissions.visible_to(reader))
    found = session.execute(seen.order_by(*order).offset(start).limit(PAGE)).all()
    if start and not found:
        return listed(session, who)
    rows = rows_of(session, reader, [checkin for checkin, _ in found])
    return ListedCheckins(tuple(rows), found[0][1] if found else 0, start)


def called(session: Session, who: Actor, name: str = "", *, with_answers: bool = False) -> list[CheckinRow]:
    """Those whose name contains these words, in any capitals; or only those of which they may read the answers."""
    reader = viewer(session, who)
    seen = permissions.answers_visible_to(reader) & (Checkin.state != CheckinState.DRAFT) if with_answers else true()
    found = select(Checkin).where(permissions.visible_to(reader), seen).order_by(func.lower(Checkin.name), Checkin.id)
    meant = [each for each in session.scalars(found) if joined(name) in joined(each.name)]
    return rows_of(session, reader, meant[:MOST_CALLED])


def rows_of(session: Session, reader: Viewer, checkins: Sequence[Checkin]) -> list[CheckinRow]:
    """The same of check-ins that were found, in their order."""
    ids = [checkin.id for checkin in checkins]
    names = _names(session, reader, {checkin.owner_id for checkin in checkins})
    due, times = _due_days(session, reader, ids), schedules.all_coming(session, reader.workspace_id, KIND, ids)
    is_asked = _matching(session, reader, ids, permissions.takes_part(reader))
    may_read = _matching(session, reader, ids, permissions.answers_visible_to(reader))
    tz = zone_of(session, Actor(reader.workspace_id, reader.user_id))
    mine = {each.id: next_turn.where(times.get(each.id, []), each.tz or tz) for each in checkins if each.id in is_asked}
    return [
        CheckinRow(
            id=each.id,
            name=each.name,
            state=each.state,
            owner=names.get(each.owner_id, each.owner_id),
            next_at=_next(mine.get(each.id), times.get(each.id, [])),
            due=due.get(each.id),
            next_day=next_turn.day(mine.get(each.id)),
            may_read=each.id in may_read,
        )
        for each in checkins
    ]


def waiting(reader: Viewer) -> ColumnElement[bool]:
    """Somebody's parts in rounds that wait for their answer."""
    return (
        (CheckinEntry.workspace_id == reader.workspace_id)
        & (CheckinEntry.user_id == reader.user_id)
        & (CheckinEntry.progress == EntryProgress.ASKED)
        & CheckinRound.closed_at.is_(None)
    )


def _next(mine: Coming | None, times: Sequence[Coming]) -> datetime | None:
    """When it comes to the reader, or to the first of the others where they take no part."""
    return mine.at if mine else next_turn.moment(times)


def _due(reader: Viewer) -> Select[int]:
    rounds = select(CheckinRound.checkin_id).join(CheckinEntry, CheckinEntry.round_id == CheckinRound.id)
    return rounds.where(CheckinRound.workspace_id == reader.workspace_id, waiting(reader))


def _due_days(session: Session, reader: Viewer, ids: Collection[int]) -> Mapping[int, date]:
    rounds = select(CheckinRound.checkin_id, func.min(CheckinRound.day))
    mine = rounds.join(CheckinEntry, CheckinEntry.round_id == CheckinRound.id).where(waiting(reader))
    theirs = mine.where(CheckinRound.workspace_id == reader.workspace_id, CheckinRound.checkin_id.in_(ids))
    found = session.execute(theirs.group_by(CheckinRound.checkin_id))
    return {checkin_id: day for checkin_id, day in found}  # noqa: C416 - rows, for mypy


def _matching(session: Session, reader: Viewer, ids: Collection[int], condition: ColumnElement[bool]) -> frozenset[int]:
    these = (Checkin.workspace_id == reader.workspace_id, Checkin.id.in_(ids))
    return frozenset(session.scalars(select(Checkin.id).where(*these, condition)))


def _names(session: Session, reader: Viewer, people: Collection[UserId]) -> Mapping[UserId, str]:
    named = select(Person.user_id, Person.name).where(
        Person.workspace_id == reader.workspace_id, Person.user_id.in_(people)
    )
    return {user_id: name for user_id, name in session.execute(named)}  # noqa: C416 - rows, for mypy
