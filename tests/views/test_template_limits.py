"""A template that has no end, or asks for all the memory, is a broken one like any other; nobody waits for it."""

import os
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from slackapp.language import Language
from slackapp.views import digests as views
from slackapp.views.template_jobs import TemplateJob
from slackapp.views.template_runner import TemplateRunner
from slackapp.views.templates import Templates
from tests.views import digests_shown as shown

ENGLISH = Language("en")
GOOD = '{{ lines(say("Hello")) }}'
THOUSAND = "{% for _ in range(1000) %}"
LOOPS = f"\n{GOOD}\n{THOUSAND * 4}{'{% endfor %}' * 4}"
DOUBLES = (
    '{% set all = namespace(text="ab") %}\n{% for _ in range(60) %}{% set all.text = all.text ~ all.text %}{% endfor %}'
)

Save = Callable[[str, str], None]


@pytest.fixture
def templates(tmp_path: Path, worker: TemplateRunner) -> Templates:
    return Templates(str(tmp_path), views.trials, worker)


@pytest.fixture
def save(tmp_path: Path, templates: Templates) -> Save:
    def saved(name: str, text: str) -> None:
        (tmp_path / "digests").mkdir(exist_ok=True)
        (tmp_path / "digests" / f"{name}.jinja").write_text(text, encoding="utf-8")
        templates.look()

    return saved


def digest(templates: Templates) -> str:
    return views.shown(templates, replace(shown.full(), template="ours"), ENGLISH).text


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        (LOOPS, 3, "it takes more than 2 seconds"),
        (DOUBLES, 2, "it takes more memory than a template may"),
        ("{{ 7**99999999 }}", 1, "“**” of these is not allowed"),
        ("{{ words('a' * 3000000000) }}", 1, "“*” of these is not allowed"),
        ("{{ words('%999999999d' % 1) }}", 1, "“%” of these is not allowed"),
        ("{{ words('a'.center(2000000000)) }}", 1, "access to attribute 'center'"),
        ("{{ words('{:>2000000000}'.format(1)) }}", 1, "it takes more memory"),
        ("{{ words('a' | center(2000000000)) }}", 1, "No filter named 'center'"),
        ("{% for n in range(1001) %}{% endfor %}", 1, "a range of more than 1,000"),
    ],
)
def test_what_has_no_end_is_broken_with_its_line(
    templates: Templates, save: Save, text: str, line: int, why: str
) -> None:
    save("ours", text)
    flaw = templates.flaws()[0]
    assert (flaw.line, why in flaw.why) == (line, True), flaw.why
    assert digest(templates) == digest_of_ours()


def test_one_that_is_slow_on_real_weeks_only_is_tried_once_and_not_again(templates: Templates, save: Save) -> None:
    save("ours", GOOD + "{% if page.answered == 12 %}" + LOOPS + "{% endif %}")
    assert templates.flaws() == []
    assert digest(templates) == digest_of_ours()
    assert "takes more than 2 seconds" in templates.flaws()[0].why
    assert "ours" not in views.templates_of(templates)


def test_others_go_on_beside_a_slow_one(templates: Templates, save: Save) -> None:
    save("theirs", LOOPS)
    save("ours", GOOD)
    assert digest(templates) == "Hello"


def test_a_worker_that_was_killed_or_hangs_is_replaced() -> None:
    job = TemplateJob(None, "digests/weekly.jinja", "en", words=None)
    with TemplateRunner(answers=0.1) as runner:
        # Its start is waited for; what it does once it runs is what has a limit.
        assert runner.ask(job).flaws == []
        for blow in (signal.SIGKILL, signal.SIGSTOP):
            os.kill(runner.pid or 0, blow)
            assert runner.ask(job).is_over_limit
            assert runner.ask(job).flaws == []


def test_the_worker_has_none_of_the_apps_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-secret")
    with TemplateRunner() as runner:
        runner.ask(TemplateJob(None, "digests/weekly.jinja", "en", words=None))
        environment = Path(f"/proc/{runner.pid}/environ").read_text(encoding="utf-8")
    assert "xoxb" not in environment


@pytest.mark.parametrize("name", ["._ours.jinja", ".DS_Store", ".git/ours.jinja", "__MACOSX/._ours.jinja"])
def test_what_macs_and_editors_leave_is_no_template(templates: Templates, tmp_path: Path, name: str) -> None:
    file = tmp_path / "digests" / name
    file.parent.mkdir(parents=True)
    file.write_bytes(b"\x00\x05\x16\x07{{ oops(")
    templates.look()
    assert (templates.flaws(), views.templates_of(templates)) == ([], ("weekly", "compact", "leadership"))


def test_the_mark_that_windows_writes_before_a_text_is_no_part_of_it(templates: Templates, save: Save) -> None:
    save("ours", "\ufeff" + GOOD)
    assert digest(templates) == "Hello"


def digest_of_ours() -> str:
    return views.shown(Templates(), replace(shown.full(), template="weekly"), ENGLISH).text
