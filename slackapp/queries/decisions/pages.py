"""A decision as its page shows it: everything that one reader may know and do."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from slackapp.errors import NotFound
from slackapp.ids import Actor, UserId, WorkspaceId
from slackapp.models.decision_life import DecisionState, DecisionVerb
from slackapp.models.decisions import Decision
from slackapp.permissions import decisions as permissions
from slackapp.permissions.unseen import unseen
from slackapp.permissions.viewer import Viewer, viewer
from slackapp.queries.decisions import history
from slackapp.queries.decisions.cards import DecisionCard, card_of
from slackapp.queries.decisions.history import DecisionEntry
from slackapp.queries.decisions.search import with_words
from slackapp.references import DECISION

LONGEST_CHAIN = 20  # each step back is a question, and the page has a hundred blocks


@dataclass(frozen=True)
class DecisionLink:
    """Another decision in the chain. Without a title it is one that this reader may not see."""

    id: int
    number: int
    title: str
    state: DecisionState


@dataclass(frozen=True)
class DecisionPage:
    """A decision with its chain and history, and what this reader can do about it."""

    card: DecisionCard
    verbs: frozenset[DecisionVerb]
    earlier: tuple[DecisionLink, ...]
    """What it replaced, what that replaced, and so on: the nearest first."""
    later: tuple[DecisionLink, ...]
    """What replaced it, what replaced that, and so on."""
    history: tuple[DecisionEntry, ...]


@dataclass(frozen=True)
class DecisionPrompt:
    """A decision as somebody who is asked about it sees it in their direct messages."""

    card: DecisionCard
    verbs: frozenset[DecisionVerb]
    is_decider: bool


def page(session: Session, who: Actor, *, decision_id: int) -> DecisionPage:
    """The decision for one reader; NotFound also where they may not see it."""
    reader = viewer(session, who)
    return _page(session, reader, _seen(session, reader, Decision.id == decision_id))


def page_of_number(session: Session, who: Actor, *, number: int) -> DecisionPage:
    """The same by the number that people say."""
    reader = viewer(session, who)
    return _page(session, reader, _seen(session, reader, Decision.number == number))


def card_for(session: Session, who: Actor, decision_id: int) -> DecisionCard:
    """The decision as its card shows it, for one reader: what stands above a form. NotFound as `page` says it."""
    reader = viewer(session, who)
    return card_of(session, _seen(session, reader, Decision.id == decision_id) or _refuse(reader))


def prompt(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> DecisionPrompt | None:
    """What somebody is asked, kept true."""
    reader = viewer(session, Actor(workspace_id, UserId(str(refs["person"]))))
    decision = _seen(session, reader, Decision.id == int(refs["decision"]))
    if decision is None:
        return None
    decider = permissions.acting_decider(session, decision)
    verbs = permissions.verbs(session, decision, reader)
    return DecisionPrompt(card_of(session, decision), verbs, is_decider=reader.user_id == decider)


def offered(session: Session, who: Actor, words: str) -> list[DecisionLink]:
    """The decisions in force that somebody may see, by number or words: to choose one from."""
    reader = viewer(session, who)
    in_force = (DecisionState.DECIDED, DecisionState.REVIEW_DUE)
    found = select(Decision).where(permissions.visible_to(reader), Decision.state.in_(in_force))
    said = words.strip()
    if (number := DECISION.begun(said)) is not None:
        found = found.where(Decision.number == number)
    elif said:
        by_words = Decision.id.in_(with_words(session, who, said))
        found = found.where(or_(by_words, Decision.title.icontains(said, autoescape=True)))
    rows = session.scalars(found.order_by(Decision.id.desc()).limit(100))
    return [DecisionLink(row.id, row.number, row.title, row.state) for row in rows]


def _page(session: Session, reader: Viewer, decision: Decision | None) -> DecisionPage:
    decision = decision or _refuse(reader)
    return DecisionPage(
        card=card_of(session, decision),
        verbs=permissions.verbs(session, decision, reader),
        earlier=tuple(_earlier(session, reader, decision)),
        later=tuple(_later(session, reader, decision)),
        history=history.of(session, decision),
    )


def _seen(session: Session, reader: Viewer, wanted: ColumnElement[bool]) -> Decision | None:
    return session.scalars(select(Decision).where(wanted, permissions.visible_to(reader))).one_or_none()


def _refuse(reader: Viewer) -> NoReturn:
    raise unseen(reader, NotFound("There is no such decision, or you may not see it."))


def _later(session: Session, reader: Viewer, decision: Decision) -> list[DecisionLink]:
    found: list[DecisionLink] = []
    while decision.superseded_by_id and len(found) < LONGEST_CHAIN:
        decision = session.get_one(Decision, decision.superseded_by_id)
        found.append(_link(session, reader, decision))
    return found


def _earlier(session: Session, reader: Viewer, decision: Decision) -> list[DecisionLink]:
    found: list[DecisionLink] = []
    ids = [decision.id]
    while ids and len(found) < LONGEST_CHAIN:
        before = select(Decision).where(
            Decision.workspace_id == reader.workspace_id, Decision.superseded_by_id.in_(ids)
        )
        rows = session.scalars(before.order_by(Decision.number.desc())).all()
        found += [_link(session, reader, row) for row in rows]
        ids = [row.id for row in rows]
    return found


def _link(session: Session, reader: Viewer, decision: Decision) -> DecisionLink:
    title = decision.title if permissions.may_see(session, decision, reader) else ""
    return DecisionLink(decision.id, decision.number, title, decision.state)
