"""What holds after any mixture of work, failures and lost leases, in any order."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from delivery import claiming, gates, lanes, settle
from delivery.claim import Claim
from delivery.worker import Worker
from slackapp import outbox
from slackapp.cards import CardAt
from slackapp.clock import MovableClock
from slackapp.database import Database, connect
from slackapp.ids import ChannelId, SlackTeamId, Timestamp, UserId, WorkspaceId
from slackapp.models.outbox import Gate, Lane, Message, Posting, Progress
from slackapp.models.workspaces import Workspace
from slackapp.slack.outcomes import (
    Dead,
    Gated,
    Gone,
    Hidden,
    NotPosted,
    NotThere,
    Place,
    Poison,
    Sent,
    Throttled,
    TooLate,
    Unread,
    Unsure,
)
from slackapp.views.message import Content, MessageKind
from tests.delivery import office

KINDS: dict[str, MessageKind[Any]] = {
    "line": MessageKind(lambda _session, _workspace, refs: refs["n"], lambda n, _: Content(str(n))),
    "nothing": MessageKind(lambda _session, _workspace, _refs: None, lambda _answer, _: Content("")),
}
ENDS = [
    *(Throttled(1), Throttled(None), NotPosted("refused"), Unsure("timeout"), Gone("message_not_found")),
    *(Dead("is_archived"), Poison("no_text"), Gated("token_revoked"), TooLate()),
    *(NotThere(), Hidden("missing_scope"), Unread("503"), None),
]
STEPS = st.one_of(
    st.tuples(st.sampled_from(["say", "show", "drop", "expire"]), st.sampled_from(["C1", "C2"])),
    st.tuples(st.sampled_from(["due", "doubtful", "lift"]), st.none()),
    st.tuples(st.just("settle"), st.tuples(st.integers(0, 9), st.sampled_from(ENDS))),
    st.tuples(st.just("wait"), st.sampled_from([1, 31, 91, 700])),
)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(connect(database_url), MovableClock(datetime(2026, 11, 23, tzinfo=UTC)), outbox.put)
    yield database
    database.close()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, max_size=40))
def test_the_count_and_the_order_hold_whatever_happens(database: Database, steps: list[tuple[str, Any]]) -> None:
    work = Work(database)
    for verb, about in steps:
        work.does(verb, about)
        assert database.read_now(office.counts_are_right)
        assert database.read_now(_one_after_the_other)


class Work:
    """All that can happen to an outbox. Claims are kept, so that some are settled late and some twice."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.id = database.run_now(_emptied)
        self.claims: list[Claim] = []
        self.numbers = count(1)

    def does(self, verb: str, about: Any) -> None:
        getattr(self, verb)(about)

    def say(self, to: str, **how: Any) -> None:
        n, kind = next(self.numbers), how.pop("kind", "line")
        self.database.run_now(lambda s: outbox.say(s, self.id, ChannelId(to), kind, once=str(n), n=n, **how))

    def show(self, to: str) -> None:
        self.database.run_now(lambda s: outbox.show(s, self.id, CardAt(ChannelId(to), "line", {"n": 0})))

    def drop(self, to: str) -> None:
        self.say(to, kind="nothing")

    def expire(self, to: str) -> None:
        self.say(to, expires_at=self.database.clock.now())

    def due(self, _: None) -> None:
        self.claims += self.database.run_now(claiming.due, Worker("worker", KINDS))

    def doubtful(self, _: None) -> None:
        self.claims += self.database.run_now(claiming.doubtful, Worker("worker", KINDS))

    def settle(self, which: tuple[int, Any]) -> None:
        number, end = which
        if self.claims:
            claim = self.claims[-1 - number % len(self.claims)]
            place = Place(ChannelId("C1"), Timestamp(f"{next(self.numbers)}.0"))
            self.database.run_now(settle.settle, claim, end or Sent(place))

    def lift(self, _: None) -> None:
        self.database.run_now(gates.lift, self.id)

    def wait(self, seconds: int) -> None:
        clock = self.database.clock
        assert isinstance(clock, MovableClock)
        clock.move(timedelta(seconds=seconds))


def _emptied(session: Session) -> WorkspaceId:
    for table in (Message, Lane, Gate, Posting, Workspace):
        session.execute(delete(table))
    place = {"name": "Polder", "url": "", "locale": "en", "tz": "UTC"}
    workspace = Workspace(slack_id=SlackTeamId("T1"), bot_user_id=UserId("U1"), **place)
    session.add(workspace)
    session.flush()
    return workspace.id


def _one_after_the_other(session: Session) -> bool:
    """In a lane everything before the first open message is closed, and everything after it still waits."""
    return all(_is_in_order(session, lane) for lane in session.scalars(select(Lane)))


def _is_in_order(session: Session, lane: Lane) -> bool:
    rows = session.scalars(select(Message).where(Message.lane_id == lane.id).order_by(Message.id)).all()
    is_open = [row.state in lanes.OPEN for row in rows]
    sending = [row.state == Progress.SENDING for row in rows]
    first = is_open.index(True) if True in is_open else len(rows)
    return all(is_open[first:]) and not any(sending[first + 1 :])
