"""Views of check-ins: stored for reviewers, and never what Slack would refuse, whatever somebody typed."""

from collections.abc import Iterator
from typing import Any

import pytest
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from blockkit import problems_of_message, problems_of_view
from slackapp.language import Language
from slackapp.models.checkin_rounds import EntryProgress
from slackapp.models.checkin_setups import QuestionKind, Setup
from slackapp.models.checkins import CheckinState
from slackapp.queries.checkins import CheckinRecords, ListedCheckins
from slackapp.queries.checkins.lists import PAGE
from slackapp.views import checkins as views
from slackapp.views.checkins import away, lifecycle, owners, page, sets
from slackapp.views.checkins.setting_up import FilledCheckin
from slackapp.views.message import Content
from slackapp.views.templates import Templates
from tests.views import checkins_shown as shown
from tests.views.requests_shown import HOSTILE
from tests.views.stored import same_as_stored

LANGUAGES = [pytest.param(Language(code), id=code) for code in ("en", "nl")]
PROMPTS = views.prompts(Templates())
NEW = FilledCheckin(Setup("", None))


@pytest.mark.parametrize("_", LANGUAGES)
def test_messages_look_as_they_were_reviewed(_: Language) -> None:
    same_as_stored(
        f"checkins.messages.{_.code}",
        *(prompted("checkin.prompt", _, progress=each) for each in EntryProgress),
        prompted("checkin.prompt", _, planned=("A banner",)),
        prompted("checkin.reminder", _),
        views.summary.summary(shown.summary(), _),
        views.summary.summary(shown.withheld(), _),
        views.summary.line(shown.line(), _),
        owners.owner(shown.owned(), _),
        owners.orphan(shown.owned(), _),
        owners.orphan(shown.owned(is_orphan=False), _),
        views.listing.listing(shown.rows(), _),
    )


@pytest.mark.parametrize("_", LANGUAGES)
def test_forms_and_pages_look_as_they_were_reviewed(_: Language) -> None:
    same_as_stored(
        f"checkins.forms.{_.code}",
        views.setting_up.form(NEW, shown.NOW, _),
        views.questions.form(1, shown.questions()[2], _),
        views.answering.form(shown.sheet(), _),
        views.answering.form(shown.sheet_again(), _),
        views.answering.thanks(shown.sheet(), shown.sheet_again().blocked, _),
        *(page.page(shown.page(state), _) for state in CheckinState),
        views.summary.page(shown.summary(), _),
        views.history.history(shown.history(), _),
        views.reasons.reasons(shown.reasons(), _),
        views.blockers.form(shown.named(), shown.DAY, "key", _, beneath={}),
        away.away(shown.DAY, _),
        lifecycle.hand_over(1, "Weekly", _),
        away.holidays("DE-BY", _),
        away.holidays_kept("DE-BY", _),
        away.holidays_kept(None, _),
    )


@pytest.mark.parametrize("_", LANGUAGES)
def test_slack_takes_every_message_at_its_worst(_: Language) -> None:
    for content in messages(_):
        assert problems_of_message(list(content.blocks), content.text) == []
        assert [Block.parse(dict(block)).to_dict() for block in content.blocks]  # type: ignore[union-attr]


@pytest.mark.parametrize("_", LANGUAGES)
def test_slack_takes_every_form_at_its_worst(_: Language) -> None:
    for view in forms(_):
        assert problems_of_view(view) == []
        assert View(**view).to_dict()


@pytest.mark.parametrize("_", LANGUAGES)
@pytest.mark.parametrize("chosen", ["weekly", "launch", "goal", "incident"])
def test_every_ready_made_set_asks_for_a_plan_and_for_what_is_in_the_way(chosen: str, _: Language) -> None:
    kinds = [question.kind for question in sets.questions(chosen, _)]
    assert {QuestionKind.PLAN, QuestionKind.BLOCKER} < set(kinds)
    assert sets.questions("own", _) == ()


def test_a_table_keeps_what_a_spreadsheet_would_calculate_as_text() -> None:
    records = CheckinRecords("Weekly", is_anonymous=False, rounds=(shown.summary(name="=1+1"),))
    table = views.history.files(records, Language("en"))[0].content.decode("utf-8-sig")
    assert "2026-10-19,Jan,How many?,3,," in table
    assert "2026-10-19,Jan,Blocker,No photos,Design,R-12" in table


def prompted(kind: str, _: Language, **also: Any) -> Content:
    return PROMPTS[kind].show(shown.prompt(**also), _)


def messages(_: Language) -> Iterator[Content]:
    for kind in PROMPTS:
        for progress in EntryProgress:
            yield prompted(kind, _, name=HOSTILE[:100], progress=progress, planned=(HOSTILE[:3000],) * 5)
    yield views.summary.summary(shown.worst_summary(), _)
    yield views.summary.line(shown.worst_line(), _)
    yield from (owners.owner(shown.owned(HOSTILE[:100]), _), owners.orphan(shown.owned(HOSTILE[:100]), _))
    yield views.listing.listing(ListedCheckins(tuple(shown.worst_rows(PAGE)), 99, PAGE), _)
    yield views.listing.choice(shown.worst_rows(), _)
    yield views.history.choice(shown.worst_rows(), _)


def forms(_: Language) -> Iterator[dict[str, Any]]:
    worst = shown.worst_page()
    yield views.setting_up.form(NEW, shown.NOW, _)
    yield views.setting_up.form(views.setting_up.filled(worst), shown.NOW, _)
    yield views.questions.form(1, shown.worst_questions()[2], _)
    yield from (views.answering.form(shown.worst_sheet(), _), views.answering.preview(shown.worst_sheet(), _))
    yield views.answering.thanks(shown.worst_sheet(), shown.worst_sheet().blocked, _)
    yield page.page(worst, _)
    yield views.summary.page(shown.worst_summary(), _)
    yield views.history.history(shown.worst_history(), _)
    yield views.reasons.reasons(shown.reasons(HOSTILE[:100]), _)
    yield views.blockers.form(shown.named(HOSTILE[:3000], HOSTILE[:60]), shown.DAY, "key", _, beneath={})
    yield from (away.holidays("BR-São Paulo Capital", _), away.holidays_kept("XX-" + HOSTILE[:30], _))
    yield from (away.away(shown.DAY, _), lifecycle.hand_over(1, HOSTILE[:100], _))
