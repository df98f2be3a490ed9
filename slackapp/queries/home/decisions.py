"""The decisions that wait for somebody: for their voice, for their yes or no, or for their word at a review."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, case, exists, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from slackapp import cards
from slackapp.clock import now
from slackapp.ids import UserId
from slackapp.models import decision_lateness
from slackapp.models.decision_life import LIFE, DecisionSide, DecisionState, DecisionVerb
from slackapp.models.decisions import Decision, DecisionVoice
from slackapp.models.people import Person
from slackapp.permissions.decisions import visible_to
from slackapp.permissions.viewer import Viewer
from slackapp.queries import links
from slackapp.queries.home.sections import HomeSection, Slice, held, some
from slackapp.queries.people import name_of
from slackapp.queries.rows import of_row

Found = Sequence[tuple[Decision, bool, bool]]
Column = InstrumentedAttribute[UserId]


@dataclass(frozen=True)
class DecisionRow:
    """A decision, and on which sides its reader stands. Days are local ones."""

    id: int
    number: int
    title: str
    state: DecisionState
    is_stale: bool
    is_late: bool
    """Whether answers were asked until a day that is over."""
    until: date | None
    review_on: date | None
    driver: str
    is_asked: bool
    decides: bool
    url: str

    @property
    def verbs(self) -> frozenset[DecisionVerb]:
        """What is asked of them."""
        review = {DecisionSide.MOVERS} if self.state is DecisionState.REVIEW_DUE else set()
        sides = (
            review
            | ({DecisionSide.CONSULTED} if self.is_asked else set())
            | ({DecisionSide.DECIDER} if self.decides else set())
        )
        return frozenset(verb for verb, step in LIFE.items() if step.side in sides and self.state in step.states)


def waiting(session: Session, reader: Viewer, wanted: Slice) -> HomeSection[DecisionRow]:
    """The one that waits longest first; without a day last."""
    is_asked, decides = _is_asked(reader), _is_or_stands_for(reader, Decision.decider_id, Decision.driver_id)
    reviews = _is_or_stands_for(reader, Decision.driver_id, Decision.decider_id)
    waits = or_(
        and_(Decision.state == DecisionState.PROPOSED, or_(is_asked, decides)),
        and_(Decision.state == DecisionState.REVIEW_DUE, reviews),
    )
    day = case((Decision.state == DecisionState.REVIEW_DUE, Decision.review_on), else_=Decision.until)
    found = select(Decision, is_asked.label("is_asked"), decides.label("decides")).where(visible_to(reader), waits)
    return some(
        session, found.order_by(day.is_(None), day, Decision.id), wanted, lambda rows: _rows(session, reader, rows)
    )


def _is_asked(reader: Viewer) -> ColumnElement[bool]:
    return exists().where(
        DecisionVoice.decision_id == Decision.id,
        DecisionVoice.user_id == reader.user_id,
        DecisionVoice.stance.is_(None),
        DecisionVoice.stand_in_id.is_(None),
    )


def _is_or_stands_for(reader: Viewer, whose: Column, stands_in: Column) -> ColumnElement[bool]:
    """It is theirs; or the account of whose it is is gone, and it falls to them (permissions.acting_decider)."""
    gone = select(Person.user_id).where(Person.workspace_id == reader.workspace_id, Person.is_deactivated)
    return or_(whose == reader.user_id, and_(stands_in == reader.user_id, whose.in_(gone)))


def _rows(session: Session, reader: Viewer, found: Found) -> list[DecisionRow]:
    urls = links.of_cards(session, reader.workspace_id, {each.id: _prompt(each, reader) for each, _, _ in found})
    at = now(session)
    with held(session, reader.workspace_id, [each.driver_id for each, _, _ in found]):
        return [
            of_row(
                DecisionRow,
                each,
                is_stale=each.stale_since is not None,
                is_late=decision_lateness.is_over(each.state, each.until_at, at),
                driver=name_of(session, reader.workspace_id, each.driver_id),
                is_asked=is_asked,
                decides=decides,
                url=urls.get(each.id, ""),
            )
            for each, is_asked, decides in found
        ]


def _prompt(decision: Decision, reader: Viewer) -> str:
    """Their prompt, which asks the same in their direct messages."""
    return cards.decision_prompt(decision.id, reader.user_id).key
