"""Whether a template can be used: Slack must take what it makes of every extreme, in every language."""

from collections.abc import Iterable, Iterator

from slackapp.language import Language
from slackapp.language.reader import SUPPORTED
from slackapp.queries.digests.content import Page
from slackapp.views import flaws, rows
from slackapp.views.digests import extremes
from slackapp.views.digests.rendering import FOLDER
from slackapp.views.digests.vocabulary import words_for
from slackapp.views.flaws import Flaw
from slackapp.views.templates import Shelf, only_read


def check(name: str, shelf: Shelf) -> Iterator[Flaw]:
    """What is wrong with a template, at most one thing for each line of it. Those that are no digest are only read."""
    found = _tried(name, shelf) if name.startswith(f"{FOLDER}/") else only_read(name, shelf)
    seen: set[tuple[str, int]] = set()
    for flaw in found:
        if (flaw.file, flaw.line) not in seen:
            seen.add((flaw.file, flaw.line))
            yield flaw


def _tried(name: str, shelf: Shelf) -> Iterator[Flaw]:
    if unreadable := list(only_read(name, shelf)):
        yield from unreadable
        return
    for about, page in extremes.pages().items():
        yield from _on(name, shelf, about, page)


def _on(name: str, shelf: Shelf, about: str, page: Page) -> Iterable[Flaw]:
    for code in SUPPORTED:
        for flaw in _in(name, shelf, page, Language(code)):
            yield Flaw(flaw.template, flaw.file, flaw.line, f"{flaw.why} [{about}, {code}]")


def _in(name: str, shelf: Shelf, page: Page, _: Language) -> Iterable[Flaw]:
    traced = rows.TRACED.set(True)
    try:
        return list(flaws.of_rows(name, shelf.file(name), shelf.render(name, _, words_for(page, _))))
    except Exception as failure:  # noqa: BLE001 - whatever it is, it is the template's
        return [flaws.of_failure(name, shelf.file(name), failure)]
    finally:
        rows.TRACED.reset(traced)
