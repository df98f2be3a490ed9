"""What somebody owns, and what they are asked about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session

from slackapp import cards
from slackapp.models.area_life import STILL_YOURS, Snag, Why
from slackapp.models.areas import Area, AreaQuestion
from slackapp.models.people import Channel
from slackapp.models.teams import Team
from slackapp.permissions.areas import visible_to
from slackapp.permissions.viewer import Viewer
from slackapp.queries import links
from slackapp.queries.areas.cards import AreaCard, card_of
from slackapp.queries.home.sections import HomeSection, Slice, held, some

Found = Sequence[tuple[AreaQuestion, Area, Team, Channel | None]]


@dataclass(frozen=True)
class AreaQuestionRow:
    """An area that somebody is asked about, and where that stands in their direct messages."""

    card: AreaCard
    why: Why
    snag: Snag | None
    url: str


@dataclass(frozen=True)
class Together:
    """The message that asks of most areas whether they are still theirs, and of how many."""

    round_id: int
    count: int


def questions(session: Session, reader: Viewer, wanted: Slice) -> HomeSection[AreaQuestionRow]:
    """Handovers that are offered to them first; then what has waited longest."""
    asked = select(AreaQuestion, Area, Team, Channel).join(Area, Area.id == AreaQuestion.area_id)
    theirs = _with_place(asked).where(visible_to(reader), _waits(reader))
    order = (AreaQuestion.why != Why.OFFERED, AreaQuestion.round_id, Area.key)
    return some(session, theirs.order_by(*order), wanted, lambda rows: _questions(session, reader, rows))


def together(session: Session, reader: Viewer) -> Together | None:
    """What can be confirmed with one press; None where that is not more than one."""
    counted = select(AreaQuestion.round_id, func.count()).where(AreaQuestion.workspace_id == reader.workspace_id)
    waits = counted.where(_waits(reader), AreaQuestion.why.in_(STILL_YOURS))
    by_round = waits.group_by(AreaQuestion.round_id).order_by(func.count().desc(), AreaQuestion.round_id)
    found = session.execute(by_round.limit(1)).first()
    return Together(*found) if found and found[1] > 1 else None


def owned(session: Session, reader: Viewer, wanted: Slice) -> HomeSection[AreaCard]:
    """What they own, by name."""
    mine = _with_place(select(Area, Team, Channel)).where(visible_to(reader), Area.owner_id == reader.user_id)
    in_use = mine.where(Area.retired_at.is_(None)).order_by(Area.key)
    return some(session, in_use, wanted, lambda rows: _cards(session, reader, [area for area, _, _ in rows]))


def _waits(reader: Viewer) -> ColumnElement[bool]:
    own = and_(AreaQuestion.workspace_id == reader.workspace_id, AreaQuestion.person_id == reader.user_id)
    return and_(own, AreaQuestion.is_open)


def _with_place(found: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """With its team, and the channel in which one asks about it: both are shown."""
    where = func.coalesce(Area.channel_id, Team.home_channel)
    channel = and_(Channel.workspace_id == Area.workspace_id, Channel.channel_id == where)
    return found.join(Team, Team.id == Area.team_id).join(Channel, channel, isouter=True)


def _questions(session: Session, reader: Viewer, found: Found) -> list[AreaQuestionRow]:
    cards = _cards(session, reader, [area for _, area, _, _ in found])
    messages = {question.id: _message(question) for question, *_ in found}
    urls = links.of_cards(session, reader.workspace_id, messages)
    return [
        AreaQuestionRow(card, question.why, question.snag, urls.get(question.id, ""))
        for card, (question, *_) in zip(cards, found, strict=True)
    ]


def _message(question: AreaQuestion) -> str:
    """The message in which it is asked."""
    return cards.area_round(question.round_id, question.person_id).key


def _cards(session: Session, reader: Viewer, areas: Sequence[Area]) -> list[AreaCard]:
    people = [person for each in areas for person in (each.owner_id, each.backup_id, each.offered_to)]
    with held(session, reader.workspace_id, people, [each.other_team_id for each in areas]):
        return [card_of(session, each, reader) for each in areas]
