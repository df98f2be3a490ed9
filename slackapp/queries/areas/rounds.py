"""What one person is asked about areas: the message with everything, and its reminders."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.errors import NotFound
from slackapp.ids import Actor, WorkspaceId
from slackapp.models.area_life import AreaVerb, Snag, Why
from slackapp.models.areas import Area, AreaEvent, AreaQuestion, AreaRound
from slackapp.permissions.viewer import Viewer, viewer
from slackapp.queries import history
from slackapp.queries.areas.cards import AreaCard, card_of
from slackapp.queries.areas.history import AreaEntry

TELLING = frozenset(
    {
        AreaVerb.DISOWN,
        AreaVerb.REFUSE,
        AreaVerb.EXPIRE,
        AreaVerb.OFFER,
        AreaVerb.LOSE_OWNER,
        AreaVerb.EDIT,
        AreaVerb.MOVE,
        AreaVerb.SPLIT,
        AreaVerb.MERGE,
    }
)
"""What last happened is said with the question where it explains it."""


@dataclass(frozen=True)
class Item:
    """One area in the message; `last` is what explains why it is asked."""

    card: AreaCard
    why: Why
    is_open: bool
    snag: Snag | None
    last: AreaEntry | None


@dataclass(frozen=True)
class AskedAreas:
    """Everything that one message asks, what waits first."""

    id: int
    is_rhythm: bool
    items: tuple[Item, ...]
    stage: int = 0

    @property
    def open(self) -> tuple[Item, ...]:
        """What is not answered yet."""
        return tuple(item for item in self.items if item.is_open)


def asked(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> AskedAreas | None:
    """The message as it is now."""
    found = select(AreaRound).where(AreaRound.workspace_id == workspace_id, AreaRound.id == int(refs["round"]))
    round_ = session.scalars(found).one_or_none()
    return _round(session, round_) if round_ else None


def reminder(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> AskedAreas | None:
    """What still waits; None once everything is answered."""
    found = asked(session, workspace_id, refs)
    if found is None or not found.open:
        return None
    return AskedAreas(found.id, found.is_rhythm, found.open, int(refs["stage"]))


def round_page(session: Session, who: Actor, round_id: int) -> AskedAreas:
    """The same for whoever was asked; NotFound for others."""
    found = select(AreaRound).where(
        AreaRound.workspace_id == who.workspace_id, AreaRound.id == round_id, AreaRound.person_id == who.user_id
    )
    round_ = session.scalars(found).one_or_none()
    if round_ is None:
        raise NotFound("This was asked of somebody else.")
    return _round(session, round_)


def _round(session: Session, round_: AreaRound) -> AskedAreas:
    reader = viewer(session, Actor(round_.workspace_id, round_.person_id))
    asked = (
        select(AreaQuestion, Area)
        .join(Area, Area.id == AreaQuestion.area_id)
        .where(AreaQuestion.workspace_id == round_.workspace_id, AreaQuestion.round_id == round_.id)
        .order_by(AreaQuestion.is_open.desc(), Area.key, AreaQuestion.id.desc())
    )
    newest = {area.id: (question, area) for question, area in reversed(session.execute(asked).all())}
    items = [_item(session, question, area, reader) for question, area in newest.values()]
    return AskedAreas(round_.id, round_.is_rhythm, tuple(sorted(items, key=_open_first)))


def _item(session: Session, question: AreaQuestion, area: Area, reader: Viewer) -> Item:
    last = _last(session, area) if question.is_open else None
    return Item(card_of(session, area, reader), question.why, question.is_open, question.snag, last)


def _last(session: Session, area: Area) -> AreaEntry | None:
    events = select(AreaEvent).where(AreaEvent.workspace_id == area.workspace_id, AreaEvent.area_id == area.id)
    event = session.scalars(events.order_by(AreaEvent.id.desc()).limit(1)).first()
    return history.entry(session, event) if event and event.verb in TELLING else None


def _open_first(item: Item) -> tuple[bool, str]:
    return not item.is_open, item.card.name.casefold()
