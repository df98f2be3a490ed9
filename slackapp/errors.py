"""The four ways in which a rule refuses.

Each carries a text of the catalogue and its values; `slackapp.language.refusals` puts it into the reader's words.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Term:
    """A value that must itself be translated, such as a state's name, with what its own placeholders stand for."""

    key: str
    values: tuple[tuple[str, str], ...] = ()


Value = str | int | date | Term | tuple["str | Term", ...]


class Refusal(Exception):
    """A rule said no; nothing was changed."""

    def __init__(self, key: str, /, **values: Value) -> None:
        """Keep the English text and the values for its placeholders."""
        super().__init__(key, values)
        self.key = key
        self.values = values


class NotAllowed(Refusal):
    """This person may not do this; the text says who can."""


class NotPossibleNow(Refusal):
    """The thing's state does not allow this; the text says why."""


class NotFound(Refusal):
    """There is no such thing, or this person may not see it: the two are never told apart."""


class InvalidInput(Refusal):
    """What was typed cannot be used; `field` names the input that it concerns."""

    def __init__(self, field: str, key: str, /, **values: Value) -> None:
        super().__init__(key, **values)
        self.field = field
