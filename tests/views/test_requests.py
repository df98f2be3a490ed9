"""Views of requests: stored for reviewers, and never what Slack would refuse, whatever somebody typed."""

from collections.abc import Iterator
from typing import Any

import pytest
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from blockkit import problems_of_message, problems_of_view
from slackapp.language import Language
from slackapp.models.request_life import RequestState, RequestVerb
from slackapp.queries.requests import RequestCard
from slackapp.views import requests as views
from slackapp.views.message import Content
from slackapp.views.requests.card import blocker, card, linked
from slackapp.views.requests.lines import thread_line, told
from slackapp.views.templates import Templates
from tests.views import requests_shown as shown
from tests.views.stored import same_as_stored

LANGUAGES = [pytest.param(Language(code), id=code) for code in ("en", "nl")]
STAGES = ("soon", "limit", "late")
TEMPLATES = Templates()


def reminded(stage: str, about: RequestCard, _: Language) -> Content:
    return TEMPLATES.render("prompts/request_reminder.jinja", _, card=about, stage=stage)


@pytest.mark.parametrize("_", LANGUAGES)
def test_messages_look_as_they_were_reviewed(_: Language) -> None:
    same_as_stored(
        f"requests.messages.{_.code}",
        card(shown.card(), _),
        card(shown.accepted(), _),
        card(shown.card(is_here=False), _),
        *(
            card(shown.card(source_url="https://polder.slack.com/1", source_gone=is_gone), _)
            for is_gone in (False, True)
        ),
        blocker(shown.card(state=RequestState.BLOCKED, blocked_by="No photos"), _),
        linked(shown.card(), _),
        told(shown.told(RequestVerb.FINISH, shown.accepted()), _),
        *(reminded(stage, about, _) for stage in STAGES for about in (shown.card(), shown.accepted())),
        views.listing.listing(shown.listed(2), _),
    )


@pytest.mark.parametrize("_", LANGUAGES)
def test_history_reads_as_it_was_reviewed(_: Language) -> None:
    same_as_stored(f"requests.lines.{_.code}", *(thread_line(shown.entry(verb, "Because"), _) for verb in RequestVerb))


@pytest.mark.parametrize("_", LANGUAGES)
def test_forms_look_as_they_were_reviewed(_: Language) -> None:
    teams = [views.TeamChoice(1, "Marketing"), views.TeamChoice(2, "Sales")]
    blank = views.RequestBlank(
        "key", teams, team=views.TeamChoice(3, "Design"), title="New banner", details="From the message"
    )
    steps = [views.STEPS.form(verb, shown.card(), _) for verb in RequestVerb if views.STEPS[verb].fields]
    page = views.page(shown.page(shown.accepted(), lines=1), _)
    same_as_stored(f"requests.forms.{_.code}", views.form(blank, _), page, *steps)


@pytest.mark.parametrize("_", LANGUAGES)
@pytest.mark.parametrize("state", RequestState)
def test_slack_takes_every_message_at_its_worst(state: RequestState, _: Language) -> None:
    worst = shown.worst(state)
    for content in messages(worst, _):
        assert problems_of_message(list(content.blocks), content.text) == []
        assert [Block.parse(dict(block)).to_dict() for block in content.blocks]  # type: ignore[union-attr]


@pytest.mark.parametrize("_", LANGUAGES)
@pytest.mark.parametrize("state", RequestState)
def test_slack_takes_every_form_at_its_worst(state: RequestState, _: Language) -> None:
    for view in forms(shown.worst(state), _):
        assert problems_of_view(view) == []
        assert View(**view).to_dict()


def messages(worst: RequestCard, _: Language) -> Iterator[Content]:
    yield from (card(worst, _), blocker(worst, _), linked(worst, _))
    yield from (reminded(stage, worst, _) for stage in STAGES)
    for verb in RequestVerb:
        yield thread_line(shown.entry(verb, shown.HOSTILE[:3000]), _)
        yield told(shown.told(verb, worst, shown.HOSTILE[:3000]), _)
    yield views.listing.listing(shown.listed(8, shown.HOSTILE[:3000]), _)


def forms(worst: RequestCard, _: Language) -> Iterator[dict[str, Any]]:
    teams = [views.TeamChoice(n, shown.HOSTILE[:60]) for n in range(150)]
    yield views.form(views.RequestBlank("key", teams, team=teams[0], title=worst.title, details=worst.details), _)
    yield views.page(shown.page(worst, shown.HOSTILE[:2000]), _)
    yield from (views.STEPS.form(verb, worst, _) for verb in RequestVerb if views.STEPS[verb].fields)
