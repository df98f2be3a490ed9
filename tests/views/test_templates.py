"""An organisation's own templates: taken up when they change, refused when broken, and never a message lost."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from slackapp.language import Language
from slackapp.models.digests import Section
from slackapp.views import digests as views
from slackapp.views.template_flaws import Flaw
from slackapp.views.template_runner import TemplateRunner
from slackapp.views.templates import Templates
from tests.views import digests_shown as shown

ENGLISH = Language("en")
OURS = '{% extends "afspraak/digests/weekly.jinja" %}'
GREETS = OURS + '{% block head %}{{ super() }}{{ lines(say("Coffee at ten!")) }}{% endblock %}'
BROKEN = "{{ lines(say('Hello') }}"
SAYS_NOTHING = "{# nothing at all #}"
NO_BLOCK = '{{ lines(say("Hello")) }}\nThis week: {{ page.answered }} answers'
TOO_LONG = '{% for n in range(60) %}\n{{ lines(say("Hello")) }}\n{% endfor %}'
NOT_THERE = '{{ lines(say("Hello")) }}\n\n{{ lines(page.sections_of_old) }}'
REFUSED = '{{ header("Hello") }}\n{{ buttons() }}'
ONLY_ON_EXTREMES = "{{ lines(title(page.parts[0].lines[0])) }}"
SPIES = "{{ lines(words(page.__class__.__mro__ | string)) }}"
WRITES = '{{ lines(say("Hello")) }}{{ page.parts.append(1) }}'

Save = Callable[[str, str], None]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Save a file in the organisation's folder."""

    def saved(name: str, text: str) -> None:
        file = tmp_path / f"{name}.jinja"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    return saved


@pytest.fixture
def templates(tmp_path: Path, worker: TemplateRunner) -> Templates:
    return Templates(str(tmp_path), views.trials, worker)


def digest(templates: Templates, template: str = "ours") -> str:
    templates.look()
    return views.shown(templates, replace(shown.full(), template=template), ENGLISH).text


def flaws(templates: Templates) -> list[Flaw]:
    templates.look()
    return templates.flaws()


def test_an_own_template_extends_ours(templates: Templates, save: Save) -> None:
    save("digests/ours", GREETS)
    templates.look()
    assert views.templates_of(templates) == ("weekly", "compact", "leadership", "ours")
    assert "\nCoffee at ten!\n🔔 Needs attention" in digest(templates)


def test_an_own_template_of_the_same_name_goes_before_ours(templates: Templates, save: Save) -> None:
    save("digests/weekly", GREETS)
    templates.look()
    assert views.templates_of(templates) == ("weekly", "compact", "leadership")
    assert "Coffee at ten!" in digest(templates, "weekly")


def test_parts_of_their_own_can_be_used_in_several(templates: Templates, save: Save) -> None:
    save("digests/_greeting", '{% macro greet(_) %}{{ _("Hello") }}{% endmacro %}')
    save("digests/ours", '{% from "digests/_greeting.jinja" import greet %}{{ lines(words(greet(_) | string)) }}')
    assert digest(templates) == "Hello"
    assert "_greeting" not in views.templates_of(templates)


def test_a_change_is_taken_up(templates: Templates, save: Save) -> None:
    save("digests/ours", '{{ lines(say("Before")) }}')
    assert digest(templates) == "Before"
    save("digests/ours", '{{ lines(say("Afterwards")) }}')
    assert digest(templates) == "Afterwards"


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        (BROKEN, 1, "unexpected '}', expected ')'"),
        (SAYS_NOTHING, 1, "a message needs a text"),
        (NO_BLOCK, 2, "this is text and no block: “This week: 12345 answers”"),
        (TOO_LONG, 1, "no more than 50 items allowed"),
        (NOT_THERE, 3, "has no attribute 'sections_of_old'"),
        (REFUSED, 2, "no fewer than 1 items allowed"),
        (ONLY_ON_EXTREMES, 1, "tuple object has no element 0"),
        (SPIES, 1, "access to attribute '__class__' of 'DigestPage' object is unsafe"),
        (WRITES, 1, "has no attribute 'append'"),
    ],
)
def test_a_broken_one_is_refused_with_its_file_and_line(
    templates: Templates, save: Save, text: str, line: int, why: str
) -> None:
    save("digests/ours", text)
    flaw = flaws(templates)[0]
    assert (flaw.template, Path(flaw.file).name, flaw.line) == ("digests/ours.jinja", "ours.jinja", line)
    assert why in flaw.why
    assert "ours" not in views.templates_of(templates)


@pytest.mark.parametrize("text", [BROKEN, SAYS_NOTHING, NOT_THERE])
def test_the_one_before_keeps_working(templates: Templates, save: Save, text: str) -> None:
    save("digests/ours", '{{ lines(say("Before")) }}')
    assert digest(templates) == "Before"
    save("digests/ours", text)
    assert (digest(templates), len(templates.flaws()) > 0) == ("Before", True)
    save("digests/ours", '{{ lines(say("Mended")) }}')
    assert (digest(templates), flaws(templates)) == ("Mended", [])


def test_where_there_was_none_before_the_weekly_one_is_used(templates: Templates, save: Save) -> None:
    save("digests/ours", BROKEN)
    assert digest(templates) == digest(Templates(), "weekly")
    assert digest(templates, "gone") == digest(Templates(), "weekly")


def test_a_broken_one_of_the_same_name_gives_way_to_ours(templates: Templates, save: Save) -> None:
    save("digests/compact", BROKEN)
    assert digest(templates, "compact") == digest(Templates(), "compact")


def test_one_that_breaks_on_a_real_week_costs_no_digest(templates: Templates, save: Save) -> None:
    save("digests/ours", '{{ lines(say("Hello")) }}{{ lines(page.oops) if page.answered == 12 }}')
    assert (templates.flaws(), digest(templates)) == ([], digest(Templates(), "weekly"))
    assert [(flaw.line, "oops" in flaw.why) for flaw in templates.flaws()] == [(1, True)]


def test_one_that_is_taken_away_is_not_used_any_more(templates: Templates, save: Save, tmp_path: Path) -> None:
    save("digests/ours", GREETS)
    assert "Coffee" in digest(templates)
    (tmp_path / "digests" / "ours.jinja").unlink()
    assert "Coffee" not in digest(templates)


def test_a_folder_that_is_not_there_yet_is_an_empty_one(tmp_path: Path, worker: TemplateRunner) -> None:
    templates = Templates(str(tmp_path / "later"), views.trials, worker)
    assert digest(templates, "weekly")
    (tmp_path / "later" / "digests").mkdir(parents=True)
    (tmp_path / "later" / "digests" / "ours.jinja").write_text(GREETS)
    assert "Coffee" in digest(templates)


def test_a_prompt_that_breaks_gives_way_to_ours(templates: Templates, save: Save) -> None:
    save("prompts/decision_unseen", "{{ lines(say(card.nothing)) }}")
    templates.look()
    card = shown.decisions().lines[0]
    content = templates.render("prompts/decision_unseen.jinja", ENGLISH, card=card, unseen=("Sales",))
    assert "Not seen yet by: Sales" in content.text
    assert len(templates.flaws()) == 1


def test_a_version_is_that_of_the_template_and_of_the_parts(templates: Templates, save: Save) -> None:
    versions = []
    for name, text in (("ours", BROKEN), ("ours", BROKEN), ("other", GREETS), ("_part", "1"), ("ours", GREETS)):
        save(f"digests/{name}", text)
        templates.look()
        versions.append(templates.version("digests/ours.jinja"))
    assert [each == versions[0] for each in versions] == [True, True, True, False, False]


def test_every_template_of_ours_can_be_used() -> None:
    assert Templates(trials=views.trials).flaws_of_ours() == []


def test_a_template_sees_what_a_section_is_called_and_what_is_in_it(templates: Templates, save: Save) -> None:
    save(
        "digests/ours",
        '{% set part = page.part("decisions") %}{{ lines(section(part), *brief(part, 1)) if part }}{{ context("…") }}',
    )
    templates.look()
    page = replace(shown.page(shown.decisions()), template="ours")
    assert views.shown(templates, page, ENGLISH).text.startswith("⚖️ Decisions · 2\n💡 D-9")
    assert page.part(Section.TREND) is None
