"""A request to look at, plain and at its worst."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from slackapp.ids import UserId
from slackapp.models.request_life import LIFE, RequestState, RequestVerb
from slackapp.models.requests import Priority
from slackapp.queries.requests import (
    Guest,
    ListedRequests,
    RequestCard,
    RequestEntry,
    RequestFilter,
    RequestPage,
    RequestRow,
    RequestTold,
    ShownReminder,
    WantedRequests,
)

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
HOSTILE = "<!channel> & <@U1> *b* _i_ ~s~ `c`\n> q </x> {title} %s 👩‍👩‍👧‍👦 مرحبا " * 40


def card(**also: Any) -> RequestCard:
    plain = RequestCard(
        id=1,
        number=12,
        title="New banner",
        why="The launch is on Monday",
        details="",
        attachments="",
        customer="",
        link="",
        state=RequestState.OPEN,
        priority=Priority.NORMAL,
        is_private=False,
        requester_id=UserId("U1"),
        requester="Sanne",
        from_team="Marketing",
        to_team="Design",
        to_team_id=2,
        owner_id=None,
        owner="",
        needed_by=date(2026, 11, 30),
        promised=None,
        proposed=None,
        due_at=datetime(2026, 11, 30, 16, 0, tzinfo=UTC),
        answer_by=datetime(2026, 11, 25, 8, 0, tzinfo=UTC),
        missed_at=None,
        blocked_by="",
        blocking_team="",
        question="",
        source_url="",
        source_gone=False,
        submitted_at=NOW,
        at=NOW,
    )
    return replace(plain, **also)


def accepted() -> RequestCard:
    return card(
        state=RequestState.IN_PROGRESS, owner_id=UserId("U2"), owner="Jan", promised=date(2026, 11, 27), answer_by=None
    )


def worst(state: RequestState) -> RequestCard:
    """Everything filled in, as long and as hostile as it can be."""
    text = HOSTILE[:3000]
    return card(
        title=text,
        why=text,
        details=text,
        attachments=text,
        customer=HOSTILE[:200],
        link="https://example.org/" + "a" * 2900,
        state=state,
        priority=Priority.URGENT,
        is_private=True,
        requester=HOSTILE[:80],
        from_team=HOSTILE[:60],
        to_team=HOSTILE[:60],
        owner_id=UserId("U2"),
        owner=HOSTILE[:80],
        promised=date(2026, 11, 27),
        proposed=date(2026, 11, 27),
        blocked_by=text,
        blocking_team=HOSTILE[:60],
        question=text,
        source_url="https://example.org/" + "a" * 200,
    )


def entry(verb: RequestVerb, why: str = "") -> RequestEntry:
    about = {
        "promised": "2026-11-27",
        "proposed": "2026-11-27",
        "owner": "Jan",
        "team": "Support",
        "from_team": "Design",
        "guest": "Kim",
    }
    return RequestEntry(verb, NOW, "Sanne", why, about)


def page(shown: RequestCard, why: str = "", lines: int = 3) -> RequestPage:
    history = tuple(entry(verb, why) for verb in list(RequestVerb) * lines)
    guests = tuple(Guest(UserId(f"U{n}"), HOSTILE[:80]) for n in range(3))
    return RequestPage(shown, frozenset(LIFE), guests, history, None)


def told(verb: RequestVerb, shown: RequestCard, why: str = "") -> RequestTold:
    return RequestTold(shown, entry(verb, why), is_requester=True, is_owner=False, verbs=frozenset(LIFE))


def listed(rows: int, title: str = "New banner") -> ListedRequests:
    row = RequestRow(1, 12, title, RequestState.OPEN, "Design", "Jan", NOW, is_late=True)
    return ListedRequests(WantedRequests(RequestFilter.WAITING, page=1), "", (row,) * rows, 1000)


def reminder(stage: str, shown: RequestCard) -> ShownReminder:
    return ShownReminder(shown, stage)
