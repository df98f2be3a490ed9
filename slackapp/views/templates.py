"""Messages written as Jinja2 templates: one block of JSON on each line, made by a few functions.

Those functions put every value where Slack shows it as it was typed, so a template cannot forget to escape. An
organisation's own templates go before ours and run in Jinja's sandbox. They are looked at again when their files
change: one that is broken is not used, and the one before it, or ours, takes its place.
"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader, PrefixLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from slackapp.language import Language
from slackapp.views import flaws, rows
from slackapp.views.flaws import Flaw
from slackapp.views.folder import Folder
from slackapp.views.message import Content
from slackapp.views.vocabulary import vocabulary

BUILT_IN = Path(__file__).resolve().parents[2] / "templates"
OURS = "afspraak"
"""Before the name of a template: ours, also where the organisation has one of that name."""


@dataclass(frozen=True)
class Shelf:
    """The templates as they were at one time, ready to be used."""

    environment: ImmutableSandboxedEnvironment

    def render(self, name: str, _: Language, values: Mapping[str, object]) -> list[rows.Row]:
        """The rows of a template; raises what Jinja raises, and NoBlock."""
        return rows.read(self.environment.get_template(name).render(**vocabulary(_), **values))

    def file(self, name: str) -> str:
        """Where a template lies; its name, where that cannot be told."""
        with suppress(TemplateError):
            return self.environment.get_template(name).filename or name
        return name

    def messages(self) -> list[str]:
        """The names of all that is a message by itself."""
        return [name for name in self.environment.list_templates(["jinja"]) if is_message(name)]


Check = Callable[[str, Shelf], Iterable[Flaw]]
"""Finds what is wrong with a template, by its name: "digests/ours.jinja"."""


def only_read(name: str, shelf: Shelf) -> Iterable[Flaw]:
    """The least that can be looked at, without values to show: whether Jinja understands it."""
    try:
        shelf.environment.get_template(name)
    except Exception as failure:  # noqa: BLE001 - whatever it is, it is the template's
        yield flaws.of_failure(name, shelf.file(name), failure)


class Templates:
    """The templates of this deployment, compiled once for each version of them."""

    def __init__(self, own: str | None = None, check: Check = only_read) -> None:
        """`own` is a folder whose templates go before ours; `check` says which of them may be used."""
        self.ours = Shelf(_environment())
        self._our_names = self.ours.messages()
        self._folder = Folder(Path(own) if own else None)
        self._check = check
        self._chosen: dict[str, Shelf] = {}
        self._flaws: dict[str, list[Flaw]] = {}
        self._lock = Lock()

    def render(self, name: str, _: Language, **values: object) -> Content:
        """A message. Raises what Jinja raises where ours is missing or broken, never for an organisation's own."""
        return self.render_or(name, name, _, values)

    def render_or(self, name: str, otherwise: str, _: Language, values: Mapping[str, object]) -> Content:
        """The same; `otherwise` is the one of ours that takes the place of one that has no namesake among ours."""
        self._look()
        if own := self._chosen.get(name):
            try:
                return flaws.accepted(rows.content(own.render(name, _, values)))
            except Exception as failure:  # noqa: BLE001 - whatever it is, it must not cost a message
                self._note(flaws.of_failure(name, own.file(name), failure))
        return rows.content(self.ours.render(name if name in self._our_names else otherwise, _, values))

    def named(self, folder: str) -> list[str]:
        """The messages in a folder that can be used, by their bare names: ours, then the organisation's own."""
        self._look()
        ours, own = (_bare(folder, names) for names in (self._our_names, sorted(self._chosen)))
        return [*ours, *(name for name in own if name not in ours)]

    def flaws(self) -> list[Flaw]:
        """All that is wrong with the organisation's own templates as they are now."""
        self._look()
        return [flaw for some in self._flaws.values() for flaw in some]

    def flaws_of_ours(self) -> list[Flaw]:
        """The same for those that come with Afspraak."""
        return [flaw for name in self._our_names for flaw in self._check(name, self.ours)]

    def version(self, name: str) -> str:
        """What tells an organisation's template, with the parts that it may use, from earlier ones of that name."""
        return self._folder.version(name)

    def _look(self) -> None:
        """Take up what has changed in the organisation's folder, as far as it is fit to be used."""
        with self._lock:
            if self._folder.has_changed():
                self._take_up(Shelf(_environment(self._folder.loader())))

    def _take_up(self, shelf: Shelf) -> None:
        names = [name for name in self._folder.sources if is_message(name)]
        self._flaws = {name: found for name in names if (found := list(self._check(name, shelf)))}
        before = self._chosen
        usable = {name: before.get(name) if name in self._flaws else shelf for name in names}
        self._chosen = {name: chosen for name, chosen in usable.items() if chosen}

    def _note(self, flaw: Flaw) -> None:
        """Keep what went wrong with real values; the template stays, since others may do."""
        self._flaws = {**self._flaws, flaw.template: [flaw]}


def is_message(name: str) -> bool:
    """Whether a template is a message by itself, and not a part of others: those begin with an underscore."""
    return name.endswith(".jinja") and not Path(name).name.startswith("_") and not name.startswith(f"{OURS}/")


def _bare(folder: str, names: Iterable[str]) -> list[str]:
    inside = (name.removeprefix(f"{folder}/") for name in names if name.startswith(f"{folder}/"))
    return [name.removesuffix(".jinja") for name in inside]


def _environment(own: BaseLoader | None = None) -> ImmutableSandboxedEnvironment:
    ours = FileSystemLoader(BUILT_IN)
    return ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([*([own] if own else []), ours, PrefixLoader({OURS: ours})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
