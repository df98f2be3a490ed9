"""Digests: stored for reviewers, and never what Slack would refuse, whatever there is to tell."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some
from slack_sdk.models.blocks import Block

from blockkit import problems_of_message
from slackapp.language import Language
from slackapp.models import decision_life, request_life
from slackapp.models.area_life import Standing
from slackapp.models.digests import Section
from slackapp.queries.digests.content import DigestPage, DigestPart, Line
from slackapp.views import digests as views
from slackapp.views import mrkdwn, rich
from slackapp.views.digests import extreme_pages, trend, trend_picture
from slackapp.views.digests.reader import Reader
from slackapp.views.digests.rendering import OURS
from slackapp.views.message import PLACE, Content
from slackapp.views.templates import Templates
from tests.views import digests_shown as shown
from tests.views.requests_shown import HOSTILE
from tests.views.stored import same_as_stored

LANGUAGES = [pytest.param(Language(code), id=code) for code in ("en", "nl")]
TEMPLATES = Templates()
WEEKS = {
    "full": shown.full(),
    "across": shown.across(),
    "one": shown.single(),
    "quiet": shown.quiet(),
    "preview": shown.single(is_preview=True, trend=shown.weeks()),
    "extreme": extreme_pages.pages()["the longest texts"],
}


def made(template: str, page: DigestPage, _: Language) -> Content:
    return views.shown(TEMPLATES, replace(page, template=template), _)


@pytest.mark.parametrize("_", LANGUAGES)
@pytest.mark.parametrize("template", OURS)
def test_digests_look_as_they_were_reviewed(template: str, _: Language) -> None:
    same_as_stored(f"digests.{template}.{_.code}", *(made(template, page, _) for page in WEEKS.values()))


@pytest.mark.parametrize("_", LANGUAGES)
@pytest.mark.parametrize("template", OURS)
@pytest.mark.parametrize("about", extreme_pages.pages())
def test_slack_takes_every_digest_at_its_worst(about: str, template: str, _: Language) -> None:
    content = made(template, extreme_pages.pages()[about], _)
    assert problems_of_message(content.blocks, content.text) == []
    assert [Block.parse(dict(block)).to_dict() for block in content.blocks]  # type: ignore[union-attr]


def lines() -> some.SearchStrategy[Line]:
    text = some.text(min_size=1, max_size=300) | some.just(HOSTILE)
    late = some.integers(-400, 400).map(shown.hours_ago)
    return some.one_of(
        some.builds(
            shown.request,
            some.integers(1, 10**6),
            text,
            some.sampled_from(request_life.RequestState),
            **dict.fromkeys(("from_team", "to_team", "owner", "blocking_team", "blocked_by"), text | some.just("")),
            **dict.fromkeys(("answer_by", "due_at"), late | some.none()),
        ),
        some.builds(
            shown.decision, some.integers(1, 10**6), text, some.sampled_from(decision_life.DecisionState), until=late
        ),
        some.builds(shown.area, some.integers(1, 10**6), text, some.sampled_from(Standing), owner=text | some.just("")),
        some.builds(shown.held, some.integers(1, 10**6), text, is_open=some.booleans()),
    )


def parts() -> some.SearchStrategy[tuple[DigestPart, ...]]:
    def part(section: Section, lines: list[Line], total: int) -> DigestPart:
        return DigestPart(section, tuple(lines), total=total + len(lines), change=total - 5000)

    built = some.builds(part, some.sampled_from(Section), some.lists(lines(), max_size=7), some.integers(0, 10**4))
    return some.lists(built, unique_by=lambda part: part.section).map(tuple)


@given(parts=parts(), template=some.sampled_from(OURS), code=some.sampled_from(["en", "nl"]))
def test_slack_takes_whatever_there_is_to_tell(parts: tuple[DigestPart, ...], template: str, code: str) -> None:
    content = made(template, shown.page(*parts, trend=shown.weeks()), Language(code))
    assert problems_of_message(content.blocks, content.text) == []


@pytest.mark.parametrize("_", LANGUAGES)
@pytest.mark.parametrize("template", OURS)
@pytest.mark.parametrize("about", [about for about in extreme_pages.pages() if "longest" in about])
def test_nothing_that_was_typed_pings_or_breaks(about: str, template: str, _: Language) -> None:
    content = made(template, extreme_pages.pages()[about], _)
    beside = list(texts(list(content.blocks), "mrkdwn"))
    for words in (content.text, *beside):
        assert "<!channel" not in words
        assert "<@" not in words
    assert all(mark not in words for words in beside for mark in ("*b*", "_i_", "~s~", "`c`", "\n&gt;"))
    assert {"user", "usergroup", "broadcast"} & kinds(list(content.blocks)) == set()


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("*b* _i_ ~s~ `c`", "∗b∗ ˍiˍ ∼s∼ ˋcˋ"),
        ("snake_case 2*3*4 a~b", "snake_case 2*3*4 a~b"),
        ("<!here> & <@U1>", "&lt;!here&gt; &amp; &lt;@U1&gt;"),
        ("a\n> b\u2028c", "a &gt; b c"),
        (":fire: 10:30", "꞉fire: 10:30"),
    ],
)
def test_what_was_typed_stands_beside_a_button_as_it_was_typed(typed: str, seen: str) -> None:
    assert mrkdwn.of(rich.words(typed)) == seen


def test_a_link_beside_a_button_says_its_words() -> None:
    line = [rich.link("https://example.org/a|b", "R-1 · *x* | <y>") | {"style": {"bold": True}}]
    assert mrkdwn.of(line) == "*<https://example.org/a%7Cb|R-1 · ∗x∗ ¦ &lt;y&gt;>*"


@pytest.mark.parametrize("section", [part.section for part in shown.full().parts])
def test_at_most_five_lines_of_a_section_are_shown_and_a_button_shows_all(section: Section) -> None:
    line = shown.request(1, "Line", request_life.RequestState.ACCEPTED)
    content = made("weekly", shown.page(DigestPart(section, (line,) * 9, total=40)), Language("en"))
    assert content.text.count("R-1 · Line") == 5
    assert [each["value"] for each in buttons(content) if each["action_id"] == "digest.all"] == [f"7:{section}"]


def test_where_all_is_shown_there_is_nothing_more_to_show() -> None:
    assert "digest.all" not in {each["action_id"] for each in buttons(made("weekly", shown.single(), Language("en")))}


def test_what_comes_next_stands_beside_each_line() -> None:
    content = made("weekly", shown.full(), Language("en"))
    pressed = [(each["action_id"], each["value"]) for each in buttons(content)]
    assert {
        ("request.accept", "21"),
        ("request.unblock", "17"),
        ("request.finish", "12"),
        ("decision.show", "4"),
        ("area.claim", "5"),
        ("request.agree", "30"),
        ("request.confirm", "19"),
        ("request.answer", "29"),
        ("area.accept", "3"),
        ("area.confirm", "4"),
        ("checkin.answer", "1:2026-11-23"),
    } <= set(pressed)


def test_a_step_that_was_taken_takes_its_button_away() -> None:
    line = shown.request(21, "A map", request_life.RequestState.ACCEPTED, owner="Jan Smit")
    content = made("weekly", shown.page(DigestPart(Section.ATTENTION, (line,), total=1)), Language("en"))
    assert buttons(content) == []
    assert (
        "🤝 R-21 · A map\nSupport → Product · Jan Smit · due Wed 2 Dec".replace(" 2 Dec", "\xa02\xa0Dec")
        in content.text
    )


def test_what_was_settled_since_is_said_and_not_left_out() -> None:
    late, blocked = shown.attention().lines[:2]
    accepted = shown.request(21, "A map", request_life.RequestState.ACCEPTED)
    before = made("weekly", shown.page(DigestPart(Section.ATTENTION, (late, blocked), total=2)), Language("en")).text
    after = made("weekly", shown.page(DigestPart(Section.ATTENTION, (accepted, blocked), total=2)), Language("en")).text
    assert "\n2 things need attention. 12 requests" in before
    assert "\n2 things need attention. 1 of them is settled by now. 12 requests" in after


def test_the_compact_one_has_no_buttons_but_the_one_that_shows_all() -> None:
    for page in (shown.full(), *extreme_pages.pages().values()):
        assert {each["action_id"] for each in buttons(made("compact", page, Language("en")))} <= {"digest.all"}


@pytest.mark.parametrize("template", OURS)
def test_a_quiet_week_is_one_line(template: str) -> None:
    content = made(template, shown.quiet(sections=tuple(Section)), Language("en"))
    assert len(content.blocks) == 1
    assert content.text == "🌿 Product, 16–23 Nov 2026: a quiet week. Nothing needs attention."


def test_it_does_not_say_that_nothing_needs_attention_where_that_was_not_asked() -> None:
    page = shown.page(shown.decisions(), sections=(Section.DECISIONS,))
    assert "attention" not in made("weekly", page, Language("en")).text


def test_a_channel_reads_the_days_of_its_own_zone_and_a_person_those_of_theirs() -> None:
    late = shown.request(
        1, "Late in the evening", request_life.RequestState.ACCEPTED, due_at=shown.MONDAY.replace(hour=23)
    )
    there = Reader(Language("en"), ZoneInfo("Europe/Amsterdam"))
    assert rich.plain(there.day(late.due_at or shown.MONDAY)) == "Tue\xa024\xa0Nov"
    assert "<!date^" in rich.plain(views.line(late, Language("en")))


def test_the_only_team_of_a_digest_is_not_named_in_each_line() -> None:
    line = shown.request(1, "A map", request_life.RequestState.ACCEPTED, owner="Jan", from_team="Sales")
    alone = shown.page(DigestPart(Section.INCOMING, (line,), total=1), teams=("Product",))
    assert "R-1 · A map · from Sales · Jan" in made("weekly", alone, Language("en")).text


def test_a_picture_is_only_there_where_there_is_something_to_draw() -> None:
    with_it, without = made("weekly", shown.full(), Language("en")), made("weekly", shown.single(), Language("en"))
    assert with_it.picture is not None
    assert [block["slack_file"]["id"] for block in with_it.blocks if block["type"] == "image"] == [PLACE]
    assert (without.picture, [block for block in without.blocks if block["type"] == "image"]) == (None, [])


def test_a_preview_says_in_words_what_the_picture_would_show() -> None:
    content = made("weekly", shown.full(is_preview=True), Language("en"))
    assert (content.picture, "image" in {block["type"] for block in content.blocks}) == (None, False)
    assert "Half of all answers came within 5.5 working hours; twelve weeks ago 11." in content.text


@pytest.mark.parametrize("_", LANGUAGES)
def test_the_picture_has_every_number_in_words(_: Language) -> None:
    told = trend.alternative(shown.full(), _)
    assert len(told) < 2000
    assert all(number in told for number in (("11", "5,5", "9,1") if _.code == "nl" else ("11", "5.5", "9.1")))
    assert told.count("31 aug" if _.code == "nl" else "31 Aug") == 2


def test_the_same_weeks_make_the_same_picture_and_other_weeks_another() -> None:
    one, same = (made("weekly", shown.full(), Language("en")).picture for _ in range(2))
    other = made("leadership", replace(shown.full(), trend=shown.weeks()[:11]), Language("en")).picture
    keys = [picture.key for picture in (one, same, other) if picture]
    assert (keys[0] == keys[1], keys[0] == keys[2]) == (True, False)
    assert one is not None
    assert trend_picture.draw(one.values) == trend_picture.draw(dict(one.values))


@pytest.mark.parametrize("points", [[], [None] * 12, [0.0] * 12, [None] * 11 + [5.0], [1234.5, *[None] * 10, 0.1]])
def test_any_weeks_can_be_drawn(points: list[float | None]) -> None:
    panel = {"title": "Working hours", "points": points, "labels": ["x"] * len(points)}
    values = {"weeks": [str(n) for n in range(len(points) or 1)], "panels": [panel, panel]}
    assert trend_picture.draw(values).content.startswith(b"\x89PNG")


def buttons(content: Content) -> list[dict[str, Any]]:
    rows = [each for block in content.blocks for each in (block.get("accessory"), *block.get("elements", []))]
    return [each for each in rows if each and each.get("type") == "button"]


def texts(value: Any, kind: str) -> Iterator[str]:
    if isinstance(value, list):
        yield from (text for each in value for text in texts(each, kind))
    elif isinstance(value, dict):
        yield from [value["text"]] if value.get("type") == kind else []
        yield from (text for each in value.values() for text in texts(each, kind))


def kinds(value: Any) -> set[str]:
    if isinstance(value, list):
        return set().union(*map(kinds, value))
    if not isinstance(value, dict):
        return set()
    return {str(value.get("type"))}.union(*map(kinds, value.values()))
