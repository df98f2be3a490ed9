"""What is wrong with a template: in which file and line, in a sentence."""

import re
import traceback
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path

from jinja2 import TemplateSyntaxError

from blockkit import Problem, problems_of_message
from slackapp.views import template_rows
from slackapp.views.message import Content
from slackapp.views.template_folder import ENDING
from slackapp.views.template_rows import NoBlock, TemplatePlace, TemplateRow

AT_BLOCK = re.compile(r"/blocks/(\d+)")


@dataclass(frozen=True)
class Flaw:
    """Something that is wrong. `template` is its name, "digests/ours.jinja"; `file` is where it is wrong."""

    template: str
    file: str
    line: int
    why: str

    def on(self, about: str, code: str) -> "Flaw":
        """The same, with what it was tried on and in which language."""
        return replace(self, why=f"{self.why} [{about}, {code}]")

    def __str__(self) -> str:
        """As compilers say it."""
        return f"{self.file}:{self.line}: {self.why}"


class Refused(ValueError):
    """A message that Slack would not take."""


def accepted(content: Content) -> Content:
    """The message, if Slack takes it; Refused says what it would refuse."""
    found = problems_of_message(content.blocks, content.text)
    if found:
        raise Refused(str(found[0]))
    return content


def of_rows(name: str, file: str, written: Sequence[TemplateRow]) -> Iterator[Flaw]:
    """What Slack would refuse in a message, each with the line of the template that wrote it."""
    content, kept = template_rows.content(written), template_rows.fitting(written)
    for problem in problems_of_message(content.blocks, content.text):
        place = _place(file, problem, kept)
        yield Flaw(name, place.file, place.line, f"Slack would refuse this: {problem.sentence} ({problem.pointer})")


def of_failure(name: str, file: str, failure: Exception) -> Flaw:
    """What went wrong when a template was read or used; `file` is where it lies."""
    match failure:
        case TemplateSyntaxError():
            return Flaw(name, failure.filename or file, failure.lineno, failure.message or "Jinja cannot read this")
        case MemoryError():
            failure = MemoryError("it takes more memory than a template may").with_traceback(failure.__traceback__)
        case NoBlock():
            return Flaw(name, file, _line_of(failure.row, file), str(failure))
    frames = traceback.extract_tb(failure.__traceback__)
    last = next((frame for frame in reversed(frames) if frame.filename.endswith(ENDING)), None)
    why = f"{type(failure).__name__}: {failure}"
    return Flaw(name, last.filename if last else file, (last.lineno or 1) if last else 1, why)


def _place(file: str, problem: Problem, written: Sequence[TemplateRow]) -> TemplatePlace:
    found = AT_BLOCK.match(problem.pointer)
    places = written[int(found[1])].places if found else ()
    # What stands in the template itself, before the parts that it uses.
    own = next((place for place in places if place.file == file), None)
    return own or next(iter(places), TemplatePlace(file, 1))


def _line_of(row: str, file: str) -> int:
    """Where a text stands that came out as a row: the line that begins most like it."""
    lines: list[str] = []
    with suppress(OSError, ValueError):
        lines = Path(file).read_text(encoding="utf-8").splitlines()
    alike = [len(list(takewhile(_same, zip(row, line.strip(), strict=False)))) for line in lines]
    return alike.index(max(alike)) + 1 if alike else 1


def _same(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]
