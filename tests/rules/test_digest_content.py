"""What stands in a digest, in which order, and what does not (DIG-2, DIG-3, REQ-7)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from slackapp.ids import ChannelId, Timestamp, UserId
from slackapp.models import decision_life
from slackapp.models.digests import Digest, ItemKind, Section
from slackapp.models.outbox import Posting
from slackapp.models.request_life import RequestState
from slackapp.models.workspaces import Workspace
from slackapp.queries import digests
from slackapp.queries.digests.content import Between, DigestPage, DigestPart, Kept
from slackapp.rules.directory import members
from tests.rules.company import Company
from tests.rules.digest_rows import ALL, DAY, MONDAY, WEEK, Rows, edition

HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Monday:
    """Design and Sales, each at home in a public channel; the digest is Design's, unless a test says otherwise."""

    company: Company
    design: int
    sales: int
    home: ChannelId

    def stored(self, write: Callable[[Rows], Any]) -> Any:
        return self.company.do(lambda session: write(Rows(session, self.company.id)))

    def digest(self, *teams: int, **also: Any) -> Digest:
        digest: Digest = self.stored(lambda rows: rows.digest(self.home, *(teams or (self.design,)), **also))
        return digest

    def preview(self, digest: Digest) -> DigestPage:
        return self.company.ask(digests.preview, self.company.id, digest.id, MONDAY)

    def edition(self, digest: Digest, until: Any = MONDAY) -> DigestPage:
        def gather(session: Session) -> int:
            return edition(session, session.get_one(Digest, digest.id), until).id

        page = self.company.ask(digests.page, self.company.id, {"edition": self.company.do(gather)})
        assert page is not None
        return page


@pytest.fixture
def monday(company: Company) -> Monday:
    sanne = company.person("sanne")
    design, sales = company.team("Design", sanne), company.team("Sales", sanne)
    return Monday(company, design, sales, ChannelId("CDESIGN"))


def titles(page: DigestPage, section: Section) -> list[str]:
    part = page.part(section) or DigestPart(section)
    return [getattr(line, "title", None) or line.name for line in part.lines]  # type: ignore[union-attr]


def test_what_needs_attention_comes_first_and_stands_nowhere_else(monday: Monday) -> None:
    def write(rows: Rows) -> None:
        rows.request(monday.design, RequestState.OPEN, title="unanswered", answer_by=MONDAY - HOUR)
        rows.request(monday.design, title="overdue", due_at=MONDAY - 2 * DAY)
        rows.request(monday.design, RequestState.BLOCKED, title="blocked", blocked_by="no licence")
        rows.request(monday.sales, RequestState.BLOCKED, title="blocked by us", blocking_team_id=monday.design)
        rows.request(monday.design, title="new")

    monday.stored(write)
    page = monday.preview(monday.digest())
    assert titles(page, Section.ATTENTION) == ["overdue", "unanswered", "blocked", "blocked by us"]
    assert titles(page, Section.INCOMING) == ["new"]


def test_the_three_oldest_late_requests_leave_room_for_what_else_is_pressing(monday: Monday) -> None:
    def write(rows: Rows) -> None:
        for days in range(1, 8):
            rows.request(monday.design, title=f"late {days}", due_at=MONDAY - days * DAY)
        rows.area(monday.design, name="payments", owner_id=None)
        rows.decision(teams=(monday.design,), title="stale", state="review_due", stale_since=MONDAY - DAY)

    monday.stored(write)
    page = monday.preview(monday.digest())
    assert titles(page, Section.ATTENTION) == ["late 7", "late 6", "late 5", "payments", "stale"]
    assert page.part(Section.ATTENTION).more == 4  # type: ignore[union-attr]


def test_decisions_with_an_open_objection_or_a_day_that_is_over_wait_for_their_decider(monday: Monday) -> None:
    def write(rows: Rows) -> None:
        rows.objects(rows.decision(teams=(monday.design,), title="disputed", until_at=MONDAY + DAY))
        rows.decision(teams=(monday.design,), title="past its day", until_at=MONDAY - DAY)
        rows.decision(teams=(monday.design,), title="collecting", until_at=MONDAY + DAY)
        decided = decision_life.DecisionState.DECIDED
        rows.decision(teams=(monday.design,), title="made", state=decided, decided_at=MONDAY - DAY)
        rows.decision(teams=(monday.design,), title="made long ago", state=decided, decided_at=MONDAY - 2 * WEEK)
        rows.decision(teams=(monday.sales,), title="of others", state=decided, decided_at=MONDAY - DAY)

    monday.stored(write)
    page = monday.preview(monday.digest())
    assert titles(page, Section.ATTENTION) == ["past its day", "disputed"]
    assert titles(page, Section.DECISIONS) == ["made", "collecting"]


def test_outgoing_begins_with_what_waits_for_ourselves(monday: Monday) -> None:
    def write(rows: Rows) -> None:
        ours: dict[str, Any] = {"from_team_id": monday.design}
        rows.request(monday.sales, title="new", **ours)
        rows.request(monday.sales, title="old", submitted_at=MONDAY - 3 * WEEK, **ours)
        rows.request(monday.sales, title="late", due_at=MONDAY - DAY, **ours)
        rows.request(monday.sales, RequestState.WAITING, title="asked back", due_at=MONDAY - DAY, **ours)
        rows.request(monday.sales, RequestState.DONE, title="done", **ours)

    monday.stored(write)
    page = monday.preview(monday.digest())
    assert titles(page, Section.OUTGOING) == ["asked back", "late", "new", "old"]
    assert [line.is_late for line in page.part(Section.OUTGOING).lines] == [True, True, False, False]  # type: ignore[union-attr]


def test_ownership_tells_who_had_it_before(monday: Monday) -> None:
    def write(rows: Rows) -> None:
        rows.changes_owner(rows.area(monday.design, name="payments"), former=UserId("UJAN"), at=MONDAY - DAY)
        rows.changes_owner(rows.area(monday.design, name="earlier"), former=UserId("UJAN"), at=MONDAY - 2 * WEEK)
        rows.area(monday.design, name="offered", offered_to=UserId("UJAN"))
        rows.area(monday.design, name="left", owner_left=True)
        rows.area(monday.design, name="retired", owner_id=None, retired_at=MONDAY - DAY)

    monday.company.person("jan")
    monday.stored(write)
    page = monday.preview(monday.digest())
    assert [(line.name, line.former) for line in page.part(Section.OWNERSHIP).lines] == [  # type: ignore[union-attr]
        ("payments", "jan"),
        ("offered", ""),
    ]
    assert titles(page, Section.ATTENTION) == ["left"]


def test_rounds_come_with_their_blockers_and_anonymous_ones_with_counts_only(monday: Monday) -> None:
    def write(rows: Rows) -> None:
        open_, signed = rows.checkin(monday.home, name="open"), rows.checkin(monday.home, name="signed")
        secret = rows.checkin(monday.home, name="secret", is_anonymous=True)
        rows.round(open_, MONDAY + HOUR)
        rows.round(secret, MONDAY + HOUR)
        rows.round(signed, MONDAY - 2 * WEEK)
        request = rows.request(monday.sales)
        hidden = rows.request(monday.sales, is_private=True)
        round_ = rows.round(signed, MONDAY - 5 * DAY, answered=2)
        rows.blocker(round_, request_id=request.id)
        rows.blocker(round_, UserId("UJAN"), request_id=hidden.id, team_id=monday.design)
        rows.blocker(rows.round(secret, MONDAY - DAY, answered=3))

    monday.stored(write)
    lines = monday.preview(monday.digest()).part(Section.CHECKINS).lines  # type: ignore[union-attr]
    assert [(line.name, line.is_open, line.answered, line.asked) for line in lines] == [  # type: ignore[union-attr]
        ("open", True, 1, 3),
        ("signed", False, 2, 3),
        ("secret", False, 3, 3),
    ]
    assert [(each.team, each.ref[:1]) for each in lines[1].blockades] == [("Sales", "R"), ("Design", "")]  # type: ignore[union-attr]
    assert lines[2].blockades == ()  # type: ignore[union-attr]


def test_numbers_are_about_teams_and_never_about_private_requests(monday: Monday) -> None:
    def write(rows: Rows) -> None:
        ours: dict[str, Any] = {"from_team_id": monday.sales}
        rows.request(monday.design, due_at=MONDAY - DAY, submitted_at=MONDAY - 9 * DAY, **ours)
        rows.request(monday.design, RequestState.BLOCKED, submitted_at=MONDAY - 4 * DAY, **ours)
        rows.request(monday.design, **ours)
        rows.request(monday.design, due_at=MONDAY - DAY, submitted_at=MONDAY - 90 * DAY, is_private=True, **ours)
        answer: dict[str, Any] = {"answered_at": MONDAY - DAY, "answered_after": 60}
        rows.request(monday.design, answered_in_time=True, **answer)
        rows.request(monday.design, RequestState.DONE, answered_in_time=False, **answer)
        rows.request(monday.design, answered_in_time=True, is_private=True, **answer)

    monday.stored(write)
    page = monday.preview(monday.digest())
    assert page.part(Section.STUCK).between == (Between("Sales", "Design", 3, 1, 1, 9),)  # type: ignore[union-attr]
    assert page.part(Section.KEPT).kept == (Kept("Design", 2, 1),)  # type: ignore[union-attr]
    assert (page.answered, page.finished) == (2, 1)


def test_what_is_unanswered_although_its_time_is_over_was_not_kept(monday: Monday) -> None:
    def write(rows: Rows) -> None:
        rows.request(monday.design, answered_in_time=True, answered_at=MONDAY - DAY, answered_after=60)
        rows.request(monday.design, RequestState.OPEN, answer_by=MONDAY - DAY)
        rows.request(monday.design, RequestState.WAITING, missed_at=MONDAY - 9 * DAY)
        rows.request(monday.design, RequestState.OPEN, answer_by=MONDAY + DAY)
        rows.request(monday.design, RequestState.OPEN, answer_by=MONDAY - DAY, is_private=True)

    monday.stored(write)
    page = monday.preview(monday.digest())
    assert page.part(Section.KEPT).kept == (Kept("Design", 1, 1, 2),)  # type: ignore[union-attr]
    assert page.answered == 1


def test_an_edition_keeps_its_items_tells_their_present_state_and_counts_on_from_the_last_one(monday: Monday) -> None:
    digest = monday.digest()
    first = monday.stored(lambda rows: rows.request(monday.design, title="first", due_at=MONDAY - 9 * DAY))
    assert monday.edition(digest, MONDAY - WEEK).part(Section.ATTENTION).change is None  # type: ignore[union-attr]
    monday.stored(lambda rows: [rows.request(monday.design, title=f"{n}", due_at=MONDAY - DAY) for n in range(2)])
    page = monday.edition(digest)
    part = page.part(Section.ATTENTION)
    assert part is not None
    assert (part.total, part.change, part.lines[0].at) == (3, 2, MONDAY)  # type: ignore[union-attr]

    def finish(session: Session) -> None:
        request = session.merge(first)
        request.state, request.closed_at = RequestState.DONE, MONDAY

    monday.company.do(finish)
    again = monday.company.ask(digests.page, monday.company.id, {"edition": page.edition_id})
    assert again is not None
    assert [line.is_over for line in again.part(Section.ATTENTION).lines] == [True, False, False]  # type: ignore[union-attr]


def test_a_week_in_which_nothing_moved_is_quiet_also_where_something_is_under_way(monday: Monday) -> None:
    monday.stored(lambda rows: rows.request(monday.design, submitted_at=MONDAY - 3 * WEEK))
    digest = monday.digest()
    assert monday.preview(digest).is_quiet
    assert monday.edition(digest, MONDAY - WEEK).is_quiet
    monday.stored(lambda rows: rows.request(monday.design))
    assert len(titles(monday.edition(digest), Section.INCOMING)) == 2


def test_everything_is_paged_and_a_page_too_far_is_the_last_one(monday: Monday) -> None:
    def write(rows: Rows) -> None:
        for number in range(12):
            rows.request(monday.design, title=f"{number}", due_at=MONDAY - (12 - number) * DAY)
        for number in range(12, 25):
            rows.area(monday.design, name=f"{number}", owner_id=None)

    monday.stored(write)
    digest = monday.digest()
    told: list[str] = []
    for page in range(3):
        shown = monday.company.ask(digests.everything, monday.company.id, digest.id, Section.ATTENTION, page=page)
        assert (shown.page, shown.pages, shown.part.total) == (page, 3, 25)
        told += [getattr(line, "title", None) or line.name for line in shown.part.lines]  # type: ignore[union-attr]
    assert told == [str(number) for number in range(25)]
    beyond = monday.company.ask(digests.everything, monday.company.id, digest.id, Section.ATTENTION, page=99)
    assert (beyond.page, len(beyond.part.lines)) == (2, 5)


def test_the_trend_tells_medians_of_whole_weeks_and_nothing_of_too_few(monday: Monday) -> None:
    def write(rows: Rows, weeks: int) -> None:
        for week in range(1, weeks + 1):
            moment = MONDAY - week * WEEK + DAY
            for minutes in (30, 60, 600):
                answer: dict[str, Any] = {
                    "answered_at": moment,
                    "answered_after": minutes,
                    "submitted_at": moment - 3 * DAY,
                }
                rows.request(monday.design, RequestState.DONE, closed_at=moment, **answer)
            rows.request(monday.design, RequestState.DECLINED, closed_at=moment, submitted_at=moment - 90 * DAY)

    monday.stored(lambda rows: write(rows, 3))
    digest = monday.digest()
    assert monday.preview(digest).trend == ()
    monday.stored(lambda rows: write(rows, 4))
    trend = monday.preview(digest).trend
    assert [week.answer_hours for week in trend] == [None] * 8 + [1.0] * 4
    assert [week.finish_days for week in trend][-1] == 3.0
    assert (trend[-1].answered, trend[-4].answered, trend[-1].starts.isoformat()) == (6, 3, "2026-11-16")
    assert monday.edition(digest).trend == trend


def test_the_trend_leaves_out_what_is_private(monday: Monday) -> None:
    def write(rows: Rows) -> None:
        for week in range(1, 5):
            moment = MONDAY - week * WEEK + DAY
            answer: dict[str, Any] = {"answered_at": moment, "answered_after": 60, "submitted_at": moment - DAY}
            for is_private in (False, False, False, True):
                rows.request(monday.design, RequestState.DONE, closed_at=moment, is_private=is_private, **answer)

    monday.stored(write)
    assert [week.answered for week in monday.preview(monday.digest()).trend][-4:] == [3] * 4


def test_a_line_leads_to_the_card_where_it_was_posted(monday: Monday) -> None:
    def write(rows: Rows) -> None:
        request, company = rows.request(monday.design), monday.company
        rows.session.get_one(Workspace, company.id).url = "https://acme.slack.com/"
        card = f"request.card:{request.id}:{monday.home}:{monday.home}"
        about = {"channel_id": monday.home, "ts": Timestamp("1764000000.000100")}
        rows.session.add(Posting(workspace_id=company.id, card=card, **about))

    monday.stored(write)
    (line,) = monday.preview(monday.digest()).part(Section.INCOMING).lines  # type: ignore[union-attr]
    assert line.url == "https://acme.slack.com/archives/CDESIGN/p1764000000000100"


def test_without_chosen_teams_it_is_about_all_of_them(monday: Monday) -> None:
    def write(rows: Rows) -> Digest:
        rows.request(monday.design, title="one")
        rows.request(monday.sales, title="two", from_team_id=monday.design)
        return rows.digest(monday.home)

    page = monday.preview(monday.stored(write))
    assert (titles(page, Section.INCOMING), titles(page, Section.OUTGOING)) == (["one", "two"], [])
    assert page.teams == ()


def test_only_the_sections_that_were_chosen_stand_there(monday: Monday) -> None:
    def write(rows: Rows) -> None:
        rows.request(monday.design, title="late", due_at=MONDAY - DAY)
        rows.area(monday.design, owner_id=None)

    monday.stored(write)
    page = monday.preview(monday.digest(sections=(Section.INCOMING,)))
    assert [part.section for part in page.parts] == [Section.INCOMING]
    assert titles(page, Section.INCOMING) == ["late"]


def test_a_guest_who_comes_in_later_finds_only_what_stands_there_in_the_digest_of_before(monday: Monday) -> None:
    def write(rows: Rows) -> None:
        rows.request(monday.design, title="late here", due_at=MONDAY - DAY)
        rows.request(monday.sales, title="late there", due_at=MONDAY - 2 * DAY, from_team_id=monday.design)
        rows.area(monday.sales, owner_id=None)

    monday.stored(write)
    page = monday.edition(monday.digest(monday.design, monday.sales))
    part = page.part(Section.ATTENTION)
    assert part is not None
    assert (part.total, page.teams) == (3, ("Design", "Sales"))
    company, gus = monday.company, monday.company.person("gus", is_guest=True)
    company.do(members.know, company.id, monday.home, {gus.user_id})
    again = company.ask(digests.page, company.id, {"edition": page.edition_id})
    assert again is not None
    assert titles(again, Section.ATTENTION) == ["late here"]
    assert again.part(Section.ATTENTION) == DigestPart(Section.ATTENTION, again.parts[0].lines, total=1)
    assert (again.part(Section.STUCK), again.teams, again.answered) == (None, ("Design",), 0)


def test_guests_are_not_told_which_other_teams_it_covers(monday: Monday) -> None:
    gus = monday.company.person("gus", is_guest=True)
    monday.company.do(members.know, monday.company.id, monday.home, {gus.user_id})
    monday.stored(lambda rows: rows.request(monday.sales, due_at=MONDAY - DAY))
    page = monday.preview(monday.digest(monday.sales))
    assert (page.teams, page.parts) == (("#design",), ())


def test_every_section_has_its_lists() -> None:
    figures = {Section.STUCK, Section.KEPT, Section.TREND}
    assert set(digests.selection.LISTS) | figures == set(ALL)
    assert set(digests.pages.LINES) == set(ItemKind)
