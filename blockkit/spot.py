"""A place in a message or a view, and what is wrong there."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

Surface = Literal["message", "modal", "home"]
Payload = dict[str, Any]


@dataclass(frozen=True)
class Problem:
    """One thing that Slack would refuse: where, as a JSON pointer, and why, as a sentence."""

    pointer: str
    sentence: str

    def __str__(self) -> str:
        """The form in which Slack reports it."""
        return f"[ERROR] {self.sentence} [json-pointer:{self.pointer}]"


@dataclass(frozen=True)
class Spot:
    """A value, where it stands, and the surface it is on."""

    value: Any
    pointer: str
    surface: Surface

    def __getitem__(self, key: str | int) -> "Spot":
        """The value under a key or at an index; None where there is nothing."""
        return replace(self, value=self._under(key), pointer=f"{self.pointer}/{key}")

    def __contains__(self, key: object) -> bool:
        """Whether a value, also an empty one, is given under this key."""
        return isinstance(self.value, dict) and self.value.get(key) is not None

    def each(self) -> Iterator["Spot"]:
        """The spots of a list; none when there is no list."""
        if isinstance(self.value, list):
            yield from (self[index] for index in range(len(self.value)))

    @property
    def kind(self) -> str:
        """The `type` of the object here, or an empty string."""
        return str(self.value.get("type", "")) if isinstance(self.value, dict) else ""

    def wrong(self, sentence: str) -> Problem:
        """A problem at this spot."""
        return Problem(self.pointer, sentence)

    def _under(self, key: str | int) -> Any:  # noqa: ANN401  what stands there is what we are here to find out
        if isinstance(self.value, dict):
            return self.value.get(key)
        if isinstance(self.value, list) and isinstance(key, int) and key < len(self.value):
            return self.value[key]
        return None
