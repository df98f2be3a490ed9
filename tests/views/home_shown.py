"""Somebody's Home to look at, plain and at its worst."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from slackapp.models.area_life import Snag, Standing, Why
from slackapp.models.checkins import CheckinState
from slackapp.models.decision_life import DecisionState
from slackapp.models.request_life import LIFE, RequestVerb
from slackapp.models.request_life import RequestState as Life
from slackapp.queries.home import (
    A_PAGE,
    SHOWN,
    AreaQuestionRow,
    DecisionRow,
    HomePage,
    HomePart,
    HomeSection,
    Mine,
    Shown,
    ToAnswer,
    Together,
    Waiting,
)
from slackapp.queries.quiet import Peace
from tests.views import areas_shown, checkins_shown, requests_shown
from tests.views.requests_shown import HOSTILE

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
DAY = date(2026, 11, 24)
URL = "https://polder.slack.com/archives/C1/p1764000000000100"
FREE = Peace(until=None, held=0, a_day=5)
QUIET = Peace(until=datetime(2026, 11, 26, 8, 0, tzinfo=UTC), held=2, a_day=5)


def home(**also: Any) -> HomePage:
    parts = {part: HomeSection((*rows,), len(rows)) for part, rows in ROWS.items()}
    usual: dict[str, Any] = {"tz": "Europe/Amsterdam", "is_member": True, "peace": FREE, "parts": parts}
    return HomePage(**usual | {"together": Together(3, 2)} | also)


def empty(**also: Any) -> HomePage:
    return home(parts={}, together=None, **also)


def worst() -> HomePage:
    parts = {part: HomeSection((row,) * SHOWN, 99_999) for part, row in WORST.items()}
    return home(parts=parts, together=Together(3, 99_999), peace=replace(QUIET, held=99_999))


def lists(*, at_worst: bool) -> list[Shown]:
    return [
        Shown(part, HomeSection((row,) * A_PAGE, 99_999, A_PAGE), Together(3, 2))
        if at_worst
        else Shown(part, HomeSection((*ROWS[part],), 40, A_PAGE), None)
        for part, row in WORST.items()
    ]


def to_answer(name: str = "Weekly") -> ToAnswer:
    return ToAnswer(1, name, DAY, NOW, 4, URL)


def waiting(state: Life = Life.OPEN, url: str = URL, **also: Any) -> Waiting:
    verbs = frozenset(verb for verb, step in LIFE.items() if state in step.states) - {
        RequestVerb.LET_IN,
        RequestVerb.LET_OUT,
    }
    return Waiting(requests_shown.card(state=state, **also), verbs, url)


def choice(state: DecisionState = DecisionState.PROPOSED, **also: Any) -> DecisionRow:
    usual: dict[str, Any] = {
        "id": 1,
        "number": 7,
        "title": "Payment term of 14 days",
        "is_stale": False,
        "is_late": False,
        "until": date(2026, 11, 27),
        "review_on": None,
        "driver": "Sanne",
        "is_asked": True,
        "decides": False,
        "url": URL,
    }
    return DecisionRow(state=state, **usual | also)


def question(why: Why, **also: Any) -> AreaQuestionRow:
    return AreaQuestionRow(areas_shown.card(), why, also.get("snag"), URL)


def team(**also: Any) -> Mine:
    usual: dict[str, Any] = {"lead": "Noor", "is_lead": False, "channel": "design", "ongoing": 3, "late": 1}
    return Mine(id=1, name="Design", **usual | also)


REVIEW = choice(DecisionState.REVIEW_DUE, review_on=DAY, is_asked=False)
ROWS: dict[HomePart, list[Any]] = {
    HomePart.TO_ANSWER: [to_answer()],
    HomePart.REQUESTS: [
        waiting(),
        waiting(Life.BLOCKED, blocking_team="IT", blocked_by="No wheels"),
        waiting(Life.DONE),
    ],
    HomePart.DECISIONS: [
        choice(),
        choice(is_late=True, is_asked=False, decides=True),
        REVIEW,
        replace(REVIEW, is_stale=True),
    ],
    HomePart.QUESTIONS: [question(Why.OFFERED), question(Why.DUE), question(Why.UNOWNED, snag=Snag.CHANGED)],
    HomePart.SENT: [waiting(Life.IN_PROGRESS, "", owner="Jan", is_private=True)],
    HomePart.AREAS: [areas_shown.card()],
    HomePart.CHECKINS: [
        checkins_shown.row(1, "Weekly"),
        checkins_shown.row(2, "Goal", state=CheckinState.DRAFT, next_day=None),
    ],
    HomePart.TEAMS: [team(), team(is_lead=True, channel="", ongoing=0, late=0)],
}

LONG = Waiting(requests_shown.worst(Life.BLOCKED), frozenset(RequestVerb), URL)
WORST: dict[HomePart, Any] = {
    HomePart.TO_ANSWER: to_answer(HOSTILE[:100]),
    HomePart.REQUESTS: LONG,
    HomePart.DECISIONS: choice(title=HOSTILE[:3000], driver=HOSTILE[:80], is_asked=True, decides=True, is_late=True),
    HomePart.QUESTIONS: replace(question(Why.DUE, snag=Snag.TEAM_ARCHIVED), card=areas_shown.worst(Standing.OFFERED)),
    HomePart.SENT: LONG,
    HomePart.AREAS: areas_shown.worst(Standing.OFFERED),
    HomePart.CHECKINS: checkins_shown.row(1, HOSTILE[:100], owner=HOSTILE[:80]),
    HomePart.TEAMS: replace(team(lead=HOSTILE[:80], channel="c" * 80, ongoing=99_999, late=99_999), name=HOSTILE[:60]),
}
