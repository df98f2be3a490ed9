"""Views of areas: stored for reviewers, and never what Slack would refuse, whatever somebody typed."""

from collections.abc import Iterator
from typing import Any

import pytest
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from blockkit import problems_of_message, problems_of_view
from slackapp.language import Language
from slackapp.models.area_life import AreaVerb, Standing
from slackapp.queries.areas import AreaCard
from slackapp.views import areas as views
from slackapp.views.areas import announcements, changing, finding, importing, lines, listing, records, rounds
from slackapp.views.message import Content
from tests.views import areas_shown as shown
from tests.views.stored import same_as_stored

LANGUAGES = [pytest.param(Language(code), id=code) for code in ("en", "nl")]


@pytest.mark.parametrize("_", LANGUAGES)
def test_messages_look_as_they_were_reviewed(_: Language) -> None:
    same_as_stored(f"areas.messages.{_.code}", *messages(shown.card(), "Because", _))


@pytest.mark.parametrize("_", LANGUAGES)
def test_history_reads_as_it_was_reviewed(_: Language) -> None:
    same_as_stored(f"areas.lines.{_.code}", *(lines.told(shown.told(verb), _) for verb in AreaVerb))


@pytest.mark.parametrize("_", LANGUAGES)
def test_forms_look_as_they_were_reviewed(_: Language) -> None:
    same_as_stored(f"areas.forms.{_.code}", *forms(shown.card(), "Payments", _))


@pytest.mark.parametrize("_", LANGUAGES)
@pytest.mark.parametrize("standing", Standing)
def test_slack_takes_every_message_at_its_worst(standing: Standing, _: Language) -> None:
    for content in messages(shown.worst(standing), shown.HOSTILE, _):
        assert problems_of_message(list(content.blocks), content.text) == []
        assert [Block.parse(dict(block)).to_dict() for block in content.blocks]  # type: ignore[union-attr]


@pytest.mark.parametrize("_", LANGUAGES)
@pytest.mark.parametrize("standing", Standing)
def test_slack_takes_every_form_at_its_worst(standing: Standing, _: Language) -> None:
    for view in forms(shown.worst(standing), shown.HOSTILE, _):
        assert problems_of_view(view) == []
        assert View(**view).to_dict()


def messages(about: AreaCard, text: str, _: Language) -> Iterator[Content]:
    yield from (views.finding.answer(each, _) for each in shown.answers(about, text))
    yield rounds.message(shown.rhythm(about, 5), _)
    yield rounds.message(shown.round_(about, 1, text), _)
    yield rounds.message(shown.round_(about, 5, text), _)
    yield rounds.reminder(shown.round_(about, 5, text), _)
    yield listing.listing(shown.listed(about, 8), _)
    yield announcements.adrift(shown.adrift(text), _)
    yield announcements.leaderless(shown.leaderless(text), _)
    yield announcements.moved(shown.moved(text), _)
    yield records.coming(_)
    yield lines.told(shown.told(AreaVerb.ACCEPT, text), _)


def forms(about: AreaCard, text: str, _: Language) -> Iterator[dict[str, Any]]:
    yield views.form(shown.filled(text), _)
    yield views.page(shown.page(about, text if len(text) > 100 else "Because"), _)
    yield rounds.page(shown.round_(about, 6, text), _)
    yield from (views.STEPS.form(verb, about, _) for verb in AreaVerb if views.STEPS[verb].fields)
    yield changing.move_all(1, text[:60], _)
    yield finding.find(_)
    yield importing.form(_)
    yield importing.preview(shown.plan(text, 40 if len(text) > 100 else 1), "key", _)
    yield importing.done(shown.plan(text), _)
