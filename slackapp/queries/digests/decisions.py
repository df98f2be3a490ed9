"""Decisions in a digest: which ones, and as they are now."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    Select,
    SQLColumnExpression,
    and_,
    false,
    func,
    or_,
    select,
    true,
    union,
)
from sqlalchemy.orm import Session, aliased

from slackapp import cards
from slackapp.ids import ChannelId
from slackapp.models import decision_lateness
from slackapp.models.decision_life import DecisionState, Stance
from slackapp.models.decisions import Decision, DecisionConcern, DecisionVoice
from slackapp.models.digests import ItemKind, Section
from slackapp.models.people import Person
from slackapp.models.teams import Team
from slackapp.permissions import audience as permissions
from slackapp.queries import links
from slackapp.queries.digests.content import DecisionLine
from slackapp.queries.digests.listing import Listing
from slackapp.queries.digests.scope import DigestScope
from slackapp.queries.rows import of_row
from slackapp.references import DECISION

SUCCESSOR = aliased(Decision)


def stale(scope: DigestScope) -> Listing:
    """What should have been looked at again long ago (DEC-6)."""
    found = _about(scope).where(Decision.stale_since.is_not(None))
    return Listing(ItemKind.DECISION, found.order_by(Decision.stale_since, Decision.id))


def disputed(scope: DigestScope) -> Listing:
    """What its decider must close: somebody objects, or the time for answers is over."""
    found = _about(scope).where(Decision.state == DecisionState.PROPOSED, _waits_for_decider(scope))
    return Listing(ItemKind.DECISION, found.order_by(*_by_date()))


def made(scope: DigestScope) -> Listing:
    """What was decided, rejected or reversed in the period, the latest first."""
    decided = _in_period(scope, Decision.decided_at)
    ended = _in_period(scope, Decision.closed_at).where(
        Decision.state.in_((DecisionState.REJECTED, DecisionState.REVERSED))
    )
    found = union(decided, ended).subquery()
    return Listing(ItemKind.DECISION, select(found.c.id).order_by(found.c.latest.desc(), found.c.id.desc()))


def collecting(scope: DigestScope) -> Listing:
    """What else is proposed, by the day until when answers are collected."""
    told_above = _waits_for_decider(scope) if scope.has(Section.ATTENTION) else false()
    found = _about(scope).where(Decision.state == DecisionState.PROPOSED, ~told_above)
    return Listing(ItemKind.DECISION, found.order_by(*_by_date()))


def lines(session: Session, scope: DigestScope, ids: Collection[int]) -> Mapping[int, DecisionLine]:
    """These as they are now, without those that not everybody here may see (any more)."""
    if not ids:
        return {}
    is_decider = and_(Person.workspace_id == Decision.workspace_id, Person.user_id == Decision.decider_id)
    found = (
        select(Decision, Person.name, SUCCESSOR.number, _voices(Stance.OBJECT), _voices(None))
        .join(Person, is_decider, isouter=True)
        .join(SUCCESSOR, SUCCESSOR.id == Decision.superseded_by_id, isouter=True)
        .where(Decision.id.in_(ids), permissions.decisions(scope.audience))
    )
    rows = session.execute(found).all()
    urls = links.of_cards(session, scope.workspace_id, _cards(session, scope, [row[0].id for row in rows]))
    return {
        decision.id: of_row(
            DecisionLine,
            decision,
            ref=DECISION.of(decision.number),
            decider=decider or decision.decider_id,
            until=decision.until_at,
            objections=objections,
            awaited=awaited if decision.state is DecisionState.PROPOSED else 0,
            superseded_by=DECISION.of(number) if number else "",
            url=urls.get(decision.id, ""),
            at=scope.at,
        )
        for decision, decider, number, objections, awaited in rows
    }


def _about(scope: DigestScope) -> Select[int]:
    """Those that the teams or their channels are concerned by and everybody here may see."""
    mine = Decision.workspace_id == scope.workspace_id
    seen = select(Decision.id).where(mine, permissions.decisions(scope.audience))
    if scope.covers_all:
        return seen
    ours = or_(DecisionConcern.team_id.in_(scope.team_ids), DecisionConcern.channel_id.in_(scope.homes))
    concern = select(DecisionConcern.id).where(DecisionConcern.decision_id == Decision.id, ours).limit(1)
    return seen.where(concern.correlate(Decision).scalar_subquery().is_not(None))


def _in_period(scope: DigestScope, moment: SQLColumnExpression[datetime | None]) -> Select[int, datetime]:
    fresh = Decision.stale_since.is_(None) if scope.has(Section.ATTENTION) else true()
    latest = func.coalesce(Decision.closed_at, Decision.decided_at).label("latest")
    return _about(scope).add_columns(latest).where(moment > scope.since, moment <= scope.until, fresh)


def _waits_for_decider(scope: DigestScope) -> ColumnElement[bool]:
    return or_(_voices(Stance.OBJECT) > 0, decision_lateness.is_over_column(scope.at))


def _by_date() -> tuple[SQLColumnExpression[Any], ...]:
    # The databases do not agree on where something without a date stands.
    return (Decision.until_at.is_(None), Decision.until_at, Decision.id)


def _voices(stance: Stance | None) -> ScalarSelect[int]:
    """How many of those who are waited for say this."""
    heard = (
        select(func.count())
        .select_from(DecisionVoice)
        .where(
            DecisionVoice.decision_id == Decision.id,
            DecisionVoice.stance == stance,
            DecisionVoice.stand_in_id.is_(None),
        )
    )
    return heard.correlate(Decision).scalar_subquery()


def _cards(session: Session, scope: DigestScope, ids: Collection[int]) -> Mapping[int, str]:
    """The card of each that everybody here can open: the one in this channel, else one in a public channel."""
    place = func.coalesce(DecisionConcern.channel_id, Team.home_channel)
    found = (
        select(DecisionConcern.decision_id, place)
        .join(Team, Team.id == DecisionConcern.team_id, isouter=True)
        .where(DecisionConcern.decision_id.in_(ids), permissions.concerns(scope.audience))
        .order_by(place != scope.audience.channel_id, DecisionConcern.id)
    )
    places: dict[int, ChannelId] = {}
    for decision_id, where in session.execute(found):
        places.setdefault(decision_id, where)
    return {decision_id: cards.decision(decision_id, where).key for decision_id, where in places.items()}
