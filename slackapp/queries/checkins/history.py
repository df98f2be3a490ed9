"""The rounds of a check-in, and how many took part, by team; never by person (CHK-9, QUI-3)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from slackapp.errors import NotFound
from slackapp.ids import Actor, UserId, WorkspaceId
from slackapp.models.checkin_rounds import CheckinEntry, CheckinRound, EntryProgress
from slackapp.models.checkins import Checkin
from slackapp.permissions import checkins as permissions
from slackapp.permissions.viewer import viewer
from slackapp.queries import teams
from slackapp.queries.checkins import round_questions, summaries
from slackapp.queries.checkins.summaries import Summary

A_PAGE = 8  # with buttons, what one looks through without scrolling
MOST_ROUNDS = 500  # of a table to take along: two years of working days
COUNTED = (EntryProgress.ANSWERED, EntryProgress.ASKED, EntryProgress.SKIPPED)


@dataclass(frozen=True)
class Share:
    """How many of a team answered, of those who were asked. `team` is empty for people without one."""

    team: str
    answered: int
    asked: int


@dataclass(frozen=True)
class Past:
    """One round."""

    id: int
    day: date
    is_open: bool
    shares: tuple[Share, ...]

    @property
    def answered(self) -> int:
        """How many answered."""
        return sum(share.answered for share in self.shares)

    @property
    def asked(self) -> int:
        """How many were asked."""
        return sum(share.asked for share in self.shares)


@dataclass(frozen=True)
class CheckinHistory:
    """A page of the rounds, the newest first; `start` is the number of the first one."""

    checkin_id: int
    name: str
    rounds: tuple[Past, ...]
    start: int
    total: int


@dataclass(frozen=True)
class CheckinRecords:
    """All that is taken along."""

    name: str
    is_anonymous: bool
    rounds: tuple[Summary, ...]


def history(session: Session, who: Actor, *, checkin_id: int, start: int = 0) -> CheckinHistory:
    """NotFound also for who may not read the answers."""
    checkin = readable(session, who, checkin_id)
    mine = (CheckinRound.workspace_id == who.workspace_id, CheckinRound.checkin_id == checkin.id)
    total = session.scalar(select(func.count()).select_from(CheckinRound).where(*mine)) or 0
    found = select(CheckinRound).where(*mine).order_by(CheckinRound.day.desc()).offset(start).limit(A_PAGE)
    return CheckinHistory(
        checkin.id, checkin.name, tuple(_past(session, each) for each in session.scalars(found)), start, total
    )


def one(session: Session, who: Actor, *, round_id: int) -> Summary:
    """One round with all its answers."""
    round_ = round_questions.round_of(session, who.workspace_id, round_id)
    if round_ is None:
        raise NotFound("There is no such check-in, or you may not see it.")
    readable(session, who, round_.checkin_id)
    return summaries.of(session, round_)


def records(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> CheckinRecords:
    """What somebody takes along, the newest 500 rounds at the most; nothing where they may not read it any more."""
    who = Actor(workspace_id, UserId(str(refs["person"])))
    checkin = _readable(session, who, int(refs["checkin"]))
    if checkin is None:
        return CheckinRecords("", is_anonymous=False, rounds=())
    mine = (CheckinRound.workspace_id == workspace_id, CheckinRound.checkin_id == checkin.id)
    newest = select(CheckinRound).where(*mine).order_by(CheckinRound.day.desc()).limit(MOST_ROUNDS)
    rounds = reversed(session.scalars(newest).all())
    return CheckinRecords(checkin.name, checkin.is_anonymous, tuple(summaries.of(session, each) for each in rounds))


def announced(session: Session, workspace_id: WorkspaceId, refs: Mapping[str, str | int]) -> str | None:
    """The name of what is taken along; None where it may not be read any more."""
    who = Actor(workspace_id, UserId(str(refs["person"])))
    checkin = _readable(session, who, int(refs["checkin"]))
    return checkin.name if checkin else None


def readable(session: Session, who: Actor, checkin_id: int) -> Checkin:
    """The check-in, for who may read its answers; NotFound for everybody else."""
    checkin = _readable(session, who, checkin_id)
    if checkin is None:
        raise NotFound("There is no such check-in, or you may not see it.")
    return checkin


def _readable(session: Session, who: Actor, checkin_id: int) -> Checkin | None:
    reader = viewer(session, who)
    found = select(Checkin).where(Checkin.id == checkin_id, permissions.visible_to(reader))
    checkin = session.scalars(found).one_or_none()
    return checkin if checkin and permissions.may_read_answers(session, checkin, reader) else None


def _past(session: Session, round_: CheckinRound) -> Past:
    theirs = select(CheckinEntry).where(
        CheckinEntry.workspace_id == round_.workspace_id, CheckinEntry.round_id == round_.id
    )
    counted = [entry for entry in session.scalars(theirs) if entry.progress in COUNTED]
    return Past(round_.id, round_.day, round_.closed_at is None, _shares(session, counted))


def _shares(session: Session, entries: Sequence[CheckinEntry]) -> tuple[Share, ...]:
    everybody: Counter[str] = Counter()
    answered: Counter[str] = Counter()
    # Rounds from before the teams were kept with them.
    unknown = [entry for entry in entries if entry.team is None]
    now_in = teams.names_of(session, unknown[0].workspace_id, [each.user_id for each in unknown]) if unknown else {}
    for entry in entries:
        name = entry.team if entry.team is not None else now_in.get(entry.user_id, "")
        everybody[name] += 1
        answered[name] += entry.progress is EntryProgress.ANSWERED
    # By name, never by how many: no team is ranked either.
    return tuple(Share(name, answered[name], everybody[name]) for name in sorted(everybody, key=str.casefold))
