"""Rounds of check-ins in a digest: which ones, and as they are now.

Of an anonymous one nothing is told but how many answered.
"""

from collections.abc import Collection, Mapping
from itertools import groupby
from operator import attrgetter

from sqlalchemy import ColumnElement, Select, and_, case, func, select
from sqlalchemy.orm import Session, aliased

from slackapp import cards
from slackapp.ids import ChannelId
from slackapp.models.checkin_rounds import CheckinAnswer, CheckinEntry, CheckinRound, EntryProgress
from slackapp.models.checkin_setups import QuestionKind
from slackapp.models.checkins import Checkin, CheckinQuestion
from slackapp.models.digests import ItemKind
from slackapp.models.people import Person
from slackapp.models.requests import Request
from slackapp.models.teams import Team
from slackapp.permissions import audience as permissions
from slackapp.queries import links
from slackapp.queries.digests.content import Blockade, RoundLine
from slackapp.queries.digests.listing import Listing
from slackapp.queries.digests.scope import DigestScope
from slackapp.references import REQUEST

ASKED = (EntryProgress.ASKED, EntryProgress.ANSWERED, EntryProgress.SKIPPED)
"""Who counts as asked: not who is away, nor who could not be reached in time."""
NAMED_TEAM, ASKED_TEAM = aliased(Team), aliased(Team)


def open_now(scope: DigestScope) -> Listing:
    """What can be answered now, the most urgent first.

    None that is anonymous: a number that grows before everybody's eyes tells when somebody answered.
    """
    is_open = and_(CheckinRound.closed_at.is_(None), CheckinRound.closes_at > scope.at)
    found = _about(scope).where(is_open, Checkin.is_anonymous.is_(False))
    return Listing(ItemKind.ROUND, found.order_by(CheckinRound.closes_at, CheckinRound.id))


def ended(scope: DigestScope) -> Listing:
    """What ended in the period: where something is in the way first, then the latest."""
    found = _about(scope).where(CheckinRound.closed_at > scope.since, CheckinRound.closed_at <= scope.until)
    order = (case((_has_blockers(), 0), else_=1), CheckinRound.closed_at.desc(), CheckinRound.id.desc())
    return Listing(ItemKind.ROUND, found.order_by(*order))


def lines(session: Session, scope: DigestScope, ids: Collection[int]) -> Mapping[int, RoundLine]:
    """These as they are now, without those that not everybody here may see (any more)."""
    if not ids:
        return {}
    found = (
        select(CheckinRound, Checkin.name, Checkin.channel_id, Checkin.is_anonymous, *_counts())
        .join(Checkin, Checkin.id == CheckinRound.checkin_id)
        .where(CheckinRound.id.in_(ids), permissions.checkins(scope.audience))
    )
    rows = session.execute(found).all()
    urls = links.of_cards(session, scope.workspace_id, {row[0].id: _card(row[0].id, row[2]) for row in rows})
    blockades = _blockades(session, scope, [row[0].id for row in rows if not row[3]])
    return {
        round_.id: RoundLine(
            id=round_.id,
            checkin_id=round_.checkin_id,
            name=name,
            day=round_.day,
            is_open=round_.closed_at is None,
            closes_at=round_.closes_at,
            asked=asked,
            answered=answered,
            blockades=blockades.get(round_.id, ()),
            url=urls.get(round_.id, ""),
        )
        for round_, name, _, _, asked, answered in rows
    }


def _about(scope: DigestScope) -> Select[int]:
    """Those whose summary goes to this channel or to the home of one of the teams."""
    return (
        select(CheckinRound.id)
        .join(Checkin, Checkin.id == CheckinRound.checkin_id)
        .where(Checkin.channel_id.in_(scope.homes), permissions.checkins(scope.audience))
    )


def _counts() -> tuple[ColumnElement[int], ColumnElement[int]]:
    """How many were asked, and how many of them answered."""

    def count(*progress: EntryProgress) -> ColumnElement[int]:
        entries = (
            select(func.count())
            .select_from(CheckinEntry)
            .where(
                CheckinEntry.round_id == CheckinRound.id,
                CheckinEntry.progress.in_(progress),
            )
        )
        return entries.correlate(CheckinRound).scalar_subquery()

    return count(*ASKED), count(EntryProgress.ANSWERED)


def _has_blockers() -> ColumnElement[bool]:
    named = (
        select(CheckinAnswer.id)
        .join(CheckinQuestion, CheckinQuestion.id == CheckinAnswer.question_id)
        .where(CheckinAnswer.round_id == CheckinRound.id, CheckinQuestion.kind == QuestionKind.BLOCKER)
        .limit(1)
    )
    return and_(Checkin.is_anonymous.is_(False), named.correlate(CheckinRound).scalar_subquery().is_not(None))


def _blockades(session: Session, scope: DigestScope, ids: Collection[int]) -> Mapping[int, tuple[Blockade, ...]]:
    """What was named in these rounds. A request that not everybody here may see is not mentioned."""
    is_request = and_(Request.id == CheckinAnswer.request_id, permissions.requests(scope.audience))
    is_author = and_(Person.workspace_id == CheckinAnswer.workspace_id, Person.user_id == CheckinAnswer.user_id)
    found = (
        select(CheckinAnswer.round_id, CheckinAnswer.text, CheckinAnswer.user_id, Person.name, Request.number)
        .add_columns(func.coalesce(ASKED_TEAM.name, NAMED_TEAM.name, ""))
        .join(CheckinQuestion, CheckinQuestion.id == CheckinAnswer.question_id)
        .join(Person, is_author, isouter=True)
        .join(Request, is_request, isouter=True)
        .join(ASKED_TEAM, ASKED_TEAM.id == Request.to_team_id, isouter=True)
        .join(NAMED_TEAM, NAMED_TEAM.id == CheckinAnswer.team_id, isouter=True)
        .where(
            CheckinAnswer.round_id.in_(ids),
            CheckinQuestion.kind == QuestionKind.BLOCKER,
        )
        .order_by(CheckinAnswer.round_id, CheckinAnswer.id)
    )
    by_round = groupby(session.execute(found).all(), attrgetter("round_id"))
    return {
        round_id: tuple(
            Blockade(name or user_id, text, team, REQUEST.of(number) if number else "")
            for _, text, user_id, name, number, team in rows
        )
        for round_id, rows in by_round
    }


def _card(round_id: int, channel_id: ChannelId) -> str:
    return cards.checkin_summary(round_id, channel_id).key
