"""Setting a digest up, and what `/digest` answers: stored for reviewers, and never what Slack would refuse."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from blockkit import problems_of_message, problems_of_view
from slackapp.ids import ChannelId
from slackapp.language import Language
from slackapp.models.digest_choices import DigestTerms
from slackapp.models.digests import QuietWeek, Section
from slackapp.queries.digests.content import DigestPart, Everything
from slackapp.queries.digests.settings import DigestStanding
from slackapp.views.digests import answers, form
from slackapp.views.digests import full_section as pages
from slackapp.views.message import Content
from tests.views import digests_shown as shown
from tests.views.requests_shown import HOSTILE
from tests.views.stored import same_as_stored

LANGUAGES = [pytest.param(Language(code), id=code) for code in ("en", "nl")]
OFFERED = ("weekly", "compact", "leadership", "our-own")
BLANK = DigestStanding(None, None, "", DigestTerms(None, tz="Europe/Amsterdam", locale="nl-NL"))
HERE = ChannelId("C0DESIGN")
CHOSEN = DigestTerms(
    HERE,
    "leadership",
    (Section.STUCK, Section.KEPT),
    (1,),
    3,
    time(16, 30),
    "America/New_York",
    "en",
    QuietWeek.NOTHING,
)
SET = DigestStanding(7, HERE, "design", CHOSEN, ((1, "Design"),), next_at=shown.MONDAY)
IDLE = replace(SET, choice=replace(CHOSEN, is_on=False), teams=(), next_at=None, is_idle=True, is_narrow=True)
NONE_YET = DigestStanding(None, HERE, "design", CHOSEN, may_set_up=False, team="Design", lead="noor")
WEEK = Content("A week", ({"type": "divider"},))


@pytest.mark.parametrize("_", LANGUAGES)
def test_answers_look_as_they_were_reviewed(_: Language) -> None:
    same_as_stored(
        f"digests.answers.{_.code}",
        answers.none_yet(replace(NONE_YET, may_set_up=True), _),
        answers.none_yet(NONE_YET, _),
        answers.none_yet(replace(NONE_YET, team="", lead=""), _),
        answers.preview(SET, WEEK, _),
        answers.preview(replace(IDLE, may_set_up=False), WEEK, _),
        answers.help_(_),
    )


@pytest.mark.parametrize("_", LANGUAGES)
def test_forms_and_pages_look_as_they_were_reviewed(_: Language) -> None:
    same_as_stored(
        f"digests.forms.{_.code}",
        form.form(BLANK, OFFERED, shown.MONDAY, _),
        form.form(SET, OFFERED, shown.MONDAY, _),
        form.form(IDLE, OFFERED, shown.MONDAY, _),
        answers.saved(SET, _),
        pages.everything(7, Everything(DigestPart(Section.DECISIONS), 0, 1), _),
    )


def test_each_line_leads_to_the_page_of_its_item_and_the_last_buttons_to_other_pages() -> None:
    view = pages.everything(7, Everything(shown.attention(), 1, 3), Language("en"))
    pressed = [
        element for block in view["blocks"] for element in block.get("elements", []) if block["type"] == "actions"
    ]
    assert [each["action_id"] for each in pressed] == [
        *(f"{each.kind.value}.show" for each in shown.attention().lines),
        *("digest.all_earlier", "digest.all_later"),
    ]
    assert pages.wanted(pressed[-1]["value"]) == (7, Section.ATTENTION, 2)


@pytest.mark.parametrize("_", LANGUAGES)
def test_slack_takes_them_at_their_worst(_: Language) -> None:
    assert [problems_of_message(list(each.blocks), each.text) for each in messages(_) if each.blocks] == [[]] * 3
    assert [problems_of_view(each) for each in views(_)] == [[]] * 6


def test_another_template_ticks_what_it_is_made_for() -> None:
    chosen = form.with_template(BLANK, "leadership").choice
    assert (chosen.template, Section.STUCK in chosen.sections, Section.INCOMING in chosen.sections) == (
        "leadership",
        True,
        False,
    )


def messages(_: Language) -> Iterator[Content]:
    worst = replace(NONE_YET, channel=HOSTILE[:80], team=HOSTILE[:60], lead=HOSTILE[:255])
    yield answers.none_yet(worst, _)
    yield answers.preview(SET, Content(HOSTILE[:3000], ({"type": "divider"},) * 50), _)
    yield answers.help_(_)


def views(_: Language) -> Iterator[dict[str, Any]]:
    teams = tuple((number, HOSTILE[:60]) for number in range(100))
    names = tuple(f"{HOSTILE[:100]}{number}" for number in range(20))
    yield form.form(replace(SET, channel=HOSTILE[:80], teams=teams), (*OFFERED, *names), shown.MONDAY, _)
    yield form.form(IDLE, OFFERED, shown.MONDAY, _)
    yield answers.saved(replace(IDLE, channel=HOSTILE[:80]), _)
    for part in (replace(shown.attention(), lines=shown.attention().lines * 2), shown.stuck(), shown.kept()):
        yield pages.everything(7, Everything(part, 0, 2), _)
