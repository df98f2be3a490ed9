"""The check-ins of somebody's Home: the rounds that wait for their answer, and those they own or take part in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from slackapp import cards
from slackapp.models.checkin_rounds import CheckinEntry, CheckinRound
from slackapp.models.checkins import Checkin, CheckinState
from slackapp.permissions.checkins import takes_part
from slackapp.permissions.viewer import Viewer
from slackapp.queries import links
from slackapp.queries.checkins.lists import CheckinRow, rows_of, waiting
from slackapp.queries.home.sections import HomeSection, Slice, some

Found = Sequence[tuple[CheckinRound, Checkin]]


@dataclass(frozen=True)
class ToAnswer:
    """A round that waits for somebody, and where its prompt stands."""

    checkin_id: int
    name: str
    day: date
    closes_at: datetime
    questions: int
    url: str

    @property
    def value(self) -> str:
        """Which round a button is about."""
        return f"{self.checkin_id}:{self.day}"


def to_answer(session: Session, reader: Viewer, wanted: Slice) -> HomeSection[ToAnswer]:
    """The one that closes first comes first."""
    rounds = select(CheckinRound, Checkin).join(Checkin, Checkin.id == CheckinRound.checkin_id)
    mine = rounds.join(CheckinEntry, CheckinEntry.round_id == CheckinRound.id).where(waiting(reader))
    here = mine.where(CheckinRound.workspace_id == reader.workspace_id)
    found = here.order_by(CheckinRound.closes_at, CheckinRound.id)
    return some(session, found, wanted, lambda rows: _to_answer(session, reader, rows))


def mine(session: Session, reader: Viewer, wanted: Slice) -> HomeSection[CheckinRow]:
    """Those in which they take part, and those that they own, also while these are being set up."""
    begun = and_(Checkin.state != CheckinState.DRAFT, takes_part(reader))
    own = and_(Checkin.workspace_id == reader.workspace_id, Checkin.owner_id == reader.user_id)
    found = select(Checkin).where(or_(own, begun)).order_by(Checkin.name, Checkin.id)
    return some(session, found, wanted, lambda rows: rows_of(session, reader, [checkin for (checkin,) in rows]))


def _to_answer(session: Session, reader: Viewer, found: Found) -> list[ToAnswer]:
    urls = links.of_cards(session, reader.workspace_id, {each.id: _prompt(each, reader) for each, _ in found})
    return [
        ToAnswer(
            checkin_id=checkin.id,
            name=checkin.name,
            day=round_.day,
            closes_at=round_.closes_at,
            questions=len(round_.asks["questions"]),
            url=urls.get(round_.id, ""),
        )
        for round_, checkin in found
    ]


def _prompt(round_: CheckinRound, reader: Viewer) -> str:
    return cards.checkin_prompt(round_.id, reader.user_id).key
