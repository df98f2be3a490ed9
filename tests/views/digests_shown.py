"""A week to look at: a full one, one with a single thing in it, and a quiet one."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from slackapp.models import decision_life, request_life
from slackapp.models.area_life import Standing
from slackapp.models.digests import Section
from slackapp.models.requests import Priority
from slackapp.queries.digests.content import (
    AreaLine,
    Between,
    Blockade,
    DecisionLine,
    DigestPage,
    DigestPart,
    Kept,
    RequestLine,
    RoundLine,
    Week,
)

MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
REVIEWED_LATE = {"decided_at": MONDAY - timedelta(days=120), "stale_since": MONDAY - timedelta(days=9)}
LINK = "https://polder.slack.com/archives/C0DESIGN/p1763000000000100"


def hours_ago(hours: int) -> datetime:
    return MONDAY - timedelta(hours=hours)


def request(number: int, title: str, state: request_life.RequestState, **also: Any) -> RequestLine:
    plain = RequestLine(
        id=number,
        ref=f"R-{number}",
        title=title,
        state=state,
        priority=Priority.NORMAL,
        from_team="Support",
        to_team="Product",
        owner="",
        submitted_at=MONDAY - timedelta(days=6),
        answer_by=MONDAY + timedelta(days=2),
        missed_at=None,
        due_at=MONDAY + timedelta(days=9),
        blocking_team="",
        blocked_by="",
        url=LINK,
        at=MONDAY,
    )
    return replace(plain, **also)


def decision(number: int, title: str, state: decision_life.DecisionState, **also: Any) -> DecisionLine:
    plain = DecisionLine(
        id=number,
        ref=f"D-{number}",
        title=title,
        state=state,
        decider="Jan Smit",
        until=None,
        decided_at=MONDAY - timedelta(days=4),
        stale_since=None,
        objections=0,
        awaited=0,
        superseded_by="",
        url=LINK,
        at=MONDAY,
    )
    return replace(plain, **also)


def area(number: int, name: str, standing: Standing, **also: Any) -> AreaLine:
    plain = AreaLine(
        id=number,
        name=name,
        team="Product",
        owner="Jan Smit",
        former="",
        standing=standing,
        offered_to="",
        confirmed_at=MONDAY - timedelta(days=3),
        lapsed_at=None,
        url="",
        at=MONDAY,
    )
    return replace(plain, **also)


def held(number: int, name: str, **also: Any) -> RoundLine:
    plain = RoundLine(
        id=number,
        checkin_id=number,
        name=name,
        day=date(2026, 11, 20),
        is_open=False,
        closes_at=MONDAY + timedelta(hours=9),
        asked=9,
        answered=8,
        blockades=(),
        url=LINK,
    )
    return replace(plain, **also)


def weeks() -> tuple[Week, ...]:
    hours = [11.2, 9.4, 12.1, 8.7, 9.0, 7.6, None, 7.1, 6.4, 6.9, 5.2, 5.5]
    days = [9.1, 8.2, 8.8, 7.5, 7.0, 6.2, 6.5, None, 5.1, 5.4, 4.3, 4.0]
    start = date(2026, 8, 31)
    return tuple(
        Week(start + timedelta(weeks=n), hours[n], days[n], answered=6 + n % 3, finished=4 + n % 2) for n in range(12)
    )


def page(*parts: DigestPart, **also: Any) -> DigestPage:
    plain = DigestPage(
        edition_id=7,
        digest_id=3,
        channel="C0DESIGN",
        template="weekly",
        locale="en",
        tz="Europe/Amsterdam",
        since=MONDAY - timedelta(days=7),
        until=MONDAY,
        teams=("Product", "Support"),
        parts=parts,
        trend=(),
        answered=12,
        finished=7,
    )
    return replace(plain, **also)


State = request_life.RequestState


def attention() -> DigestPart:
    late = request(
        21, "A map of all stops", State.OPEN, answer_by=MONDAY - timedelta(days=3), to_team="Product", from_team="Sales"
    )
    blocked = request(
        17,
        "Move the archive to the new storage",
        State.BLOCKED,
        from_team="Product",
        to_team="IT",
        owner="Bram Jansen",
        blocking_team="Legal",
        blocked_by="no contract yet with the new supplier",
        due_at=MONDAY + timedelta(days=1),
    )
    overdue = request(
        12, "A kinder error page", State.IN_PROGRESS, owner="Jan Smit", due_at=MONDAY - timedelta(days=5, hours=2)
    )
    stale = decision(4, "One price list for all regions", decision_life.DecisionState.REVIEW_DUE, **REVIEWED_LATE)
    orphan = area(5, "Payments", Standing.UNOWNED, owner="")
    return DigestPart(Section.ATTENTION, (late, blocked, overdue, stale, orphan), total=7, change=2)


def incoming() -> DigestPart:
    lines = (
        request(31, "Show the waiting time in the app", State.OPEN),
        request(30, "Two more languages on the stop signs", State.PROPOSED, from_team="Sales"),
        request(28, "Refund without a receipt", State.ACCEPTED, owner="Eva Bakker"),
        request(26, "Faster search in the timetable", State.IN_PROGRESS, owner="Jan Smit", from_team="Sales"),
        request(19, "Banner for the winter timetable", State.DONE, owner="Eva Bakker", from_team="Sales"),
    )
    return DigestPart(Section.INCOMING, lines, total=9, change=3)


def outgoing() -> DigestPart:
    lines = (
        request(29, "Test accounts for the new colleagues", State.WAITING, from_team="Product", to_team="IT"),
        request(
            25, "Photos of the new trams", State.ACCEPTED, from_team="Product", to_team="Marketing", owner="Noor Visser"
        ),
    )
    return DigestPart(Section.OUTGOING, lines, total=2, change=-1)


def decisions() -> DigestPart:
    lines = (
        decision(
            9,
            "Answer every complaint within two days",
            decision_life.DecisionState.PROPOSED,
            until=MONDAY + timedelta(days=2),
            awaited=3,
            objections=1,
        ),
        decision(8, "One colour for all buttons", decision_life.DecisionState.DECIDED),
    )
    return DigestPart(Section.DECISIONS, lines, total=2, change=0)


def ownership() -> DigestPart:
    lines = (
        area(2, "Timetable data", Standing.CONFIRMED, former="Amy de Vries"),
        area(3, "Newsletter", Standing.OFFERED, offered_to="Noor Visser", team="Marketing"),
        area(
            4,
            "Status page",
            Standing.UNCONFIRMED,
            lapsed_at=MONDAY - timedelta(days=12),
            team="IT",
            owner="Bram Jansen",
        ),
    )
    return DigestPart(Section.OWNERSHIP, lines, total=3)


def checkins() -> DigestPart:
    blockade = Blockade("Jan Smit", "The test environment is down", "IT", "R-33")
    nameless = Blockade("", "We wait for the legal text", "Legal", "")
    lines = (
        held(1, "Cross-team weekly", is_open=True, answered=5, day=date(2026, 11, 23)),
        held(2, "Launch of the winter timetable", blockades=(blockade, nameless)),
    )
    return DigestPart(Section.CHECKINS, lines, total=2, change=1)


def stuck() -> DigestPart:
    pairs = (
        Between("Sales", "Product", open=7, late=3, blocked=0, longest=12),
        Between("Product", "IT", open=4, late=1, blocked=2, longest=9),
        Between("Support", "Legal", open=2, late=0, blocked=0, longest=1),
    )
    return DigestPart(Section.STUCK, between=pairs, total=3, change=-1)


def kept() -> DigestPart:
    teams = (Kept("Product", 12, 11), Kept("IT", 8, 5), Kept("Marketing", 1, 1))
    return DigestPart(Section.KEPT, kept=teams, total=3)


def full(**also: Any) -> DigestPage:
    parts = (attention(), incoming(), outgoing(), decisions(), ownership(), checkins())
    return page(*parts, trend=weeks(), **also)


def across(**also: Any) -> DigestPage:
    stale = decision(4, "One price list for all regions", decision_life.DecisionState.REVIEW_DUE, **REVIEWED_LATE)
    orphans = (
        area(5, "Payments", Standing.UNOWNED, owner=""),
        area(6, "Lost property", Standing.UNOWNED, owner="", team="Support"),
    )
    parts = (
        attention(),
        stuck(),
        kept(),
        DigestPart(Section.DECISIONS, (stale, *decisions().lines), total=3, change=1),
        DigestPart(Section.OWNERSHIP, orphans, total=2, change=1),
    )
    return page(*parts, teams=(), template="leadership", trend=weeks(), **also)


def single(**also: Any) -> DigestPage:
    part = DigestPart(Section.ATTENTION, attention().lines[:1], total=1)
    return page(part, teams=("Product",), answered=1, finished=0, **also)


def quiet(**also: Any) -> DigestPage:
    return page(teams=("Product",), answered=0, finished=0, **also)
