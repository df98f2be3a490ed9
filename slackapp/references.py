"""What people call things: R-12 is a request, D-7 a decision."""

import re


class Reference:
    """The short names of one kind of thing: a letter and the number that people say."""

    def __init__(self, letter: str) -> None:
        self._letter = letter
        self._whole = re.compile(rf"{letter}-?(\d{{1,9}})", re.IGNORECASE)
        self._begun = re.compile(rf"{letter}?-?([0-9]{{1,9}})\b", re.IGNORECASE)

    def of(self, number: int) -> str:
        """The name of the thing with this number."""
        return f"{self._letter}-{number}"

    def read(self, text: str) -> int | None:
        """The number, where a text is such a name as people type it: "R-12", "r12"."""
        found = self._whole.fullmatch(text)
        return int(found[1]) if found else None

    def begun(self, text: str) -> int | None:
        """The number with which a text begins, with or without the letter."""
        found = self._begun.match(text)
        return int(found[1]) if found else None


REQUEST = Reference("R")
DECISION = Reference("D")
