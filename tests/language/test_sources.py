import ast

import pytest

from slackapp.language import catalogue
from tests.language import texts


def test_no_text_hides_where_the_extractor_cannot_read_it() -> None:
    assert [(name, lines) for name, tree in texts.sources() if (lines := texts.hidden(tree))] == []


def test_every_placeholder_of_a_text_gets_a_value() -> None:
    assert [(name, lacks) for name, tree in texts.sources() if (lacks := texts.unfilled(tree))] == []


def test_the_extractor_finds_every_text_that_the_sources_write() -> None:
    shown = catalogue.used()
    written = [text for _, tree in texts.sources() for text in texts.literal(tree)]
    assert written
    assert [text for text in written if text not in shown] == []


@pytest.mark.parametrize(
    "line",
    [
        'f"{_("Done")} by Jan"'.replace('"Done"', "'Done'"),
        '_(f"{name} is done")',
        '_("Done" if done else "Open")',
        '_("Do" + "ne")',
        'NotFound("There is no {id}".format(id=1))',
    ],
)
def test_a_text_that_the_extractor_would_misread_is_found(line: str) -> None:
    assert texts.hidden(ast.parse(line)) == [1]


@pytest.mark.parametrize("line", ['_("Done")', "_(state.word)", '_("a" "b")', 'f"{name} {said}"', "_.date(day)"])
def test_a_plain_text_is_left_alone(line: str) -> None:
    assert texts.hidden(ast.parse(line)) == []


def test_a_placeholder_without_a_value_is_found() -> None:
    lines = ['_("{who} asks {what}", who=1)', 'InvalidInput("due", "{day} is past")', '_("{who}", **known)']
    found = [texts.unfilled(ast.parse(line)) for line in [*lines, '_.many("{n} day", "{n} days", 2)']]
    assert found == [["line 1: what"], ["line 1: day"], [], []]
