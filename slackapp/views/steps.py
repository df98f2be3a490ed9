"""The steps in the life of a thing as people meet them, each declared once: its button, its form and its line.

`slackapp/slack/step_handlers.py` answers what is declared here.
"""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from slackapp.language import Language
from slackapp.views import action_values, blocks
from slackapp.views.blocks import Block, Element
from slackapp.views.rich import Line

V = TypeVar("V", bound=StrEnum)
C = TypeVar("C")
E = TypeVar("E")


class ButtonPlace(StrEnum):
    """Where the button of a step stands."""

    ROW = "row"
    """Among the buttons of those to whom the thing was given."""
    OWN = "own"
    """Among those of whoever the thing comes from, or who looks at its page."""
    MENU = "menu"
    """Behind the three dots: what is needed less often."""
    EITHER = "either"
    """As a button or behind the dots, as the views of its word have it."""
    ELSEWHERE = "elsewhere"
    """Where the views of its word put it."""


@dataclass(frozen=True)
class Step(Generic[V, C, E]):
    """One step. `label` is a text of the catalogue, and what its form is called unless `submit` says otherwise.

    `fields` are those of the form that is asked first, or a page where there is nothing to ask; without them the step
    is taken at the press of its button. `name` is what Slack sends, where that is not the verb's own.
    """

    verb: V
    line: Callable[[E, Language], Line]
    label: str = ""
    place: ButtonPlace = ButtonPlace.ELSEWHERE
    style: str | None = None
    fields: Callable[[C, Language], Sequence[Block] | Block] | None = None
    submit: str = ""
    name: str = ""


Stage = Sequence[Step[V, C, E]]
"""The steps of one stage of a life, in the order in which their buttons stand."""


class Steps(Generic[V, C, E]):
    """The steps of one word, in the order in which their buttons stand."""

    def __init__(
        self,
        word: str,
        stages: Sequence[Stage[V, C, E]],
        *,
        head: Callable[[C, Language], Block],
        about: Callable[[C], Mapping[str, Any]],
    ) -> None:
        """`head` stands above the fields of every form, `about` are the ids that it brings back."""
        self.word = word
        self._steps = {step.verb: step for stage in stages for step in stage}
        self._head = head
        self._about = about

    def __getitem__(self, verb: V) -> Step[V, C, E]:
        """The step of a verb; a refusal for one that has none."""
        return action_values.of(self._steps, verb)

    def name(self, verb: V) -> str:
        """What Slack sends for it."""
        return f"{self.word}.{self[verb].name or verb}"

    def as_button(self, verb: V, ref: int | str, _: Language, label: str = "", *, style: str | None = None) -> Element:
        """Its button, for the thing with this number; `label` and `style` ("" is plain) in place of its own."""
        action_id, step = self.name(verb), self[verb]
        return blocks.button(action_id, label or _(step.label), str(ref), style=step.style if style is None else style)

    def row(self, place: ButtonPlace, possible: Collection[V], ref: int, _: Language) -> list[Element]:
        """The buttons of the possible steps that have theirs there."""
        return [self.as_button(verb, ref, _) for verb in self._at((place,), possible)]

    def options(self, possible: Collection[V], ref: int, _: Language) -> list[Element]:
        """The possible steps as those of a menu, without those that stand as buttons only."""
        shown = self._at((ButtonPlace.MENU, ButtonPlace.EITHER), possible)
        return [blocks.option(_(self[verb].label), f"{verb}:{ref}") for verb in shown]

    def asking(self, verb: V) -> Callable[[C, Language], Sequence[Block] | Block]:
        """What a step asks first; a refusal for one that is taken at once."""
        fields = self[verb].fields
        if fields is None:
            raise action_values.outdated()
        return fields

    def form(self, verb: V, shown: C, _: Language) -> Block:
        """The form of a step; a refusal for one that is taken at once."""
        step, callback_id, fields = self[verb], self.name(verb), self.asking(verb)(shown, _)
        if isinstance(fields, dict):
            return fields
        title = _(step.submit or step.label)
        return blocks.modal(
            callback_id,
            title,
            [self._head(shown, _), *fields],
            submit=title,
            close=_("Cancel"),
            about=json.dumps(self._about(shown)),
        )

    def names(self, *, of_forms: bool) -> set[str]:
        """All that Slack can send for them: presses, or forms that were filled in."""
        if of_forms:
            return {self.name(verb) for verb, step in self._steps.items() if step.fields}
        return {self.name(verb) for verb, step in self._steps.items() if step.label and step.place != ButtonPlace.MENU}

    def _at(self, places: Collection[ButtonPlace], possible: Collection[V]) -> list[V]:
        return [verb for verb, step in self._steps.items() if step.place in places and verb in possible]
