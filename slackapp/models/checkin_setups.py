"""What somebody fills in about a check-in, before it is one: who is asked, what, and when."""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from slackapp.ids import ChannelId, GroupId, UserId
from slackapp.models.recurrence import Frequency, Recurrence

MOST_QUESTIONS = 15  # a form that is filled in in two minutes
MOST_CHOICES = 10
"""So many fit on one screen of a phone."""
HOUR = 60
OPEN_FOR = (2 * HOUR, 4 * HOUR, 8 * HOUR, 24 * HOUR, 48 * HOUR, 96 * HOUR)
"""How long a round can be answered, in minutes after the last people were asked."""
MOODS = 5  # from very good to bad


class QuestionKind(StrEnum):
    """What is answered to a question."""

    TEXT = "text"
    PLAN = "plan"
    """A text that is shown again the next time."""
    CHOICE = "choice"
    NUMBER = "number"
    MOOD = "mood"
    YES_NO = "yes_no"
    BLOCKER = "blocker"
    """A text, and the team that can lift it."""


TEXTS = frozenset({QuestionKind.TEXT, QuestionKind.PLAN, QuestionKind.BLOCKER})


class Every(StrEnum):
    """How often a check-in comes."""

    WEEK = "week"
    TWO_WEEKS = "two_weeks"
    FOUR_WEEKS = "four_weeks"
    MONTH = "month"
    """On the first such weekday of each month."""


@dataclass(frozen=True)
class Question:
    """One question; `choices` only where one chooses."""

    text: str
    kind: QuestionKind
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Setup:
    """All that is filled in about a check-in. Who is asked adds up: people, a group, a channel's, the leads of teams.

    `at` is a local time: in each person's own zone where `tz` is None. Days are local in the same way; `first_day` None
    begins today. `open_minutes` counts from when the last people were asked.
    """

    name: str
    channel: ChannelId | None
    people: tuple[UserId, ...] = ()
    group_id: GroupId | None = None
    from_channel: ChannelId | None = None
    team_ids: tuple[int, ...] = ()
    observers: tuple[UserId, ...] = ()
    every: Every = Every.WEEK
    weekdays: frozenset[int] = frozenset({0})
    at: time | None = time(9)
    tz: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    open_minutes: int = 8 * HOUR
    is_anonymous: bool = False
    is_live: bool = False
    questions: tuple[Question, ...] = ()
    """Of the ready-made set that a new one begins with."""


def rule(every: Every, at: time, weekdays: frozenset[int], until: date | None) -> Recurrence:
    """When it comes again, as schedules and sentences have it."""
    if every is Every.MONTH:
        return Recurrence(Frequency.MONTHLY, at, weekdays=weekdays, nth=1, until=until)
    return Recurrence(Frequency.WEEKLY, at, _WEEKS[every], weekdays, until=until)


_WEEKS = {Every.WEEK: 1, Every.TWO_WEEKS: 2, Every.FOUR_WEEKS: 4}


@dataclass(frozen=True)
class GivenAnswer:
    """What somebody answers to one question: words, a choice or a number, and the team that can lift a blocker."""

    question_id: int
    text: str = ""
    number: Decimal | None = None
    team_id: int | None = None
    is_untouched: bool = False
    """Whether it was left as the form began with it: it is not written, and what stands there is not looked at."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in."""
        return not self.text and self.number is None
