"""Rows of what a digest tells, in whatever state a test wants them, and the digest itself."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from slackapp.ids import ChannelId, UserId, WorkspaceId
from slackapp.models import area_life, decision_life, digests
from slackapp.models.area_life import AreaKind
from slackapp.models.areas import Area, AreaEvent
from slackapp.models.base import Base
from slackapp.models.checkin_rounds import CheckinAnswer, CheckinEntry, CheckinRound, EntryProgress
from slackapp.models.checkin_setups import Every, QuestionKind
from slackapp.models.checkins import Checkin, CheckinQuestion, CheckinState
from slackapp.models.decisions import Decision, DecisionConcern, DecisionVoice
from slackapp.models.digests import Digest, DigestEdition, DigestItem, DigestTeam, Section
from slackapp.models.request_life import ENDED, RequestState
from slackapp.models.requests import Priority, Request
from slackapp.queries.digests import Gathered, gathered

MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
"""Nine o'clock in Amsterdam."""
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
SANNE = UserId("USANNE")
ALL = tuple(Section)
NUMBERS = count(1)
R = TypeVar("R", bound=Base)


@dataclass(frozen=True)
class Rows:
    """What is stored in one workspace, in one transaction."""

    session: Session
    workspace_id: WorkspaceId

    def request(self, to_team: int, state: RequestState = RequestState.ACCEPTED, **also: Any) -> Request:
        ended = state in ENDED
        values: dict[str, Any] = {
            "number": next(NUMBERS),
            "requester_id": SANNE,
            "title": "New banner",
            "why": "The fair",
            "needed_by": date(2026, 12, 11),
            "priority": Priority.NORMAL,
            "submitted_at": MONDAY - 3 * DAY,
            "answer_by": MONDAY + DAY if state is RequestState.OPEN else None,
            "due_at": MONDAY + 18 * DAY,
            "closed_at": MONDAY - DAY if ended else None,
        }
        return self._add(Request, to_team_id=to_team, state=state, **values | also)

    def decision(self, *, teams: tuple[int, ...] = (), channels: tuple[ChannelId, ...] = (), **also: Any) -> Decision:
        values: dict[str, Any] = {
            "number": next(NUMBERS),
            "author_id": SANNE,
            "driver_id": SANNE,
            "decider_id": SANNE,
            "title": "Pay sooner",
            "text": "Within two weeks",
            "state": decision_life.DecisionState.PROPOSED,
            "proposed_at": MONDAY - 2 * DAY,
        }
        decision = self._add(Decision, **values | also)
        for team_id in teams:
            self._add(DecisionConcern, decision_id=decision.id, team_id=team_id)
        for channel_id in channels:
            self._add(DecisionConcern, decision_id=decision.id, channel_id=channel_id)
        return decision

    def objects(self, decision: Decision, user_id: UserId = SANNE) -> None:
        stance = decision_life.Stance.OBJECT
        self._add(DecisionVoice, decision_id=decision.id, user_id=user_id, stance=stance, reason="No")

    def area(self, team_id: int, **also: Any) -> Area:
        number = next(NUMBERS)
        values: dict[str, Any] = {
            "name": f"Area {number}",
            "key": f"area {number:09}",
            "kind": AreaKind.SYSTEM,
            "owner_id": SANNE,
            "confirmed_at": MONDAY - 20 * DAY,
            "next_due": date(2027, 1, 1),
        }
        return self._add(Area, team_id=team_id, **values | also)

    def changes_owner(self, area: Area, *, former: UserId, at: datetime) -> None:
        confirmed = area_life.Standing.CONFIRMED
        about = {"former": former}
        verb = area_life.AreaVerb.ACCEPT
        self._add(AreaEvent, area_id=area.id, at=at, verb=verb, before=confirmed, after=confirmed, about=about)

    def checkin(self, channel_id: ChannelId, **also: Any) -> Checkin:
        values: dict[str, Any] = {
            "name": "Cross-team",
            "owner_id": SANNE,
            "state": CheckinState.ACTIVE,
            "every": Every.WEEK,
            "weekdays": "0",
            "at": time(9),
            "starts_on": date(2026, 1, 5),
            "open_minutes": 480,
            "is_anonymous": False,
            "is_live": False,
        }
        return self._add(Checkin, channel_id=channel_id, **values | also)

    def round(self, checkin: Checkin, closes_at: datetime, *, answered: int = 1, **also: Any) -> CheckinRound:
        values: dict[str, Any] = {
            "day": closes_at.date(),
            "closed_at": closes_at if closes_at <= MONDAY else None,
            "asks": {},
        }
        round_ = self._add(CheckinRound, checkin_id=checkin.id, closes_at=closes_at, **values | also)
        for number in range(3):
            progress = EntryProgress.ANSWERED if number < answered else EntryProgress.ASKED
            self._add(CheckinEntry, round_id=round_.id, user_id=f"U{number}", progress=progress)
        return round_

    def blocker(self, round_: CheckinRound, user_id: UserId = SANNE, **also: Any) -> CheckinAnswer:
        asks = {"text": "In the way?", "kind": QuestionKind.BLOCKER, "choices": {"choices": []}}
        about = {"checkin_id": round_.checkin_id, "place": next(NUMBERS)}
        question = self._add(CheckinQuestion, **asks, **about)
        given = {"round_id": round_.id, "user_id": user_id, "question_id": question.id, "text": "No access"}
        return self._add(CheckinAnswer, **given | also)

    def digest(self, channel_id: ChannelId, *teams: int, sections: tuple[Section, ...] = ALL, **also: Any) -> Digest:
        values: dict[str, Any] = {
            "owner_id": SANNE,
            "template": "weekly",
            "sections": {"chosen": [each.value for each in sections]},
            "weekday": 0,
            "at": time(9),
            "tz": "Europe/Amsterdam",
            "locale": "en-GB",
        }
        digest = self._add(Digest, channel_id=channel_id, **values | also)
        for team_id in teams:
            self._add(DigestTeam, digest_id=digest.id, team_id=team_id)
        return digest

    def _add(self, table: type[R], **values: Any) -> R:
        row = table(workspace_id=self.workspace_id, **values)
        self.session.add(row)
        self.session.flush()
        return row


def edition(session: Session, digest: Digest, until: datetime = MONDAY) -> DigestEdition:
    """The edition of a Monday, gathered and kept."""
    about = {"workspace_id": digest.workspace_id, "digest_id": digest.id}
    slot, since = until.strftime("%Y-%m-%dT%H:%M"), until - WEEK
    coming = DigestEdition(**about, slot=slot, since=since, until=until, is_quiet=False, figures={})
    session.add(coming)
    session.flush()
    keep(session, coming, gathered(session, coming))
    return coming


def keep(session: Session, coming: DigestEdition, found: Gathered) -> None:
    """Write down what was gathered, as the rule does."""
    coming.gathered_at, coming.is_quiet, coming.figures = coming.until, found.is_quiet, found.figures
    about = {"workspace_id": coming.workspace_id, "edition_id": coming.id}
    for position, (section, kind, item_id) in enumerate(found.items):
        session.add(DigestItem(**about, section=section, position=position, kind=kind, item_id=item_id))
    session.flush()


__all__ = ["ALL", "DAY", "MONDAY", "WEEK", "Rows", "digests", "edition", "keep"]
