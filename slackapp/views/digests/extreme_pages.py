"""Pages as they hardly ever are: every template must make something of them that Slack takes (DIG-3)."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta

from slackapp.models import decision_life, request_life
from slackapp.models.area_life import Standing
from slackapp.models.digests import Section
from slackapp.models.requests import Priority
from slackapp.queries.digests.content import (
    FEW,
    AreaLine,
    Between,
    Blockade,
    DecisionLine,
    DigestPage,
    DigestPart,
    Kept,
    Line,
    RequestLine,
    RoundLine,
    Week,
)

AT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
HOSTILE = "<!channel> & <@U1> *b* _i_ ~s~ `c`\n> q </x> {title} %s {{ x }} {% y %} \\ \" ' :fire: 👩‍👩‍👧‍👦 مرحبا \u2028"
LONG = HOSTILE * 40
MANY = 12_345
PLAIN = "Web"


def pages() -> Mapping[str, DigestPage]:
    """Each with what is special about it, for whoever reads what a template made of it."""
    return {
        "nothing at all": _page(),
        "a single thing": _page(_of(Section.ATTENTION, [_request(PLAIN, request_life.RequestState.OPEN)], total=1)),
        "one of everything": _page(*_everything(PLAIN, 1), trend=_weeks()[:2]),
        "thousands of everything": _page(*_everything(PLAIN, FEW, total=MANY), trend=_weeks(), teams=(PLAIN,) * 40),
        "the longest texts": _page(*_everything(LONG, FEW, total=MANY), trend=_weeks(), teams=(LONG,) * 40),
        "every state": _page(*_states(PLAIN), trend=_weeks()[:1]),
        "every state, in the longest texts": _page(*_states(LONG)),
        "a preview": _page(*_everything(PLAIN, 2), trend=_weeks(), is_preview=True),
        "no section but the trend": _page(DigestPart(Section.TREND), trend=_weeks()),
    }


def _page(
    *parts: DigestPart, trend: tuple[Week, ...] = (), teams: tuple[str, ...] = (), is_preview: bool = False
) -> DigestPage:
    return DigestPage(
        edition_id=10**15,
        digest_id=10**15,
        channel="general",
        template="weekly",
        locale="en",
        tz="Europe/Amsterdam",
        since=AT - timedelta(days=7),
        until=AT,
        teams=teams,
        parts=parts,
        trend=trend,
        answered=MANY,
        finished=1,
        is_preview=is_preview,
        sections=tuple(Section),
    )


def _everything(text: str, lines: int, *, total: int | None = None) -> Iterator[DigestPart]:
    """Every section, with so many lines of which each has a button."""
    open_: list[Line] = [_request(text, request_life.RequestState.OPEN)] * lines
    for section in (Section.ATTENTION, Section.INCOMING, Section.OUTGOING):
        yield _of(section, open_, total=total or lines)
    yield DigestPart(Section.STUCK, between=(_between(text),) * lines, total=total or lines, change=-MANY)
    yield DigestPart(Section.KEPT, kept=(Kept(text, MANY, 1),) * lines, total=total or lines)
    yield _of(Section.DECISIONS, [_decision(text, decision_life.DecisionState.PROPOSED)] * lines, total=total or lines)
    yield _of(Section.OWNERSHIP, [_area(text, Standing.UNOWNED)] * lines, total=total or lines)
    yield _of(Section.CHECKINS, [_round(text, is_open=True)] * lines, total=total or lines)


def _states(text: str) -> Iterator[DigestPart]:
    """Every state of everything: in a section of its own for each five of them."""
    found: list[Line] = [_request(text, state) for state in request_life.RequestState]
    found += [_decision(text, state) for state in decision_life.DecisionState]
    found += [_area(text, standing) for standing in Standing]
    found += [_round(text, is_open=False)]
    some = [Section.ATTENTION, Section.INCOMING, Section.OUTGOING, Section.DECISIONS, Section.OWNERSHIP]
    for index, section in enumerate(some):
        yield _of(section, found[index * FEW : (index + 1) * FEW], total=MANY)


def _of(section: Section, lines: list[Line], total: int) -> DigestPart:
    return DigestPart(section, tuple(lines), total=total, change=MANY)


def _request(text: str, state: request_life.RequestState) -> RequestLine:
    return RequestLine(
        id=10**15,
        ref="R-1000000",
        title=text,
        state=state,
        priority=Priority.URGENT,
        from_team=text,
        to_team=text,
        owner=text,
        submitted_at=AT,
        answer_by=AT - timedelta(days=MANY),
        missed_at=None,
        due_at=AT - timedelta(hours=3),
        blocking_team=text,
        blocked_by=text,
        url="https://example.slack.com/archives/C0123456789/p1763000000000100",
        at=AT,
    )


def _decision(text: str, state: decision_life.DecisionState) -> DecisionLine:
    return DecisionLine(
        id=10**15,
        ref="D-1000000",
        title=text,
        state=state,
        decider=text,
        until=AT - timedelta(days=1),
        decided_at=AT,
        stale_since=AT,
        objections=MANY,
        awaited=MANY,
        superseded_by="D-1000001",
        url="https://example.slack.com/archives/C0123456789/p1763000000000100",
        at=AT,
    )


def _area(text: str, standing: Standing) -> AreaLine:
    return AreaLine(
        id=10**15,
        name=text,
        team=text,
        owner="" if standing is Standing.UNOWNED else text,
        former=f"{text}!",
        standing=standing,
        offered_to=text,
        confirmed_at=AT,
        lapsed_at=AT,
        url="",
        at=AT,
    )


def _round(text: str, *, is_open: bool) -> RoundLine:
    return RoundLine(
        id=10**15,
        checkin_id=10**15,
        name=text,
        day=date(2026, 11, 23),
        is_open=is_open,
        closes_at=AT,
        asked=MANY,
        answered=MANY,
        blockades=(Blockade(text, text, text, ""),) * 9,
        url="https://example.slack.com/archives/C0123456789/p1763000000000100",
    )


def _between(text: str) -> Between:
    return Between(text, f"{text}!", open=MANY, late=MANY, blocked=MANY, longest=MANY)


def _weeks() -> tuple[Week, ...]:
    start = date(2026, 8, 31)
    hours = [1234.5, 0.04, 3.25, None, None, 7.75, 8.0, 9.5, 10.4, 11.6, 99.9, 1.0]
    return tuple(Week(start + timedelta(weeks=n), known, 99.5 + n, MANY, MANY) for n, known in enumerate(hours))
