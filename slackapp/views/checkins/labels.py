"""What the parts of a check-in are called."""

from collections.abc import Mapping

from slackapp.language import N_, Language
from slackapp.models.checkin_rounds import EntryProgress
from slackapp.models.checkin_setups import HOUR, OPEN_FOR, Every, QuestionKind
from slackapp.models.checkins import CheckinState
from slackapp.models.schedules import Outcome
from slackapp.views import blocks
from slackapp.views.blocks import Element

KINDS: Mapping[QuestionKind, str] = {
    QuestionKind.TEXT: N_("Text"),
    QuestionKind.PLAN: N_("Plan (shown again the next time)"),
    QuestionKind.CHOICE: N_("Choice"),
    QuestionKind.NUMBER: N_("A number"),
    QuestionKind.MOOD: N_("Mood"),
    QuestionKind.YES_NO: N_("Yes or no"),
    QuestionKind.BLOCKER: N_("Blocker (and which team can lift it)"),
}
EVERY: Mapping[Every, str] = {
    Every.WEEK: N_("Every week"),
    Every.TWO_WEEKS: N_("Every two weeks"),
    Every.FOUR_WEEKS: N_("Every four weeks"),
    Every.MONTH: N_("Every month, on the first such day"),
}
STATES: Mapping[CheckinState, str] = {
    CheckinState.DRAFT: N_("Being set up: nobody is asked yet"),
    CheckinState.ACTIVE: N_("Running"),
    CheckinState.PAUSED: N_("Paused"),
}
MOODS: Mapping[int, tuple[str, str]] = {
    5: ("😀", N_("Very good")),
    4: ("🙂", N_("Good")),
    3: ("😐", N_("So-so")),
    2: ("🙁", N_("Not good")),
    1: ("😞", N_("Bad")),
}
YES_NO: Mapping[int, str] = {1: N_("Yes"), 0: N_("No")}
OUTCOMES: Mapping[Outcome, str] = {
    Outcome.MADE: N_("you were asked"),
    Outcome.MISSED: N_("nobody was asked: Afspraak was out of order, and it was too late when it came back"),
    Outcome.PAUSED: N_("nobody was asked: it was paused"),
    Outcome.WEEKDAY: N_("nobody was asked: it is no working day"),
    Outcome.HOLIDAY: N_("you were not asked: it is a public holiday where you live"),
    Outcome.AWAY: N_("you were not asked: you are away, or said “not this week”"),
}
PROGRESS: Mapping[EntryProgress, str] = {
    EntryProgress.ASKED: N_("not answered"),
    EntryProgress.ANSWERED: N_("answered"),
    EntryProgress.SKIPPED: N_("skipped"),
    EntryProgress.AWAY: N_("away"),
    EntryProgress.MISSED: N_("the question could not reach you in time"),
}


def mood(number: int, _: Language) -> str:
    sign, words = MOODS[number]
    said = _(words)
    return f"{sign} {said}"


def open_for(minutes: int, _: Language) -> str:
    hours = minutes // HOUR
    if hours < 24:  # noqa: PLR2004 - a day
        return _.many("{n} hour", "{n} hours", hours)
    return _.many("{n} day", "{n} days", hours // 24)


def lengths(_: Language) -> list[Element]:
    return [blocks.option(open_for(minutes, _), str(minutes)) for minutes in OPEN_FOR]
