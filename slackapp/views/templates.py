"""Messages written as Jinja2 templates: one block of JSON on each line, made by a few functions.

Those functions put every value where Slack shows it as it was typed, so a template cannot forget to escape. An
organisation's own templates go before ours. They are tried and rendered in a process of their own, with limits of time
and memory, and looked at again when their files change: one that is broken is not used, and the one before it, or
ours, takes its place.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from slackapp.language import Language
from slackapp.language.translations import ENGLISH
from slackapp.views import template_jobs, template_rows
from slackapp.views.message import Content
from slackapp.views.template_environment import Shelf, Words, environment, is_message
from slackapp.views.template_flaws import Flaw
from slackapp.views.template_folder import Folder, Sources
from slackapp.views.template_jobs import Result, TemplateJob
from slackapp.views.template_runner import TemplateRunner


class Trial(NamedTuple):
    """What a template is tried on before it is used: a language, and what there is to say in it."""

    about: str
    code: str
    words: Words


Trials = Callable[[str], Iterable[Trial]]
"""All that a template is tried on, by its name: "digests/ours.jinja"."""
Doing = Callable[[TemplateJob], Result]


def no_trials(_: str) -> Iterable[Trial]:
    """The least that can be looked at, without values to show: whether Jinja understands it."""
    return ()


class Templates:
    """The templates of this deployment. `look` takes up what has changed; rendering never waits for that."""

    def __init__(
        self, own: str | None = None, trials: Trials = no_trials, runner: TemplateRunner | None = None
    ) -> None:
        """`own` is a folder whose templates go before ours; `trials` say what each must stand before it is used.

        They run with `runner`, or with one of their own.
        """
        self._ours = Shelf(environment())
        self._our_names = self._ours.messages()
        self._folder = Folder(Path(own) if own else None)
        self._trials = trials
        self._chosen: dict[str, Sources] = {}
        self._flaws: dict[str, Sequence[Flaw]] = {}
        self._runner = runner or TemplateRunner()
        self._lock = Lock()

    def close(self) -> None:
        """End the process in which the organisation's own templates run."""
        self._runner.close()

    def render(self, name: str, _: Language, **values: object) -> Content:
        """A message. Raises what Jinja raises where ours is missing or broken, never for an organisation's own."""
        return self.render_or(name, name, _, partial(_said, values))

    def render_or(self, name: str, otherwise: str, _: Language, words: Words) -> Content:
        """The same; `otherwise` is the one of ours that takes the place of one that has no namesake among ours."""
        if (own := self._chosen.get(name)) and (content := self._own(name, own, _, words)):
            return content
        ours = name if name in self._our_names else otherwise
        return template_rows.content(template_rows.read(self._ours.render(ours, _, words(_))))

    def named(self, folder: str) -> list[str]:
        """The messages in a folder that can be used, by their bare names: ours, then the organisation's own."""
        ours, own = (_bare(folder, names) for names in (self._our_names, sorted(self._chosen)))
        return [*ours, *(name for name in own if name not in ours)]

    def flaws(self) -> list[Flaw]:
        """All that is wrong with the organisation's own templates, as they were at the last look."""
        return [flaw for some in self._flaws.values() for flaw in some]

    def flaws_of_ours(self) -> list[Flaw]:
        """The same for those that come with Afspraak."""
        return [flaw for name in self._our_names for flaw in self._tried(name, None, template_jobs.done)]

    def version(self, name: str) -> str:
        """What tells an organisation's template, with the parts that it may use, from earlier ones of that name."""
        return self._folder.version(name)

    def look(self) -> None:
        """Take up what has changed in the organisation's folder, as far as it is fit to be used; takes seconds."""
        with self._lock:
            if self._folder.has_changed():
                self._take_up([name for name in self._folder.names() if is_message(name)], self._folder.sources)

    def _take_up(self, names: Sequence[str], sources: Sources) -> None:
        # In the same process that renders: a message waits for one trial at most.
        found = {name: self._tried(name, sources, self._runner.ask) for name in names}
        self._flaws = {name: flaws for name, flaws in found.items() if flaws}
        before = self._chosen
        usable = {name: before.get(name) if name in self._flaws else sources for name in names}
        self._chosen = {name: chosen for name, chosen in usable.items() if chosen}

    def _tried(self, name: str, sources: Sources | None, do: Doing) -> list[Flaw]:
        """What is wrong with a template, at most one thing for each line of it."""
        if unreadable := do(TemplateJob(sources, name, ENGLISH, words=None)).flaws:
            return list(unreadable)
        seen: dict[tuple[str, int], Flaw] = {}
        for trial in self._trials(name):
            result = do(TemplateJob(sources, name, trial.code, trial.words, is_trial=True))
            for flaw in result.flaws:
                seen.setdefault((flaw.file, flaw.line), flaw.on(trial.about, trial.code))
            if result.is_over_limit:
                break
        return list(seen.values())

    def _own(self, name: str, sources: Sources, _: Language, words: Words) -> Content | None:
        result = self._runner.ask(TemplateJob(sources, name, _.code, words))
        if not result.flaws:
            return template_rows.content(template_rows.read(result.text))
        # The template stays, since other values may do; but not one that would keep everybody waiting again.
        self._flaws = {**self._flaws, name: result.flaws}
        if result.is_over_limit:
            self._chosen = {other: chosen for other, chosen in self._chosen.items() if other != name}
        return None


def _said(values: Mapping[str, object], _: Language) -> Mapping[str, object]:
    return values


def _bare(folder: str, names: Iterable[str]) -> list[str]:
    inside = (name.removeprefix(f"{folder}/") for name in names if name.startswith(f"{folder}/"))
    return [name.removesuffix(".jinja") for name in inside]
