"""An organisation of any size in the database, with years behind it: what benchmarks and plans of queries are run on.

A few things of each team are fresh, in proportion to its teams alone; `old` is how many requests besides are over for
more than a quarter, with decisions, events and rounds to match. Only what is old makes one organisation larger.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count, islice
from typing import Any

from sqlalchemy import Integer, func, insert, literal, select
from sqlalchemy.orm import Session

from slackapp.ids import ChannelId, SlackTeamId, UserId, WorkspaceId
from slackapp.models import area_life, decision_life
from slackapp.models.areas import Area, AreaEvent
from slackapp.models.base import Base
from slackapp.models.checkin_rounds import CheckinAnswer, CheckinEntry, CheckinRound, EntryProgress
from slackapp.models.checkin_setups import Every, QuestionKind
from slackapp.models.checkins import Checkin, CheckinQuestion, CheckinState
from slackapp.models.decisions import Decision, DecisionConcern
from slackapp.models.digests import Digest, DigestEdition, DigestTeam, QuietWeek, Section
from slackapp.models.people import Channel, ChannelMember, Person
from slackapp.models.request_life import RequestState
from slackapp.models.requests import Priority, Request
from slackapp.models.teams import Team
from slackapp.models.workspaces import Workspace

MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
"""Nine o'clock in Amsterdam."""
HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)
SANNE = UserId("USANNE")
ROWS, COPIED = 5_000, 20_000
YEARS = 1_700
"""Over so many days lies what is over."""
UNDER_WAY = (
    RequestState.OPEN,
    RequestState.ACCEPTED,
    RequestState.IN_PROGRESS,
    RequestState.BLOCKED,
    RequestState.WAITING,
)
FRESH = 120
"""Requests of a team that are under way (one in six) or were answered and done within twelve weeks."""
QUARTER = 13 * WEEK

Row = dict[str, Any]


@dataclass(frozen=True)
class Founded:
    """An organisation that stands: its digests, one a channel, and the editions that are due this Monday."""

    workspace_id: WorkspaceId
    digests: list[int]
    editions: list[int]
    overview: int
    """The edition of the digest over all teams."""


@dataclass(frozen=True)
class Organisation:
    """What to found."""

    name: str
    teams: int
    old: int

    def found(self, session: Session) -> Founded:
        """Store it; in the transaction of the caller."""
        store = Store(session, _workspace(session, self.name))
        team_ids = _teams(store, self.teams)
        _requests(store, team_ids, self.old)
        _decisions(store, team_ids, self.old // 10)
        _areas(store, team_ids, self.old // 20)
        _rounds(store, self.teams, self.old // 20)
        return _digests(store, team_ids, self.old // 100)


@dataclass(frozen=True)
class Store:
    """Many rows at a time, in one workspace."""

    session: Session
    workspace_id: WorkspaceId

    def add(self, table: type[Base], rows: Iterable[Row]) -> list[int]:
        """Store them; their numbers, in the order of the rows, where they have any."""
        before, left = self._last(table), iter(rows)
        while some := list(islice(left, ROWS)):
            self.session.execute(insert(table), [{"workspace_id": self.workspace_id, **row} for row in some])
        return [] if before is None else self._since(table, before)

    def grow(self, table: type[Base], rows: Iterable[Row], many: int, *unique: str) -> list[int]:
        """The same for so many that the database copies them, with their `unique` columns made so; their numbers."""
        before = self._last(table) or 0
        self.add(table, islice(rows, min(many, ROWS)))
        have = min(many, ROWS)
        while 0 < have < many:
            # Not too many at a time: a statement of the app is cut off after fifteen seconds.
            more = min(have, many - have, COPIED)
            self._copy(table, before, have, more, unique)
            have += more
        return self._since(table, before)

    def derive(self, table: type[Base], columns: Row, origin: type[Base], ids: list[int]) -> None:
        """One row for each of these of another table, of expressions of its columns."""
        values = {"workspace_id": literal(self.workspace_id), **columns}
        rows = select(*values.values()).where(_id(origin) >= min(ids, default=0), _id(origin) <= max(ids, default=-1))
        self.session.execute(insert(table).from_select(list(values), rows))

    def _copy(self, table: type[Base], before: int, have: int, most: int, unique: tuple[str, ...]) -> None:
        columns = [each for each in table.__table__.columns if each.name != "id"]
        shift = {True: literal(have), False: literal(f"-{have}")}
        values = [
            (each + shift[isinstance(each.type, Integer)]).label(each.name) if each.name in unique else each
            for each in columns
        ]
        rows = select(*values).where(_id(table) > before).order_by(_id(table)).limit(most)
        self.session.execute(insert(table).from_select([each.name for each in columns], rows))

    def _since(self, table: type[Base], before: int) -> list[int]:
        return list(self.session.scalars(select(_id(table)).where(_id(table) > before).order_by(_id(table))))

    def _last(self, table: type[Base]) -> int | None:
        return self.session.scalar(select(func.coalesce(func.max(_id(table)), 0))) if hasattr(table, "id") else None


def _id(table: type[Base]) -> Any:
    return table.id  # type: ignore[attr-defined]


def _workspace(session: Session, name: str) -> WorkspaceId:
    about = {"name": name, "url": f"https://{name}.slack.com/", "bot_user_id": UserId("UBOT")}
    workspace = Workspace(slack_id=SlackTeamId(name), locale="en-GB", tz="Europe/Amsterdam", **about)
    session.add(workspace)
    session.flush()
    person = {"name": "Sanne", "tz": "Europe/Amsterdam", "locale": "en-GB"}
    session.add(Person(workspace_id=workspace.id, user_id=SANNE, **person))
    session.flush()
    return workspace.id


def _teams(store: Store, many: int) -> list[int]:
    channels = [ChannelId(f"C{number}") for number in range(many)]
    store.add(Channel, ({"channel_id": each, "name": each.lower(), "has_app": True} for each in channels))
    store.add(ChannelMember, ({"channel_id": each, "user_id": SANNE} for each in channels))
    hours = {"tz": "Europe/Amsterdam", "weekdays": "01234", "starts": time(9), "ends": time(17)}
    who = {"lead_id": SANNE, "locale": "en-GB"}
    named = ({"name": f"Team {number}", "key": f"team {number:06}"} for number in range(many))
    return store.add(
        Team, ({**name, "home_channel": each, **hours, **who} for name, each in zip(named, channels, strict=True))
    )


def _requests(store: Store, teams: list[int], old: int) -> None:
    numbers = count(1)
    fresh = (
        _request(next(numbers), team_id, teams[place - 1 - turn % 3], turn, is_old=False)
        for place, team_id in enumerate(teams)
        for turn in range(FRESH)
    )
    store.add(Request, fresh)
    past = (
        _request(next(numbers), teams[turn % len(teams)], teams[turn % len(teams) - 1], turn, is_old=True)
        for turn in count()
    )
    store.grow(Request, past, old, "number")


def _request(number: int, to_team: int, from_team: int, turn: int, *, is_old: bool) -> Row:
    is_active = not is_old and turn % 6 == 0
    state = UNDER_WAY[turn // 6 % len(UNDER_WAY)] if is_active else RequestState.DONE
    moment = MONDAY - HOUR - (QUARTER + turn % YEARS * DAY if is_old else turn % 84 * DAY)
    return {
        "number": number,
        "requester_id": SANNE,
        "from_team_id": from_team,
        "to_team_id": to_team,
        "title": f"Request {number}",
        "why": "It matters",
        "needed_by": date(2026, 12, 4),
        "priority": Priority.NORMAL,
        "state": state,
        "submitted_at": moment - 3 * DAY,
        "answer_by": MONDAY + (turn % 5 - 2) * DAY if state is RequestState.OPEN else None,
        "due_at": MONDAY + (turn % 9 - 3) * DAY,
        "answered_at": None if is_active else moment,
        "answered_after": None if is_active else turn * 37 % 900,
        "answered_in_time": None if is_active else turn % 4 > 0,
        "closed_at": None if is_active else moment,
    }


def _decisions(store: Store, teams: list[int], old: int) -> None:
    """Each team has one that is open, one of this week and one that is stale; the rest is long in force."""
    states = decision_life.DecisionState
    fresh = (states.PROPOSED, states.DECIDED, states.REVIEW_DUE)
    rows = (_decision(number, fresh[number % 3], 2 * DAY) for number in range(3 * len(teams)))
    past = (_decision(number, states.DECIDED, QUARTER + number % YEARS * DAY) for number in count(3 * len(teams)))
    for ids in (store.add(Decision, rows), store.grow(Decision, past, old, "number")):
        whose = {"decision_id": Decision.id, "team_id": teams[0] + Decision.id % len(teams)}
        store.derive(DecisionConcern, whose, Decision, ids)


def _decision(number: int, state: decision_life.DecisionState, ago: timedelta) -> Row:
    is_open, is_stale = state is decision_life.DecisionState.PROPOSED, state is decision_life.DecisionState.REVIEW_DUE
    return {
        "number": number + 1,
        "author_id": SANNE,
        "driver_id": SANNE,
        "decider_id": SANNE,
        "title": f"Decision {number}",
        "text": "So be it",
        "state": state,
        "until_at": MONDAY + DAY if is_open else None,
        "proposed_at": MONDAY - ago,
        "decided_at": None if is_open else MONDAY - ago,
        "stale_since": MONDAY - DAY if is_stale else None,
    }


def _areas(store: Store, teams: list[int], old: int) -> None:
    """Each team has ten: one without an owner, one that has just got another. What is retired stays."""
    fresh = store.add(Area, (_area(number, teams) for number in range(10 * len(teams))))
    store.grow(Area, (_area(number, teams, retired_at=MONDAY - QUARTER) for number in count(len(fresh))), old, "key")
    changed = [_event(area_id, MONDAY - 3 * DAY) for area_id in fresh[1::10]]
    store.add(AreaEvent, changed)
    past = (_event(fresh[number % len(fresh)], MONDAY - QUARTER - number % YEARS * DAY) for number in count())
    store.grow(AreaEvent, past, 4 * old)


def _area(number: int, teams: list[int], **also: Any) -> Row:
    is_owned = bool(number % 10) or also
    return {
        "name": f"Area {number}",
        "key": f"area {number:09}",
        "kind": area_life.AreaKind.SYSTEM,
        "team_id": teams[number // 10 % len(teams)],
        "owner_id": SANNE if is_owned else None,
        "confirmed_at": MONDAY - 30 * DAY,
        "next_due": date(2027, 1, 4),
        "retired_at": None,
        **also,
    }


def _event(area_id: int, at: datetime) -> Row:
    held, verb = area_life.Standing.CONFIRMED, area_life.AreaVerb.ACCEPT
    return {"area_id": area_id, "at": at, "verb": verb, "before": held, "after": held, "about": {"former": SANNE}}


def _rounds(store: Store, teams: int, old: int) -> None:
    """A check-in in every other channel, with a round of this week, and many before."""
    what = {"name": "Cross-team", "owner_id": SANNE, "state": CheckinState.ACTIVE, "every": Every.WEEK}
    when = {"weekdays": "0", "at": time(9), "starts_on": date(2021, 1, 4), "open_minutes": 480}
    how = {"is_anonymous": False, "is_live": False}
    checkins = store.add(
        Checkin, ({"channel_id": f"C{number}", **what, **when, **how} for number in range(0, teams, 2))
    )
    asks = {"place": 1, "text": "In the way?", "kind": QuestionKind.BLOCKER, "choices": {"choices": []}}
    questions = store.add(CheckinQuestion, ({"checkin_id": each, **asks} for each in checkins))
    rounds = store.add(CheckinRound, (_round(checkins, number) for number in range(len(checkins) + old)))
    said = {"round_id": CheckinRound.id, "user_id": literal(SANNE)}
    store.derive(CheckinEntry, {**said, "progress": literal(EntryProgress.ANSWERED.value)}, CheckinRound, rounds)
    question = CheckinRound.checkin_id - checkins[0] + questions[0]
    store.derive(CheckinAnswer, {**said, "question_id": question, "text": literal("No access")}, CheckinRound, rounds)


def _round(checkins: list[int], number: int) -> Row:
    turn = number // len(checkins)
    closes_at = MONDAY - QUARTER - turn * DAY if turn else MONDAY - 4 * DAY
    about = {"checkin_id": checkins[number % len(checkins)], "day": closes_at.date(), "asks": {"questions": []}}
    return about | {"closes_at": closes_at, "closed_at": closes_at}


def _digests(store: Store, teams: list[int], old: int) -> Founded:
    """One for each team in its channel, one over all of them, and the editions of some years."""
    usual = [each.value for each in Section if each not in (Section.STUCK, Section.KEPT)]
    store.add(Channel, [{"channel_id": "CALL", "name": "all", "has_app": True}])
    what = {"owner_id": SANNE, "weekday": 0, "at": time(9), "tz": "Europe/Amsterdam", "locale": "en-GB"}
    what |= {"template": "weekly", "quiet": QuietWeek.LINE}
    own = [{"channel_id": f"C{number}", "sections": {"chosen": usual}, **what} for number in range(len(teams))]
    every = {"channel_id": "CALL", "sections": {"chosen": [each.value for each in Section]}, **what}
    ids = store.add(Digest, [*own, every])
    store.add(DigestTeam, ({"digest_id": each, "team_id": team} for each, team in zip(ids, teams, strict=False)))
    told = {"attention": 1, "answered": 0, "finished": 0, "is_among_members": True}
    weeks = range(1, 2 + old // len(teams))
    store.add(DigestEdition, (_edition(each, MONDAY - ago * WEEK, told) for each in ids for ago in weeks))
    due = store.add(DigestEdition, (_edition(each, MONDAY, {}) for each in ids))
    return Founded(store.workspace_id, ids, due[:-1], due[-1])


def _edition(digest_id: int, until: datetime, figures: Row) -> Row:
    about = {"digest_id": digest_id, "slot": until.strftime("%Y-%m-%dT%H:%M"), "since": until - WEEK, "until": until}
    return about | {"figures": figures, "gathered_at": until if figures else None}
