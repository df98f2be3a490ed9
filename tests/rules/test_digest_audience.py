"""A digest shows only what everybody in its channel may see (DIG-4, REQ-13, principle 5), in any organisation.

Organisations are drawn by lot. Each line is put to the permissions that every other page of the app asks: every member
of the channel must be allowed to see it by itself. Where guests and strangers read along, only that is told which
stands in the channel already. Numbers count nothing else.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp import outbox
from slackapp.clock import MovableClock
from slackapp.database import Database, connect
from slackapp.ids import WorkspaceId
from slackapp.models.areas import Area
from slackapp.models.checkin_rounds import CheckinRound
from slackapp.models.checkins import Checkin
from slackapp.models.decisions import Decision
from slackapp.models.digests import Digest, ItemKind, Section
from slackapp.models.people import Channel
from slackapp.models.requests import Request
from slackapp.models.teams import Team
from slackapp.permissions.audience import audience
from slackapp.permissions.viewer import Viewer
from slackapp.queries import digests
from slackapp.queries.digests.content import DigestPart, Line, RoundLine
from slackapp.queries.digests.scope import scope_of
from slackapp.rules.decisions.places import places
from tests.rules.company import Company
from tests.rules.digest_rows import MONDAY, WEEK, edition
from tests.rules.organisations import Organisation, Sight

NUMBERS = count(1)
TABLES: dict[ItemKind, Any] = {
    ItemKind.REQUEST: Request,
    ItemKind.DECISION: Decision,
    ItemKind.AREA: Area,
    ItemKind.ROUND: CheckinRound,
}
LISTED = (Section.ATTENTION, Section.INCOMING, Section.OUTGOING)


@dataclass
class Room:
    """A channel with its digest, and everybody who reads there."""

    session: Session
    organisation: Organisation
    channel: Channel
    digest: Digest

    @property
    def workspace_id(self) -> WorkspaceId:
        return self.organisation.workspace_id

    @cached_property
    def readers(self) -> list[Viewer]:
        return self.organisation.readers(self.channel)

    @cached_property
    def sights(self) -> list[Sight]:
        return [self.organisation.sight(each) for each in self.readers if each.is_member]

    @cached_property
    def seen(self) -> dict[ItemKind, list[Any]]:
        """What every reader may see."""
        return {kind: [each for each in self.rows(table) if self.may_show(each)] for kind, table in TABLES.items()}

    @cached_property
    def everything(self) -> list[DigestPart]:
        """All sections in full, page by page."""
        return [part for section in Section for part in self._paged(section)]

    def rows(self, table: Any) -> list[Any]:
        return list(self.session.scalars(select(table).where(table.workspace_id == self.workspace_id)))

    def may_show(self, row: Any) -> bool:
        is_here = self.stands_here(row)
        if self.channel.is_shared:
            return is_here
        is_secret = isinstance(row, Request) and row.is_private
        has_outsiders = len(self.sights) < len(self.readers)
        is_seen = all(row.id in sight[type(row)] for sight in self.sights)
        return not is_secret and is_seen and (is_here or not has_outsiders)

    def stands_here(self, row: Any) -> bool:
        here = self.channel.channel_id
        match row:
            case Request():
                return not row.is_private and self.session.get_one(Team, row.to_team_id).home_channel == here
            case Decision():
                return here in places(self.session, row)
            case CheckinRound():
                return self.session.get_one(Checkin, row.checkin_id).channel_id == here
            case _:
                return False

    def _paged(self, section: Section) -> Iterator[DigestPart]:
        pages, page = 1, 0
        while page < pages:
            shown = digests.everything(self.session, self.workspace_id, self.digest.id, section, page=page)
            yield shown.part
            pages, page = shown.pages, page + 1


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(connect(database_url), MovableClock(MONDAY), outbox.put)
    yield database
    database.close()


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(random=st.randoms(use_true_random=False))
def test_everybody_in_a_channel_may_see_all_that_its_digest_says(database: Database, random: Random) -> None:
    company = Company.founded(database, f"T{next(NUMBERS)}")
    database.run_now(_check, company.id, random)


def _check(session: Session, workspace_id: WorkspaceId, random: Random) -> None:
    organisation = Organisation.drawn(session, workspace_id, random)
    for digest in organisation.digests:
        channel = session.get_one(Channel, (workspace_id, digest.channel_id))
        room = Room(session, organisation, channel, digest)
        kept = digests.page(session, workspace_id, {"edition": edition(session, digest).id})
        now = digests.preview(session, workspace_id, digest.id, MONDAY)
        assert kept is not None
        for page in (kept, now):
            _check_lines(room, page.parts)
            _check_numbers(room, page.parts)
            assert page.answered <= sum(row.answered_at is not None for row in room.seen[ItemKind.REQUEST])
            assert page.finished <= sum(row.closed_at is not None for row in room.seen[ItemKind.REQUEST])
            _check_once(page.parts)
        _check_lines(room, room.everything)
        _check_numbers(room, room.everything)
        _check_nothing_is_missing(room)
        organisation.lets_guest_in(channel)
        room = Room(session, organisation, channel, digest)
        again = digests.page(session, workspace_id, {"edition": kept.edition_id})
        assert again is not None
        _check_lines(room, again.parts)
        _check_numbers(room, again.parts)


def _check_lines(room: Room, parts: Any) -> None:
    for line in (line for part in parts for line in part.lines):
        row = room.session.get_one(TABLES[line.kind], line.id)
        assert room.may_show(row), (line, room.channel.channel_id, room.channel.is_private)
        if isinstance(line, RoundLine):
            _check_blockades(room, line, row)


def _check_blockades(room: Room, line: RoundLine, row: CheckinRound) -> None:
    if room.session.get_one(Checkin, row.checkin_id).is_anonymous:
        assert not line.is_open
        assert line.blockades == ()
    named = {f"R-{request.number}" for request in room.seen[ItemKind.REQUEST]}
    assert {each.ref for each in line.blockades} <= named | {""}


def _check_numbers(room: Room, parts: Any) -> None:
    names = {team.id: team.name for team in room.organisation.teams}
    seen = room.seen[ItemKind.REQUEST]
    pairs = [(names.get(row.from_team_id), names[row.to_team_id]) for row in seen if row.closed_at is None]
    answered = [names[row.to_team_id] for row in seen if row.answered_at and row.answered_at > MONDAY - WEEK]
    for part in parts:
        for each in part.between:
            assert each.open <= pairs.count((each.from_team, each.to_team))
        for each in part.kept:
            assert each.answered <= answered.count(each.team)
        if part.lines:
            assert part.total <= sum(len(rows) for rows in room.seen.values())


def _check_once(parts: Any) -> None:
    lines: list[Line] = [line for part in parts for line in part.lines]
    assert len({(line.kind, line.id) for line in lines}) == len(lines)


def _check_nothing_is_missing(room: Room) -> None:
    """Among members, a request to a team that lives in a public channel, or here, stands in one of the lists."""
    if not audience(room.session, room.workspace_id, room.channel.channel_id).is_among_members:
        return
    homes = {each.channel_id for each in room.organisation.channels if not each.is_private} | {room.channel.channel_id}
    covered = set(scope_of(room.session, room.digest, MONDAY - WEEK, MONDAY).team_ids)
    lines = [line for part in room.everything if part.section in LISTED for line in part.lines]
    told = [line.id for line in lines if line.kind is ItemKind.REQUEST]
    due = [
        row.id
        for row in room.rows(Request)
        if row.closed_at is None and not row.is_private and row.to_team_id in covered
        if room.session.get_one(Team, row.to_team_id).home_channel in homes
    ]
    assert set(due) <= set(told)
    assert len(told) == len(set(told))
