"""The App Home: stored for reviewers, and never what Slack would refuse, whatever somebody typed."""

from collections.abc import Iterator
from typing import Any

import pytest
from slack_sdk.models.views import View

from blockkit import problems_of_view
from slackapp.language import Language
from slackapp.queries.home import HomePart, HomeSection, Shown
from slackapp.slack import home_origin
from slackapp.views import home as views
from slackapp.views.home.parts import LINES, NAMES
from tests.views import home_shown as shown
from tests.views.stored import same_as_stored

LANGUAGES = [pytest.param(Language(code), id=code) for code in ("en", "nl")]


@pytest.mark.parametrize("_", LANGUAGES)
def test_it_looks_as_it_was_reviewed(_: Language) -> None:
    same_as_stored(
        f"home.{_.code}",
        views.page(shown.home(), _),
        views.page(shown.empty(peace=shown.QUIET), _),
        views.page(shown.empty(is_begun=False), _),
        views.page(shown.empty(is_member=False), _),
        views.listing(shown.lists(at_worst=False)[0], _),
        views.listing(Shown(HomePart.REQUESTS, HomeSection(), None), _),
        views.broken(_, "1A2B3C"),
        views.outdated(_, "1A2B3C"),
    )


@pytest.mark.parametrize("_", LANGUAGES)
def test_slack_takes_it_at_its_worst(_: Language) -> None:
    for view in worst(_):
        assert problems_of_view(view) == []
        assert View(**view).to_dict()


@pytest.mark.parametrize("part", HomePart)
def test_every_part_has_a_name_and_lines_and_a_list_knows_which_it_is(part: HomePart) -> None:
    (listed,) = [each for each in shown.lists(at_worst=True) if each.part is part]
    view = views.listing(listed, Language("en"))
    assert views.read(home_origin.origin(view) or "") == (part, listed.section.start)
    assert {part} <= NAMES.keys() & LINES.keys()


def worst(_: Language) -> Iterator[dict[str, Any]]:
    yield views.page(shown.worst(), _)
    yield from (views.listing(each, _) for each in shown.lists(at_worst=True))
