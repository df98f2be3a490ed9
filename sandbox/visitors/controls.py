"""Finding what a person points at: by what stands on it, or by its id."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from blockkit.ids import UserId
from sandbox.messages import Message
from sandbox.open_views import View
from sandbox.payload import Payload
from sandbox.values import elements_in

Source = Message | View


class NotThere(LookupError):
    """A person was to use something that they do not see; the message lists what they do see."""


@dataclass(frozen=True)
class Control:
    """An element that can be used, in its block, in a message or a view."""

    source: Source
    block: Payload
    element: Payload

    @property
    def kind(self) -> str:
        """The element's type."""
        return str(self.element["type"])

    @property
    def names(self) -> set[str]:
        """All that a person or a test may call it."""
        texts = (self.element.get("text"), self.element.get("placeholder"), self.block.get("label"))
        shown = {text["text"] for text in texts if text}
        ids = {self.element.get("action_id", ""), self.block["block_id"]}
        menu = {"…", "⋯", "more"} if self.kind == "overflow" else set()
        return (shown | ids | menu | {self.element.get("accessibility_label", "")}) - {""}


def in_source(source: Source, person: UserId) -> Iterator[Control]:
    """The controls that a person sees in a message or view."""
    for block, element in elements_in(source.blocks):
        if person in element.get("visible_to_user_ids", [person]):
            yield Control(source, block, element)


def find(sources: Iterable[Source], wanted: str, person: UserId, *, which: int = 0) -> Control:
    """The control of that name in the first source that has one; `which` counts among several in one source."""
    seen: list[str] = []
    for source in sources:
        controls = list(in_source(source, person))
        named = [c for c in controls if wanted in c.names]
        if len(named) > which:
            return named[which]
        seen.extend(sorted(name for control in controls for name in control.names))
    raise NotThere(f"nothing is called {wanted!r}; there is: {', '.join(seen) or 'nothing'}")


def exact(source: Source, block_id: str, action_id: str, *, person: UserId) -> Control:
    """The control with just these ids: the page points so."""
    for control in in_source(source, person):
        if (control.block["block_id"], control.element.get("action_id")) == (block_id, action_id):
            return control
    raise NotThere("this is no longer there")
