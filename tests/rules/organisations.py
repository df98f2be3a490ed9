"""Organisations drawn by lot: all kinds of channels and people, and things that some may see and others may not."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from slackapp.ids import Actor, ChannelId, UserId, WorkspaceId
from slackapp.models import decision_life
from slackapp.models.areas import Area
from slackapp.models.checkin_rounds import CheckinRound
from slackapp.models.checkins import Checkin, CheckinState
from slackapp.models.decisions import Decision
from slackapp.models.digests import Digest
from slackapp.models.people import Channel, ChannelMember, Person
from slackapp.models.request_life import ENDED, RequestState
from slackapp.models.requests import Request, RequestGuest
from slackapp.models.teams import Team, TeamMember
from slackapp.permissions import areas, checkins, decisions, requests
from slackapp.permissions.viewer import Viewer, viewer
from tests.rules.digest_rows import DAY, MONDAY, Rows

ACCOUNTS: Sequence[dict[str, Any] | None] = (
    {},
    {},
    {},
    {"is_guest": True},
    {"is_stranger": True},
    {"is_deactivated": True},
    {"is_bot": True},
    None,
)
"""What kinds of accounts there are; of the last one Slack has not told us."""
T = TypeVar("T")
Sight = dict[type[Any], set[int]]
HOURS = timedelta(hours=9)


@dataclass
class Organisation:
    """What was drawn, and who reads in which channel."""

    session: Session
    workspace_id: WorkspaceId
    random: Random
    people: list[UserId] = field(default_factory=list)
    channels: list[Channel] = field(default_factory=list)
    teams: list[Team] = field(default_factory=list)
    digests: list[Digest] = field(default_factory=list)
    sights: dict[UserId, Sight] = field(default_factory=dict)

    @classmethod
    def drawn(cls, session: Session, workspace_id: WorkspaceId, random: Random) -> "Organisation":
        drawn = cls(session, workspace_id, random)
        drawn._draw_people()
        drawn._draw_channels()
        drawn._draw_teams()
        drawn._draw_things(Rows(session, workspace_id))
        session.flush()
        return drawn

    def readers(self, channel: Channel) -> list[Viewer]:
        """Who is in it; of a public one also every other member of the organisation, who can look in at any time."""
        inside, gone = self._inside(channel), self._gone()
        found = [viewer(self.session, Actor(self.workspace_id, each)) for each in self.people if each not in gone]
        return [each for each in found if each.user_id in inside or (each.is_member and not channel.is_private)]

    def lets_guest_in(self, channel: Channel) -> None:
        """Somebody from outside reads along from now on, also what was posted before."""
        guest = UserId(f"UGUEST{channel.channel_id}")
        about = {"workspace_id": self.workspace_id, "user_id": guest}
        self.people.append(guest)
        self.session.add(Person(**about, name="Guest", tz="UTC", locale="en", is_guest=True))
        self.session.add(ChannelMember(**about, channel_id=channel.channel_id))
        self.session.flush()

    def sight(self, reader: Viewer) -> Sight:
        """What somebody sees everywhere else in the app, by its kind."""
        if reader.user_id not in self.sights:
            self.sights[reader.user_id] = self._sight(reader)
        return self.sights[reader.user_id]

    def _sight(self, reader: Viewer) -> Sight:
        read = self.session.scalars(select(Checkin).where(checkins.visible_to(reader)))
        theirs = [each.id for each in read if checkins.may_read_answers(self.session, each, reader)]
        seen = {
            Request: select(Request.id).where(requests.visible_to(reader)),
            Decision: select(Decision.id).where(decisions.visible_to(reader)),
            Area: select(Area.id).where(areas.visible_to(reader)),
            CheckinRound: select(CheckinRound.id).where(CheckinRound.checkin_id.in_(theirs)),
        }
        return {table: set(self.session.scalars(ids)) for table, ids in seen.items()}

    def _inside(self, channel: Channel) -> set[UserId]:
        inside = select(ChannelMember.user_id).where(
            ChannelMember.workspace_id == self.workspace_id, ChannelMember.channel_id == channel.channel_id
        )
        return set(self.session.scalars(inside))

    def _gone(self) -> set[UserId]:
        """Accounts that read nothing (any more)."""
        gone = select(Person.user_id).where(Person.is_bot | Person.is_deactivated)
        return set(self.session.scalars(gone.where(Person.workspace_id == self.workspace_id)))

    def _draw_people(self) -> None:
        for number in range(6):
            user_id = UserId(f"U{number}")
            self.people.append(user_id)
            traits = self.random.choice(ACCOUNTS) if number else {}
            if traits is not None:
                about = {"workspace_id": self.workspace_id, "user_id": user_id}
                self.session.add(Person(**about, name=f"Person {number}", tz="UTC", locale="en", **traits))

    def _draw_channels(self) -> None:
        for number in range(4):
            channel_id = ChannelId(f"C{number}")
            about = {"workspace_id": self.workspace_id, "channel_id": channel_id}
            channel = Channel(
                **about, name=f"c{number}", is_private=self._maybe(), is_shared=self._maybe(0.2), has_app=True
            )
            self.channels.append(channel)
            self.session.add(channel)
            # Of a public channel it may be that nobody asked yet who is in it.
            inside = self._some(self.people) if channel.is_private or self._maybe() else []
            self.session.add_all(ChannelMember(**about, user_id=user_id) for user_id in inside)
        self.session.flush()

    def _draw_teams(self) -> None:
        for number in range(3):
            about = {"lead_id": self.random.choice(self.people), "home_channel": self.channels[number].channel_id}
            hours = {"tz": "UTC", "weekdays": "01234", "starts": MONDAY.time(), "ends": (MONDAY + HOURS).time()}
            names = {"name": f"Team {number}", "key": f"team {number}", "locale": "en"}
            team = Team(workspace_id=self.workspace_id, **names, **about, **hours)
            self.session.add(team)
            self.session.flush()
            self.teams.append(team)
            members = self._some(self.people)
            known = {"workspace_id": self.workspace_id, "team_id": team.id}
            self.session.add_all(TeamMember(**known, user_id=user_id) for user_id in members)

    def _draw_things(self, rows: Rows) -> None:
        for _ in range(14):
            self._draw_request(rows)
        for _ in range(6):
            self._draw_decision(rows)
        for _ in range(5):
            self._draw_area(rows)
        for _ in range(4):
            self._draw_checkin(rows)
        for channel in self.random.sample(self.channels, 2):
            covered = [] if self._maybe() else self._some([team.id for team in self.teams])
            self.digests.append(rows.digest(channel.channel_id, *covered))

    def _draw_request(self, rows: Rows) -> Request:
        state = self.random.choice(list(RequestState))
        is_answered = self._maybe()
        request = rows.request(
            self._team(),
            state,
            from_team_id=self.random.choice([None, self._team()]),
            blocking_team_id=self._team() if state is RequestState.BLOCKED and self._maybe() else None,
            requester_id=self.random.choice(self.people),
            owner_id=self.random.choice([None, *self.people]),
            is_private=self._maybe(0.3),
            due_at=self._moment(),
            answer_by=self._moment() if state is RequestState.OPEN else None,
            closed_at=self._past() if state in ENDED else None,
            answered_at=self._past() if is_answered else None,
            answered_after=30 if is_answered else None,
            answered_in_time=self._maybe() if is_answered else None,
        )
        if self._maybe(0.2):
            about = {"workspace_id": self.workspace_id, "request_id": request.id}
            self.session.add(RequestGuest(**about, user_id=self.random.choice(self.people)))
        return request

    def _draw_decision(self, rows: Rows) -> None:
        state = self.random.choice(list(decision_life.DecisionState))
        is_open = state is decision_life.DecisionState.PROPOSED
        decision = rows.decision(
            teams=tuple(self._some([team.id for team in self.teams])),
            channels=(self.random.choice(self.channels).channel_id,),
            author_id=self.random.choice(self.people),
            state=state,
            until_at=self._moment(),
            decided_at=None if is_open else self._past(),
            stale_since=self._past() if state is decision_life.DecisionState.REVIEW_DUE else None,
        )
        if self._maybe(0.4):
            rows.objects(decision, self.random.choice(self.people))

    def _draw_area(self, rows: Rows) -> None:
        owner = self.random.choice([None, *self.people])
        area = rows.area(self._team(), owner_id=owner, owner_left=self._maybe(0.2))
        if self._maybe():
            rows.changes_owner(area, former=self.random.choice(self.people), at=self._past())

    def _draw_checkin(self, rows: Rows) -> None:
        state = self.random.choice([CheckinState.ACTIVE, CheckinState.ACTIVE, CheckinState.DRAFT])
        where = self.random.choice(self.channels).channel_id
        checkin = rows.checkin(where, state=state, is_anonymous=self._maybe(0.3), owner_id=self.people[0])
        round_ = rows.round(checkin, self._moment())
        for user_id in self._some(self.people):
            linked = self._draw_request(rows).id if self._maybe() else None
            rows.blocker(round_, user_id, request_id=linked, team_id=self._team())

    def _team(self) -> int:
        return self.random.choice(self.teams).id

    def _past(self) -> datetime:
        return MONDAY - self.random.randrange(1, 10) * DAY

    def _moment(self) -> datetime:
        return MONDAY + self.random.choice([-9, -2, -1, 1, 2, 9]) * DAY

    def _maybe(self, chance: float = 0.5) -> bool:
        return self.random.random() < chance

    def _some(self, of: Sequence[T]) -> list[T]:
        return [each for each in of if self._maybe()]
