"""Check-ins to look at, plain and at their worst."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from slackapp.ids import ChannelId, UserId
from slackapp.models.checkin_rounds import EntryProgress
from slackapp.models.checkin_setups import MOST_CHOICES, MOST_QUESTIONS, GivenAnswer, QuestionKind, Setup
from slackapp.models.checkins import CheckinState
from slackapp.models.request_life import RequestState as Life
from slackapp.models.schedules import Outcome
from slackapp.queries.checkins import (
    AnswerShown,
    AskedQuestion,
    Blocked,
    Blocker,
    CheckinHistory,
    CheckinPage,
    CheckinPrompt,
    CheckinRow,
    Given,
    Lifting,
    ListedCheckins,
    Named,
    Owned,
    Past,
    Reason,
    Reasons,
    Share,
    Sheet,
    Summary,
    SummaryLine,
    SummarySection,
)
from slackapp.queries.checkins.lists import MOST_CALLED, PAGE
from tests.views.requests_shown import HOSTILE

NOW = datetime(2026, 10, 19, 7, 0, tzinfo=UTC)
DAY = date(2026, 10, 19)
TEXTS = (QuestionKind.TEXT, QuestionKind.PLAN, QuestionKind.BLOCKER)
ASKED_OF_DESIGN = Lifting(2, "Design", 7, "R-12", Life.ACCEPTED)
DESIGN = Lifting(2, "Design")


def questions() -> tuple[AskedQuestion, ...]:
    said = {
        QuestionKind.TEXT: "What came of it?",
        QuestionKind.PLAN: "What comes next?",
        QuestionKind.CHOICE: "Which colour?",
        QuestionKind.NUMBER: "How many?",
        QuestionKind.MOOD: "How is it going?",
        QuestionKind.YES_NO: "On time?",
        QuestionKind.BLOCKER: "What is in the way?",
    }
    return tuple(
        AskedQuestion(number, text, kind, ("Red", "Blue") if kind is QuestionKind.CHOICE else ())
        for number, (kind, text) in enumerate(said.items(), 1)
    )


def worst_questions() -> tuple[AskedQuestion, ...]:
    choices = tuple(f"{n}{HOSTILE[:70]}" for n in range(MOST_CHOICES))
    kinds = [*QuestionKind, *[QuestionKind.BLOCKER] * MOST_QUESTIONS][:MOST_QUESTIONS]
    return tuple(AskedQuestion(n, HOSTILE[:200], kind, choices) for n, kind in enumerate(kinds, 1))


def sheet(**also: Any) -> Sheet:
    return Sheet(1, "Weekly", DAY, is_anonymous=False, questions=questions(), **also)


def sheet_again() -> Sheet:
    numbers = tuple(
        Given(GivenAnswer(question, number=Decimal(number))) for question, number in ((4, "3.5"), (5, 4), (6, 0))
    )
    given = (Given(GivenAnswer(1, "All of it")), *numbers)
    blocked = (Blocked(3, "No photos", ASKED_OF_DESIGN), Blocked(4, "No wheels", DESIGN))
    return sheet(planned=("A banner",), blocked=blocked, given=given, has_answered=True)


def worst_sheet() -> Sheet:
    text, team = HOSTILE[:3000], HOSTILE[:60]
    lifting = Lifting(2, team, 7, "R-12345", Life.ACCEPTED)
    return Sheet(
        1,
        HOSTILE[:100],
        DAY,
        is_anonymous=True,
        questions=worst_questions(),
        planned=(text,) * 5,
        blocked=(Blocked(3, text, lifting), Blocked(4, text, Lifting(2, team))) * 3,
        given=tuple(
            Given(GivenAnswer(each.id, text, Decimal(3), 2), team) for each in worst_questions() if each.kind in TEXTS
        ),
        has_answered=True,
    )


def replies(question: AskedQuestion) -> tuple[AnswerShown, ...]:
    match question.kind:
        case QuestionKind.CHOICE:
            return (AnswerShown("Jan", "Red"), AnswerShown("Liv", "Red"), AnswerShown("Mei", "Blue"))
        case QuestionKind.NUMBER:
            return (
                AnswerShown("Jan", "", Decimal(3)),
                AnswerShown("Liv", "", Decimal("4.5")),
                AnswerShown("Mei", "", Decimal(12)),
            )
        case QuestionKind.MOOD:
            return (AnswerShown("Jan", "", Decimal(5)), AnswerShown("Liv", "", Decimal(2)))
        case QuestionKind.YES_NO:
            return (AnswerShown("Jan", "", Decimal(1)), AnswerShown("Liv", "", Decimal(0)))
        case _:
            return (AnswerShown("Jan", "A <!channel> banner"), AnswerShown("Liv", "Two\nlines"))


def summary(**also: Any) -> Summary:
    parts = tuple(SummarySection(each, replies(each)) for each in questions() if each.kind is not QuestionKind.BLOCKER)
    usual: dict[str, Any] = {
        "blockers": (Blocker(3, "Jan", "No photos", ASKED_OF_DESIGN), Blocker(4, "Liv", "No wheels", DESIGN)),
        "sections": parts,
        "skipped": ("Bram",),
        "away": ("Els",),
        "on_holiday": ("Mei",),
        "unheard": ("Sanne",),
    }
    head: dict[str, Any] = {
        "round_id": 5,
        "checkin_id": 1,
        "name": "Weekly",
        "day": DAY,
        "closes_at": NOW,
        "asked": 4,
        "answered": 2,
    }
    return Summary(**head | {"is_open": False, "is_anonymous": False} | usual | also)


def worst_summary() -> Summary:
    text, name = HOSTILE[:3000], HOSTILE[:80]
    lifting = Lifting(2, HOSTILE[:60], 7, "R-12345", Life.BLOCKED)
    people = (name,) * 300
    return summary(
        name=HOSTILE[:100],
        is_open=True,
        asked=10_000,
        answered=9_999,
        blockers=(Blocker(3, name, text, lifting), Blocker(4, name, text, Lifting(2, HOSTILE[:60]))) * 50,
        sections=tuple(SummarySection(each, _worst_replies(each, text, name)) for each in worst_questions()),
        skipped=people,
        away=people,
        on_holiday=people,
        unheard=people,
    )


def withheld() -> Summary:
    parts = tuple(SummarySection(each, (), is_withheld=True) for each in questions()[:2])
    return summary(is_anonymous=True, blockers=(), sections=parts, skipped=(), away=(), on_holiday=(), unheard=())


def line() -> SummaryLine:
    return SummaryLine("Jan", tuple((each, replies(each)[0]) for each in questions()))


def worst_line() -> SummaryLine:
    text = HOSTILE[:3000]
    return SummaryLine(text[:80], tuple((each, _worst_replies(each, text, "")[0]) for each in worst_questions()))


def page(state: CheckinState = CheckinState.ACTIVE, **also: Any) -> CheckinPage:
    setup = Setup("Weekly", ChannelId("C1"), people=(UserId("U1"),), weekdays=frozenset({0, 3}), at=time(9))
    rights: dict[str, Any] = {"may_change": True, "may_read": True, "is_asked": True}
    who: dict[str, Any] = {"owner": "Noor", "people": ("Jan", "Liv"), "tzs": 2}
    what: dict[str, Any] = {"setup": setup, "starts_on": DAY, "next_at": NOW, "questions": questions()}
    return CheckinPage(id=1, state=state, **who | what | rights | also)


def worst_page() -> CheckinPage:
    setup = Setup(
        HOSTILE[:100],
        None,
        weekdays=frozenset(range(7)),
        at=time(23, 59),
        tz="America/Argentina/ComodRivadavia",
        last_day=DAY,
        is_anonymous=True,
        is_live=True,
    )
    people = (HOSTILE[:80],) * 900
    return page(setup=setup, owner=HOSTILE[:80], people=people, questions=worst_questions(), may_take_over=True)


def row(number: int, name: str, **also: Any) -> CheckinRow:
    usual: dict[str, Any] = {"state": CheckinState.ACTIVE, "owner": "Noor", "next_at": NOW}
    return CheckinRow(number, name, **usual | {"due": None, "next_day": DAY, "may_read": True} | also)


def rows() -> ListedCheckins:
    weekly, launch = row(1, "Weekly", due=DAY), row(2, "Launch", may_read=False)
    goal = row(3, "Goal", state=CheckinState.DRAFT, next_at=None, next_day=None)
    return ListedCheckins((weekly, launch, goal), total=40, start=PAGE)


def worst_rows(count: int = MOST_CALLED) -> list[CheckinRow]:
    return [row(n, HOSTILE[:100], owner=HOSTILE[:80], due=DAY) for n in range(count)]


def prompt(progress: EntryProgress = EntryProgress.ASKED, **also: Any) -> CheckinPrompt:
    usual: dict[str, Any] = {"is_open": True, "is_anonymous": False, "questions": 4}
    head: dict[str, Any] = {"checkin_id": 1, "name": "Weekly", "day": DAY, "closes_at": NOW, "progress": progress}
    return CheckinPrompt(**head | usual | also)


def history(**also: Any) -> CheckinHistory:
    rounds = (
        Past(6, date(2026, 10, 26), is_open=True, shares=(Share("Design", 1, 2), Share("", 0, 1))),
        Past(5, DAY, is_open=False, shares=(Share("Design", 2, 2),)),
    )
    usual: dict[str, Any] = {"checkin_id": 1, "name": "Weekly", "rounds": rounds, "start": 8, "total": 40}
    return CheckinHistory(**usual | also)


def worst_history() -> CheckinHistory:
    shares = tuple(Share(HOSTILE[:60], 99, 100) for _ in range(200))
    return history(name=HOSTILE[:100], rounds=(Past(5, DAY, is_open=True, shares=shares),) * 8)


def reasons(name: str = "Weekly") -> Reasons:
    each = [Reason(DAY, outcome, 0, None) for outcome in Outcome]
    asked = [Reason(DAY, Outcome.MADE, 0, progress) for progress in EntryProgress]
    return Reasons(1, name, takes_part=False, reasons=(*each, *asked))


def named(text: str = "No photos", team: str = "Design") -> Named:
    return Named(3, "Jan", text, 2, team, "Weekly", DAY, DAY, own_teams=((1, "Sales"),))


def owned(name: str = "Weekly", *, is_orphan: bool = True) -> Owned:
    return Owned(1, name, "Liv", "Noor", is_orphan=is_orphan)


def _worst_replies(question: AskedQuestion, text: str, name: str) -> tuple[AnswerShown, ...]:
    if question.kind in TEXTS or question.kind is QuestionKind.CHOICE:
        return (AnswerShown(name, text),) * 120
    return (AnswerShown(name, "", Decimal(1)),) * 120
