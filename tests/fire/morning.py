"""A check-in for many people: each is asked once, reminded once, and the round is closed with one summary."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sandbox.channels import Channel
from sandbox.people import Person
from sandbox.workspace import Workspace
from slackapp.database import Database
from slackapp.ids import Actor
from slackapp.models.checkin_rounds import CheckinEntry, CheckinRound
from slackapp.models.checkin_setups import Question, QuestionKind, Setup
from slackapp.models.checkins import KIND
from slackapp.models.outbox import Message
from slackapp.models.schedules import Occurrence, Outcome
from slackapp.models.timers import Timer
from slackapp.rules import workspaces
from slackapp.rules.checkins import setting_up
from slackapp.rules.directory import channels, people
from slackapp.rules.directory.channels import Conversation
from slackapp.rules.directory.people import Account
from tests.fire import copies, fight, invariants
from tests.fire.clock import MONDAY_MORNING
from tests.fire.fight import Fight
from tests.fire.fight import Question as Asking
from tests.fire.plan import Plan, Result
from tests.fire.points import AT_ITS_CLOSE, IN_THE_ROUND

AMSTERDAM = "Europe/Amsterdam"
AT = time(10, 1)
"""A minute after the fight has begun, in Amsterdam."""
OPEN = timedelta(hours=2)
PROMPT, REMINDER = "checkin.prompt", "checkin.reminder"


@dataclass
class Round:
    """The people, and the channel of the summary."""

    workspace: Workspace
    people: Sequence[Person]
    home: Channel
    channels: Sequence[Channel] = ()
    """None is filled by the processes: what is said here, the check-in says."""

    @property
    def is_endless(self) -> bool:
        return False

    @property
    def messages(self) -> int:
        """A prompt and a reminder for each, and the summary."""
        return 2 * len(self.people) + 1

    def are_all_ended(self, session: Session) -> bool:
        is_closed = session.scalars(select(CheckinRound.closed_at)).one_or_none() is not None
        return is_closed and _said(session, PROMPT, REMINDER) == 2 * len(self.people)

    def count(self, session: Session, result: Result) -> None:
        app = self.workspace.installation.bot_user
        wanted = [(self.workspace.direct(each.id, app), 2) for each in self.people] + [(self.home, 1)]
        # Copies under one key are counted as they are accepted (copies.py).
        missing = [
            count - len({copies.key_of(each.metadata) for each in channel.posted()}) for channel, count in wanted
        ]
        result.lost = sum(n for n in missing if n > 0)
        result.doubled -= sum(n for n in missing if n < 0)
        result.broken += self._broken(session)

    def _broken(self, session: Session) -> Iterator[str]:
        asked = (Occurrence.kind == KIND, Occurrence.state == Outcome.MADE)
        for what, count in {
            "occurrences": select(func.count()).where(*asked),
            "people with one": select(func.count(func.distinct(Occurrence.member))).where(*asked),
            "people who were asked": select(func.count()).where(CheckinEntry.asked_at.is_not(None)),
        }.items():
            if (found := session.scalar(count)) != len(self.people):
                yield f"I1 there are {found} {what} of {len(self.people)}"
        if left := session.scalar(select(func.count()).where(Timer.kind.startswith(KIND))):
            yield f"{left} timers of the round still wait"


class Morning(Fight):
    """So many people are all asked at the same moment, soon after the fight has begun."""

    in_the_round: tuple[str, ...] = IN_THE_ROUND
    at_its_close: tuple[str, ...] = AT_ITS_CLOSE

    def __init__(self, url: str, plan: Plan, logs: Path, people: int) -> None:
        super().__init__(url, plan, logs)
        asked = [self.workspace.person(f"Person {n}", name=f"p{n}", tz=AMSTERDAM) for n in range(people)]
        self.matter = self.round = Round(self.workspace, asked, self.workspace.channel("home", asked, with_app=True))
        self.result.messages = self.round.messages
        with fight.reading(url, self.clock) as database:
            _set_up(database, self.round)

    def strikes(self) -> None:
        """In the round, while people are reminded, and when it is closed."""
        everybody = len(self.round.people)
        self.dies_at(self.in_the_round)
        self.until(_has_said(PROMPT, everybody))
        self.clock.travel(OPEN / 2)
        super().strikes()
        self.until(_has_said(REMINDER, everybody))
        self.clock.travel(OPEN / 2)
        self.dies_alone_at(self.at_its_close)


def _has_said(kind: str, count: int) -> Asking:
    return lambda session: _said(session, kind) >= count


def _said(session: Session, *kinds: str) -> int:
    ended = select(func.count()).where(Message.kind.in_(kinds), Message.state.in_(invariants.DONE))
    # A prompt is a card: what changes it later is not counted.
    return session.scalar(ended.where(Message.card.is_(None) | (Message.card == Message.dedupe_key))) or 0


def _set_up(database: Database, about: Round) -> None:
    slack = about.workspace
    names = {"name": slack.name, "url": "https://polder.slack.com", "locale": "en-GB", "tz": AMSTERDAM}
    place = database.run_now(workspaces.install, slack.id, bot_user_id=slack.installation.bot_user, **names)
    accounts = [Account(each.id, each.real_name, tz=AMSTERDAM, locale="en-GB") for each in about.people]
    database.run_now(people.know, place, accounts)
    database.run_now(channels.know, place, [Conversation(about.home.id, "home", has_app=True)])
    by = Actor(place, accounts[0].user_id)
    setup = Setup(
        name="Weekly",
        channel=about.home.id,
        people=tuple(each.user_id for each in accounts),
        weekdays=frozenset({MONDAY_MORNING.weekday()}),
        at=AT,
        tz=AMSTERDAM,
        first_day=date(2026, 11, 23),
        open_minutes=int(OPEN.total_seconds() // 60),
        questions=(Question("What is new?", QuestionKind.TEXT),),
    )
    number = database.run_now(setting_up.save, setup, checkin_id=None, by=by)
    database.run_now(setting_up.start, number, by=by)
